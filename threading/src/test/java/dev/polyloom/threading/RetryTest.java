package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RetryTest {
    private final AtomicInteger calls = new AtomicInteger();
    private final List<Duration> waits = new ArrayList<>();

    private String broken() throws IOException {
        throw new IOException("disk full at " + calls.incrementAndGet());
    }

    /** Fails so often, then returns how often it was called. */
    private Callable<Integer> failing(int times) {
        return () -> {
            if (calls.incrementAndGet() <= times) {
                throw new IOException("disk full at " + calls);
            }
            return calls.get();
        };
    }

    private List<Duration> waitsOf(Retry retry) {
        waits.clear();
        assertThatThrownBy(() -> retry.call(this::broken, waits::add))
                .isInstanceOf(IOException.class);
        return waits;
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    @Test
    void call_triesUntilItSucceeds() throws Exception {
        Retry retry = Retry.times(4).backoff(Duration.ofNanos(10), millis(1));
        assertThat(retry.call(failing(0))).isEqualTo(1);
        calls.set(0);
        assertThat(retry.call(failing(3))).isEqualTo(4);
    }

    @Test
    void call_thatFailsAllTheTime_endsWithTheLastFailure_andNamesThoseBefore() {
        assertThatThrownBy(() -> Retry.times(3).call(this::broken))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full at 3")
                .satisfies(e ->
                        assertThat(e.getSuppressed())
                                .extracting(Throwable::getMessage)
                                .containsExactly("disk full at 1", "disk full at 2"));
        assertThat(calls).hasValue(3);
    }

    @Test
    void call_thatFailsOverAndOver_keepsOnlyTheLastFailures_sideBySide() {
        assertThatThrownBy(() -> Retry.times(10_000).call(this::broken))
                .hasMessage("disk full at 10000")
                .satisfies(e ->
                        assertThat(e.getSuppressed())
                                .hasSize(8)
                                .allSatisfy(each -> assertThat(each.getSuppressed()).isEmpty())
                                .extracting(Throwable::getMessage)
                                .startsWith("disk full at 9992")
                                .endsWith("disk full at 9999"));
    }

    @Test
    void failureThatIsThrownAgain_isNamedOnce() {
        IOException same = new IOException("same");
        IOException other = new IOException("other");
        assertThatThrownBy(() ->
                        Retry.times(4)
                                .call(() -> {
                                    throw calls.incrementAndGet() % 2 == 0 ? same : other;
                                }))
                .isSameAs(same)
                .satisfies(e -> assertThat(e.getSuppressed()).containsExactly(other));
    }

    @Test
    void when_letsOtherFailuresOutAtOnce() {
        Retry retry = Retry.times(5).when(IOException.class::isInstance);
        assertThatThrownBy(() ->
                        retry.call(() -> {
                            failing(2).call();
                            throw new IllegalStateException("lost");
                        }))
                .hasMessage("lost")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(2));
        assertThat(calls).hasValue(3);
    }

    @Test
    void errorAndInterruptOfTheBody_areNeverTriedAgain() {
        assertThatThrownBy(() ->
                        Retry.times(3)
                                .call(() -> {
                                    calls.incrementAndGet();
                                    throw new AssertionError("broken");
                                }))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() ->
                        Retry.times(3)
                                .call(() -> {
                                    failing(2).call();
                                    throw new InterruptedException();
                                }))
                .isInstanceOf(InterruptedException.class)
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
        assertThat(calls).hasValue(3);
    }

    @Test
    void waits_doubleUpToTheLongest_andThereIsNoneAfterTheLastAttempt() {
        assertThat(waitsOf(Retry.times(6).backoff(millis(10), millis(70))))
                .containsExactly(millis(10), millis(20), millis(40), millis(70), millis(70));
        assertThat(waitsOf(Retry.times(3).backoff(millis(90), millis(70))))
                .containsExactly(millis(70), millis(70));
        assertThat(waitsOf(Retry.times(3))).containsExactly(Duration.ZERO, Duration.ZERO);
        assertThat(waitsOf(Retry.times(1).backoff(millis(1), millis(1)))).isEmpty();
    }

    @Test
    void waits_thatCannotBeDoubled_areTheLongest() {
        Duration most = Duration.ofSeconds(Long.MAX_VALUE);
        assertThat(waitsOf(Retry.times(3).backoff(most.minusSeconds(1), most)))
                .containsExactly(most.minusSeconds(1), most);
    }

    @Test
    void interruptBetweenAttempts_endsIt_andNamesTheFailureBefore() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        ThreadHandle<?> caller =
                Threads.spawn(() ->
                        Retry.times(2)
                                .backoff(Duration.ofHours(1), Duration.ofHours(1))
                                .call(() -> {
                                    failed.countDown();
                                    return broken();
                                }));
        failed.await();
        caller.interrupt();
        assertThatThrownBy(caller::join)
                .cause()
                .isInstanceOf(InterruptedException.class)
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
        assertThat(calls).hasValue(1);
    }

    @Test
    void descriptionThatMakesNoSense_isRefused() {
        assertThatThrownBy(() -> Retry.times(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at least 1 attempt is needed, not 0");
        assertThatThrownBy(() -> Retry.times(1).backoff(Duration.ofNanos(-1), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Retry.times(1).backoff(Duration.ZERO, Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
