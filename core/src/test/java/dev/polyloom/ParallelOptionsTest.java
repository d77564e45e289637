package dev.polyloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Options of parallel maps, good and bad. */
@Timeout(20)
class ParallelOptionsTest {
    private static final ParallelOptions DEFAULTS = ParallelOptions.defaults();

    @Test
    void withers_leaveTheOriginalAsItIs() {
        ParallelOptions changed =
                DEFAULTS.workers(3)
                        .flavor(Flavor.THREADS)
                        .chunk(4)
                        .lookAhead(5)
                        .timeout(Duration.ofSeconds(6))
                        .deadline(Duration.ofSeconds(7))
                        .retries(8)
                        .onFailure(FailurePolicy.COLLECT)
                        .unordered(true)
                        .listener((result, progress) -> {});
        assertThat(changed.workers()).isEqualTo(3);
        assertThat(changed.flavor()).isEqualTo(Flavor.THREADS);
        assertThat(changed.chunk()).isEqualTo(4);
        assertThat(changed.lookAhead()).isEqualTo(5);
        assertThat(changed.timeout()).isEqualTo(Duration.ofSeconds(6));
        assertThat(changed.deadline()).isEqualTo(Duration.ofSeconds(7));
        assertThat(changed.retries()).isEqualTo(8);
        assertThat(changed.onFailure()).isEqualTo(FailurePolicy.COLLECT);
        assertThat(changed.unordered()).isTrue();
        assertThat(changed.listener()).isNotNull();
        assertThat(DEFAULTS.workers()).isZero();
        assertThat(DEFAULTS.flavor()).isNull();
        assertThat(DEFAULTS.chunk()).isZero();
        assertThat(DEFAULTS.lookAhead()).isZero();
        assertThat(DEFAULTS.timeout()).isNull();
        assertThat(DEFAULTS.deadline()).isNull();
        assertThat(DEFAULTS.retries()).isZero();
        assertThat(DEFAULTS.onFailure()).isEqualTo(FailurePolicy.FAIL_FAST);
        assertThat(DEFAULTS.unordered()).isFalse();
        assertThat(DEFAULTS.listener()).isNull();
    }

    @Test
    void badNumbers_areRefusedByName() {
        Map<String, ThrowingCallable> bad =
                Map.of(
                        "workers must be at least 1, not 0", () -> DEFAULTS.workers(0),
                        "chunk must not be negative, but is -1", () -> DEFAULTS.chunk(-1),
                        "lookAhead must not be negative, but is -2", () -> DEFAULTS.lookAhead(-2),
                        "retries must not be negative, but is -3", () -> DEFAULTS.retries(-3),
                        "timeout must be more than zero, not PT0S",
                                () -> DEFAULTS.timeout(Duration.ZERO),
                        "deadline must be more than zero, not PT-1S",
                                () -> DEFAULTS.deadline(Duration.ofSeconds(-1)));
        bad.forEach((message, call) ->
                assertThatIllegalArgumentException().isThrownBy(call).withMessage(message));
    }

    @Test
    @SuppressWarnings("NullAway") // that nulls are refused is the subject
    void nulls_areRefusedByName() {
        Map<String, ThrowingCallable> bad =
                Map.of(
                        "scope", () -> ParallelOptions.over(null),
                        "flavor", () -> DEFAULTS.flavor(null),
                        "timeout", () -> DEFAULTS.timeout(null),
                        "deadline", () -> DEFAULTS.deadline(null),
                        "policy", () -> DEFAULTS.onFailure(null),
                        "listener", () -> DEFAULTS.listener(null),
                        "function", () -> Parallel.pmap(null),
                        "options", () -> Parallel.pmap((Integer n) -> n, null),
                        "items", () -> Parallel.pmap((Integer n) -> n).apply((List<Integer>) null));
        bad.forEach((name, call) ->
                assertThatNullPointerException().isThrownBy(call).withMessageContaining(name));
    }

    @Test
    void overAnOpenScope_flavorAndWorkersAreRefused() {
        try (Scope scope = Run.none().name("mine").open()) {
            ParallelOptions over = ParallelOptions.over(scope);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> over.flavor(Flavor.THREADS))
                    .withMessageContaining("flavor")
                    .withMessageContaining("'mine'");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> over.workers(2))
                    .withMessageContaining("workers");
        }
    }

    @Test
    void hugeTimes_countAsForEver() {
        Duration forEver = Duration.ofSeconds(Long.MAX_VALUE);
        ParallelOptions options =
                DEFAULTS.flavor(Flavor.THREADS).chunk(10).timeout(forEver).deadline(forEver);
        assertThat(Parallel.pmap((Integer n) -> n, options).applyAll(1, 2, 3))
                .containsExactly(1, 2, 3);
        assertThat(
                        Parallel.apmap(
                                        (Integer n) ->
                                                java.util.concurrent.CompletableFuture
                                                        .completedFuture(n),
                                        options)
                                .applyAll(1)
                                .join())
                .containsExactly(1);
    }
}
