package dev.polyloom.process.transport;

import java.nio.ByteBuffer;

/**
 * One message of a connection.
 *
 * @param type what it says
 * @param task the number of the task it is about, 0 if none
 * @param payload what goes with it
 */
@SuppressWarnings("ArrayRecordComponent")
public record Frame(FrameType type, long task, byte[] payload) {
    /** Bytes of the prefix of a reply: when the body started and how long it ran. */
    public static final int TIMES = 2 * Long.BYTES;

    /**
     * Makes the prefix of a reply.
     *
     * @param startedNanos when the body started, on the worker's clock
     * @param ranNanos how long it ran
     * @return the prefix
     */
    public static byte[] times(long startedNanos, long ranNanos) {
        return ByteBuffer.allocate(TIMES).putLong(startedNanos).putLong(ranNanos).array();
    }

    /**
     * Sees to it that the payload is as long as the prefix of a reply.
     *
     * @throws ProtocolException if it is not
     */
    public void checkTimes() throws ProtocolException {
        long _ = number(1);
    }

    /** Returns the number that the payload holds at an index counted in longs. */
    public long number(int index) throws ProtocolException {
        if (payload.length < (index + 1) * Long.BYTES) {
            throw new ProtocolException(
                    "a %s frame of %d bytes lacks its number %d"
                            .formatted(type, payload.length, index));
        }
        return ByteBuffer.wrap(payload).getLong(index * Long.BYTES);
    }
}
