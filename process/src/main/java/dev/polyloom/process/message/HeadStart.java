package dev.polyloom.process.message;

import dev.polyloom.process.transport.ProtocolException;
import java.nio.ByteBuffer;

/**
 * What the primary tells a new head.
 *
 * @param id the number of its endpoint
 * @param primaryPid the process id of the primary
 * @param startMillis how long the start of a worker may take
 * @param heads the settings of all heads, encoded; empty for the defaults
 */
@SuppressWarnings("ArrayRecordComponent")
public record HeadStart(long id, long primaryPid, long startMillis, byte[] heads) {
    private static final int FIXED = 3 * Long.BYTES;

    /** Returns this as the payload of a frame. */
    public byte[] encode() {
        return ByteBuffer.allocate(FIXED + heads.length)
                .putLong(id)
                .putLong(primaryPid)
                .putLong(startMillis)
                .put(heads)
                .array();
    }

    /** Reads the payload of a frame. */
    public static HeadStart decode(byte[] payload) throws ProtocolException {
        if (payload.length < FIXED) {
            throw new ProtocolException(
                    "the frame for a head has only %d bytes".formatted(payload.length));
        }
        ByteBuffer in = ByteBuffer.wrap(payload);
        long id = in.getLong();
        long primaryPid = in.getLong();
        long startMillis = in.getLong();
        byte[] heads = new byte[in.remaining()];
        in.get(heads);
        return new HeadStart(id, primaryPid, startMillis, heads);
    }

    /** Returns the index of the worker. */
    public int index() {
        return (int) (id >>> Integer.SIZE);
    }
}
