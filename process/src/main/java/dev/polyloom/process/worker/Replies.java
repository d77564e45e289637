package dev.polyloom.process.worker;

import dev.polyloom.SerializationException;
import dev.polyloom.process.codec.Codec;
import dev.polyloom.process.transport.Connection;
import dev.polyloom.process.transport.Frame;
import dev.polyloom.process.transport.FrameType;
import dev.polyloom.process.transport.SocketConnection;
import org.jspecify.annotations.Nullable;

/** Encodes and sends what tasks returned or threw. */
final class Replies {
    private final Connection connection;
    private final Codec codec;
    private final String worker;

    Replies(Connection connection, Codec codec, String worker) {
        this.connection = connection;
        this.codec = codec;
        this.worker = worker;
    }

    /** An encoded reply. */
    @SuppressWarnings("ArrayRecordComponent")
    record Reply(FrameType type, byte[] body) {}

    /** Encodes a result, or the failure to do so; runs user code. */
    Reply result(@Nullable Object value) {
        try {
            return bounded(FrameType.RESULT, codec.encode("result", value), "result");
        } catch (Throwable e) {
            return failure(e);
        }
    }

    /** Encodes what a body threw; runs user code. */
    Reply failure(Throwable thrown) {
        try {
            return bounded(FrameType.FAILURE, codec.encodeFailure(worker, thrown), "exception");
        } catch (Throwable e) {
            String message = "%s cannot travel: %s".formatted(thrown.getClass().getName(), e);
            var stand = new SerializationException("exception", message, null);
            return new Reply(FrameType.FAILURE, codec.encodeFailure(worker, stand));
        }
    }

    private Reply bounded(FrameType type, byte[] body, String what) {
        if (body.length <= SocketConnection.MAX_PAYLOAD - Frame.TIMES) {
            return new Reply(type, body);
        }
        String message =
                "it takes %d bytes, more than the %d that can travel at once"
                        .formatted(body.length, SocketConnection.MAX_PAYLOAD);
        return failure(new SerializationException(what, message, null));
    }

    /** Sends a reply at once: one that waited would be lost with this process. */
    void send(long task, Reply reply, long startedNanos, long ranNanos) {
        connection.sendNow(reply.type(), task, Frame.times(startedNanos, ranNanos), reply.body());
    }

    void startFailed(Throwable thrown) {
        connection.send(FrameType.START_FAILED, 0, codec.encodeFailure(worker, thrown));
        connection.flush();
    }
}
