package dev.polyloom.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polyloom.Carrier;
import dev.polyloom.Flavor;
import dev.polyloom.Parallel;
import dev.polyloom.ParallelOptions;
import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.SerializableCallable;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What carriers take along arrives, in whatever flavor, with each kind of task. */
@Timeout(60)
public abstract class CarryContract {
    static final ScopedValue<String> USER = ScopedValue.newInstance();
    static final ThreadLocal<@Nullable String> TENANT = new ThreadLocal<>();

    /** Stands for what a logging library keeps. */
    static final ThreadLocal<@Nullable String> DIAGNOSTICS = new ThreadLocal<>();

    private static final Carrier OF_LIBRARY =
            () -> {
                String here = DIAGNOSTICS.get();
                return here == null ? null : body -> amongDiagnostics(here, body);
            };

    private static @Nullable Object amongDiagnostics(String value, Callable<?> body)
            throws Exception {
        DIAGNOSTICS.set(value);
        try {
            return body.call();
        } finally {
            DIAGNOSTICS.remove();
        }
    }

    /**
     * Says what is under contract.
     *
     * @return the flavor
     */
    protected abstract Flavor flavor();

    /**
     * Opens a scope of one worker.
     *
     * @param carry what it takes along
     * @return the scope
     */
    protected Scope open(Carrier... carry) {
        return Run.of(flavor()).workers(1).carry(carry).open();
    }

    private Scope open() {
        return open(Carrier.scopedValue(() -> USER), Carrier.threadLocal(() -> TENANT), OF_LIBRARY);
    }

    @AfterEach
    void forget() {
        TENANT.remove();
        DIAGNOSTICS.remove();
    }

    private static String all() {
        return USER.orElse("nobody") + ", " + TENANT.get() + ", " + DIAGNOSTICS.get();
    }

    private static String among(String user, Callable<String> body) throws Exception {
        TENANT.set("acme");
        DIAGNOSTICS.set("request 7");
        return ScopedValue.where(USER, user).call(body::call);
    }

    @Test
    void submittedTask_findsWhatItsSubmitterHad() throws Exception {
        try (Scope scope = open()) {
            String there = among("ann", () -> scope.submit(() -> all()).get());
            assertThat(there).isEqualTo("ann, acme, request 7");
        }
    }

    @Test
    void nextTask_findsNothingOfTheOneBefore() throws Exception {
        try (Scope scope = open()) {
            assertThat(among("ann", () -> scope.submit(() -> all()).get())).startsWith("ann");
            forget();
            assertThat(scope.submit(() -> all()).get()).isEqualTo("nobody, null, null");
        }
    }

    @Test
    void failingTask_leavesNothingBehind_andFailsAsItself() throws Exception {
        try (Scope scope = open()) {
            assertThatThrownBy(() -> among("ann", () -> scope.submit(() -> fail()).get()))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UserException.class)
                    .hasMessageContaining("ann, acme, request 7");
            forget();
            assertThat(scope.submit(() -> all()).get()).isEqualTo("nobody, null, null");
        }
    }

    private static String fail() throws UserException {
        throw new UserException(all(), 1);
    }

    @Test
    void runnables_carryToo() throws Exception {
        try (Scope scope = open()) {
            assertThatThrownBy(() ->
                            among("eve", () -> String.valueOf(scope.submit(() -> refuse()).get())))
                    .hasCauseInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("eve, acme");
        }
    }

    private static void refuse() {
        throw new IllegalStateException(all());
    }

    @Test
    void mapsInvokeAllAndStages_carryToo() throws Exception {
        try (Scope scope = open()) {
            String mapped =
                    among(
                            "bob",
                            () ->
                                    Parallel.pmap(
                                                    (Integer item) -> item + all(),
                                                    ParallelOptions.over(scope))
                                            .apply(List.of(1, 2))
                                            .toString());
            assertThat(mapped).isEqualTo("[1bob, acme, request 7, 2bob, acme, request 7]");
            String staged =
                    among(
                            "cleo",
                            () ->
                                    scope.submitAsync(
                                                    () -> CompletableFuture.completedFuture(all()))
                                            .get());
            assertThat(staged).startsWith("cleo");
            List<Callable<String>> tasks = List.of(serialisable());
            assertThat(among("dan", () -> scope.invokeAll(tasks).getFirst().get()))
                    .startsWith("dan");
        }
    }

    private static SerializableCallable<String> serialisable() {
        return () -> all();
    }
}
