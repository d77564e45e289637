package dev.polyloom.process.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polyloom.process.transport.FrameType;
import dev.polyloom.process.transport.SilentConnection;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DeadlineTest {
    private static final long FAR = Duration.ofMinutes(1).toNanos();

    private final AtomicInteger closed = new AtomicInteger();
    private final SilentConnection connection =
            new SilentConnection() {
                @Override
                public void send(FrameType type, long task, byte[]... payload) {}

                @Override
                public void close() {
                    closed.incrementAndGet();
                }
            };

    @AfterEach
    void isNotInterrupted() {
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void passed_interruptsWhoWaits_andClosesWhatIsReachedLater() {
        try (Deadline deadline = new Deadline(1)) {
            assertThatThrownBy(() -> new CountDownLatch(1).await())
                    .isInstanceOf(InterruptedException.class);
            assertThat(deadline.hasPassed()).isTrue();
            deadline.guard(connection);
            assertThat(closed).hasValue(1);
        }
    }

    @Test
    void passedWhileItGuards_closesTheConnection() {
        try (Deadline deadline = new Deadline(Duration.ofMillis(20).toNanos())) {
            deadline.guard(connection);
            await().until(deadline::hasPassed);
            assertThat(closed).hasValue(1);
        } catch (RuntimeException e) {
            // it passed before it guarded anything, on a crowded machine
            assertThat(e).hasRootCauseInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void closedInTime_doesNothing() {
        Deadline deadline = new Deadline(FAR);
        deadline.guard(connection);
        deadline.close();
        assertThat(deadline.hasPassed()).isFalse();
        assertThat(closed).hasValue(0);
    }
}
