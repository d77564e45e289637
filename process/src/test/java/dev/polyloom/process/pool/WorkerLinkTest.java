package dev.polyloom.process.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.SerializableCallable;
import dev.polyloom.process.classes.ClassServer;
import dev.polyloom.process.codec.Codec;
import dev.polyloom.process.codec.EncodedTask;
import dev.polyloom.process.transport.Connection;
import dev.polyloom.process.transport.FrameType;
import dev.polyloom.process.transport.SilentConnection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkerLinkTest {
    private final Codec codec = Codec.ofPrimary(new ClassServer(), List.of());

    /** Remembers what was sent. */
    private static final class Sent extends SilentConnection {
        private final List<FrameType> frames = new ArrayList<>();

        @Override
        public void send(FrameType type, long task, byte[]... payload) {
            frames.add(type);
        }
    }

    private static WorkerLink link(Connection connection) {
        WorkerLink link = new WorkerLink(1, "w-1");
        link.connected(connection, null, 0);
        return link;
    }

    @Test
    void shape_isSentOnceToEachIncarnation() {
        int captured = 1;
        SerializableCallable<Integer> inner = () -> captured;
        SerializableCallable<Integer> outer = () -> inner.call();
        EncodedTask task = codec.encodeTask(outer);
        assertThat(task.shapes()).isEqualTo(2);
        Sent first = new Sent();
        WorkerLink one = link(first);
        one.teach(task);
        one.teach(codec.encodeTask(outer));
        assertThat(first.frames).containsExactly(FrameType.SHAPE, FrameType.SHAPE);
        Sent second = new Sent();
        link(second).teach(task);
        assertThat(second.frames).containsExactly(FrameType.SHAPE, FrameType.SHAPE);
    }
}
