package dev.polyloom.process.transport;

import java.nio.ByteBuffer;

/**
 * What a worker says when it can take tasks.
 *
 * @param nanos the worker's clock
 * @param page whether it writes the status page
 */
public record Ready(long nanos, boolean page) {
    /** Returns this as the payload of a frame. */
    public byte[] encode() {
        return ByteBuffer.allocate(2 * Long.BYTES).putLong(nanos).putLong(page ? 1 : 0).array();
    }

    /** Reads a frame. */
    public static Ready decode(Frame frame) throws ProtocolException {
        return new Ready(frame.number(0), frame.number(1) != 0);
    }
}
