package dev.polyloom.threading.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polyloom.threading.ReceiveException;
import dev.polyloom.threading.channel.Outcome;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class QueueChannelTest {
    @Test
    void elementThatComesBetweenALookAndTheClose_isReceived() throws Exception {
        LateChannel trying = new LateChannel();
        assertThat(trying.tryReceive()).isEqualTo("last");
        assertThatThrownBy(trying::tryReceive).isInstanceOf(ReceiveException.class);
        LateChannel waiting = new LateChannel();
        assertThat(waiting.receive()).isEqualTo("last");
        assertThatThrownBy(waiting::receive).isInstanceOf(ReceiveException.class);
    }

    /** Is empty at the first look, and just after it gets its last element and is closed. */
    private static final class LateChannel extends QueueChannel<String> {
        private final Deque<String> items = new ArrayDeque<>();
        private boolean closed;

        LateChannel() {
            super("late");
        }

        @Override
        @Nullable String dequeue() {
            if (closed) {
                return items.poll();
            }
            items.add("last");
            closed = true;
            return null;
        }

        @Override
        Outcome enqueue(String item) {
            return Outcome.CLOSED;
        }

        @Override
        boolean isEmpty() {
            return items.isEmpty();
        }

        @Override
        boolean isFull() {
            return false;
        }

        @Override
        void seal() {
            closed = true;
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public long moves() {
            return items.size();
        }
    }
}
