package dev.polyloom.process.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.polyloom.process.message.Window.Result;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WindowTest {
    private static final long FAR = Duration.ofMinutes(1).toNanos();

    private final Window window = new Window(3, 100);

    @Test
    void firstMessage_fitsHoweverLargeItIs_andAlone() throws Exception {
        assertThat(window.take(1_000, 0)).isEqualTo(Result.TAKEN);
        assertThat(window.take(1, 0)).isEqualTo(Result.FULL);
        window.give(1, 1_000);
        assertThat(window.take(1, 0)).isEqualTo(Result.TAKEN);
    }

    @Test
    void messagesAndBytes_areBothBounded() throws Exception {
        assertThat(window.take(60, 0)).isEqualTo(Result.TAKEN);
        assertThat(window.take(41, 0)).isEqualTo(Result.FULL);
        assertThat(window.take(40, 0)).isEqualTo(Result.TAKEN);
        window.give(1, 60);
        assertThat(window.take(0, 0)).isEqualTo(Result.TAKEN);
        assertThat(window.take(0, 0)).isEqualTo(Result.TAKEN);
        assertThat(window.take(0, 0)).isEqualTo(Result.FULL);
        assertThat(window).hasToString("3 of 3 messages and 40 of 100 bytes");
    }

    /** Starts to wait for room, which there is none of. */
    private FutureTask<Result> waiting() throws Exception {
        assertThat(window.take(100, 0)).isEqualTo(Result.TAKEN);
        FutureTask<Result> taking = new FutureTask<>(() -> window.take(1, FAR));
        Thread thread = Thread.ofPlatform().start(taking);
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        return taking;
    }

    @Test
    void waiter_goesOnWhenRoomIsGivenBack() throws Exception {
        FutureTask<Result> taking = waiting();
        window.give(1, 100);
        assertThat(taking.get()).isEqualTo(Result.TAKEN);
        assertThat(window.messages()).isEqualTo(1);
    }

    @Test
    void waiter_goesOnWhenTheWindowIsClosed() throws Exception {
        FutureTask<Result> taking = waiting();
        window.close();
        assertThat(taking.get()).isEqualTo(Result.CLOSED);
    }

    @Test
    void closed_givesNoRoomThoughThereIsSome() throws Exception {
        window.close();
        assertThat(window.take(1, 0)).isEqualTo(Result.CLOSED);
        assertThat(window.messages()).isZero();
    }
}
