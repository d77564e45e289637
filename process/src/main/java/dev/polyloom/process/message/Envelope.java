package dev.polyloom.process.message;

import dev.polyloom.process.transport.Connection;
import dev.polyloom.process.transport.FrameType;
import dev.polyloom.process.transport.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A message with its way: {@code byte kind, long from, long to, long id, int credits, long
 * creditBytes, short length and bytes of the name, body}, the payload of a frame.
 *
 * @param kind what it is for
 * @param from the endpoint it comes from
 * @param to the endpoint it goes to
 * @param id its number at its sender, or what it answers
 * @param credits how many messages of the receiver's the sender has dealt with
 * @param creditBytes how much room they took
 * @param name its name, or empty
 * @param bytes an array with the body at its end
 * @param bodyAt where the body begins in it
 */
@SuppressWarnings("ArrayRecordComponent")
public record Envelope(
        Kind kind,
        long from,
        long to,
        long id,
        int credits,
        long creditBytes,
        String name,
        byte[] bytes,
        int bodyAt) {
    static final byte[] NOTHING = {};
    static final int MAX_NAME = 4096;
    private static final int FIXED = 1 + 4 * Long.BYTES + Integer.BYTES + Short.BYTES;

    /** What an envelope takes besides its body, at most. */
    static final int OVERHEAD = FIXED + MAX_NAME;

    /** What keeping a message costs, however small it is. */
    private static final int COST = 64;

    static Envelope of(Kind kind, long from, long to, long id, String name, byte[] body) {
        return new Envelope(kind, from, to, id, 0, 0, name, body, 0);
    }

    Envelope credit(int messages, long room) {
        return new Envelope(kind, from, to, id, messages, room, name, bytes, bodyAt);
    }

    /** Returns the same between other numbers. */
    public Envelope between(long sender, long receiver) {
        return new Envelope(kind, sender, receiver, id, credits, creditBytes, name, bytes, bodyAt);
    }

    /** Returns the same as if it came from another endpoint. */
    Envelope from(long other) {
        return new Envelope(kind, other, to, id, credits, creditBytes, name, bytes, bodyAt);
    }

    /** Reads the payload of a frame, which must not be changed afterwards. */
    public static Envelope parse(byte[] payload) throws ProtocolException {
        if (payload.length < FIXED) {
            throw new ProtocolException(
                    "a message of %d bytes is shorter than its header".formatted(payload.length));
        }
        ByteBuffer in = ByteBuffer.wrap(payload);
        Kind kind = kind(in.get());
        long from = in.getLong();
        long to = in.getLong();
        long id = in.getLong();
        int credits = in.getInt();
        long creditBytes = in.getLong();
        int length = in.getShort();
        if (length < 0 || length > Math.min(MAX_NAME, in.remaining())) {
            throw new ProtocolException("a message claims a name of %d bytes".formatted(length));
        }
        if (credits < 0 || creditBytes < 0) {
            throw new ProtocolException(
                    "a message gives %d messages and %d bytes of room"
                            .formatted(credits, creditBytes));
        }
        String name = new String(payload, in.position(), length, StandardCharsets.UTF_8);
        int bodyAt = in.position() + length;
        return new Envelope(kind, from, to, id, credits, creditBytes, name, payload, bodyAt);
    }

    private static Kind kind(byte code) throws ProtocolException {
        Kind kind = Kind.of(code);
        if (kind == null) {
            throw new ProtocolException("there is no kind of message " + code);
        }
        return kind;
    }

    /** Queues this on a connection. */
    public void send(Connection connection) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        byte[] header =
                ByteBuffer.allocate(FIXED + utf8.length)
                        .put(kind.code())
                        .putLong(from)
                        .putLong(to)
                        .putLong(id)
                        .putInt(credits)
                        .putLong(creditBytes)
                        .putShort((short) utf8.length)
                        .put(utf8)
                        .array();
        connection.send(FrameType.MESSAGE, 0, header, body());
    }

    /** Returns the body. */
    byte[] body() {
        return bodyAt == 0 ? bytes : Arrays.copyOfRange(bytes, bodyAt, bytes.length);
    }

    /** Tells whether an introduction says all itself, since the receiver knows nothing else. */
    boolean isOfStranger() {
        return bytes.length > bodyAt;
    }

    /** Returns the room it takes in a pipe. */
    long room() {
        return COST + name.length() + (long) bytes.length - bodyAt;
    }
}
