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
    private static final int MOST = SocketConnection.MAX_PAYLOAD - Frame.TIMES;

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
            byte[] body = codec.encode("result", value);
            return body.length <= MOST
                    ? new Reply(FrameType.RESULT, body)
                    : failure(tooLong(body.length));
        } catch (Throwable e) {
            return failure(e);
        }
    }

    /** Encodes what a body threw; runs user code. */
    Reply failure(Throwable thrown) {
        try {
            return new Reply(FrameType.FAILURE, encodeFailure(thrown));
        } catch (Throwable e) {
            String message = "%s cannot travel: %s".formatted(thrown.getClass().getName(), e);
            var stand = new SerializationException("exception", message, null);
            return new Reply(FrameType.FAILURE, codec.encodeFailure(worker, stand));
        }
    }

    private static SerializationException tooLong(int size) {
        return new SerializationException(
                "result",
                "it takes %d bytes, more than the %d that can travel at once".formatted(size, MOST),
                null);
    }

    private byte[] encodeFailure(Throwable thrown) {
        return codec.encodeFailure(worker, thrown, MOST);
    }

    /** Sends a reply at once: one that waited would be lost with this process. */
    void send(long task, Reply reply, long startedNanos, long ranNanos) {
        connection.sendNow(reply.type(), task, Frame.times(startedNanos, ranNanos), reply.body());
    }

    void startFailed(Throwable thrown) {
        connection.send(FrameType.START_FAILED, 0, encodeFailure(thrown));
        connection.flush();
    }
}
