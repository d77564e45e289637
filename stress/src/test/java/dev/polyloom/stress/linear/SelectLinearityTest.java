package dev.polyloom.stress.linear;

import dev.polyloom.threading.Channel;
import dev.polyloom.threading.Select;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class SelectLinearityTest {
    /** One channel of a select, beside one on which nothing ever happens. */
    public static final class Look {
        private final Channel<Integer> one = Channel.bounded(1);
        private final Channel<Integer> silent = Channel.bounded(1);

        /** Sends if there is room; tells how many were sent. */
        @Operation
        public int send() {
            return one.trySend(1) ? 1 : 0;
        }

        /** Receives, if there is something, by a select that names the channel twice. */
        @Operation
        public int receive() {
            return new Select<Integer>()
                    .receive(silent, token -> 2)
                    .receive(one, token -> token)
                    .receive(one, token -> token)
                    .orElse(() -> 0);
        }
    }

    /** Each thread sends before it receives, so that nobody waits for ever. */
    public static final class Either {
        private final Channel<Integer> one = Channel.bounded(1);
        private final Channel<Integer> other = Channel.bounded(1);

        /** Sends to either channel, then receives from either. */
        @Operation
        public int exchange() throws InterruptedException {
            int sent = new Select<Integer>().send(one, 1, () -> 1).send(other, 1, () -> 1).await();
            int received =
                    new Select<Integer>()
                            .receive(one, token -> token)
                            .receive(other, token -> token)
                            .await();
            return sent + received;
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Look.class, Either.class})
    void selects_modelChecked_areLinearizable(Class<?> operations) {
        Linearity.modelCheck(operations);
    }

    @ParameterizedTest
    @ValueSource(classes = {Look.class, Either.class})
    void selects_stressed_areLinearizable(Class<?> operations) {
        Linearity.stress(operations);
    }
}
