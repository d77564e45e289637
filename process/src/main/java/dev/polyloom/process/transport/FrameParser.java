package dev.polyloom.process.transport;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Puts frames together from the bytes of a stream, however these are cut. What a frame claims to
 * hold is given memory only as it comes. For one thread.
 */
final class FrameParser {
    static final int HEADER = Integer.BYTES + 1 + Long.BYTES;
    private static final int FIRST_CHUNK = 4 * 1024 * 1024;

    private final int maxPayload;
    private final ByteBuffer cutHeader = ByteBuffer.allocate(HEADER);
    private @Nullable FrameType type;
    private long task;
    private int length;
    private byte[] payload = {};
    private int filled;

    FrameParser(int maxPayload) {
        this.maxPayload = maxPayload;
    }

    /** Tells whether the next byte belongs to a frame that has begun. */
    boolean isWithinFrame() {
        return type != null || cutHeader.position() > 0;
    }

    /** Takes bytes up to the end of a frame; null if they do not reach so far. */
    @Nullable Frame next(ByteBuffer in) throws ProtocolException {
        if (type == null && !takeHeader(in)) {
            return null;
        }
        while (filled < length && in.hasRemaining()) {
            takePayload(in);
        }
        FrameType whole = type;
        if (filled < length || whole == null) {
            return null;
        }
        Frame frame = new Frame(whole, task, payload);
        type = null;
        payload = new byte[0];
        return frame;
    }

    private boolean takeHeader(ByteBuffer in) throws ProtocolException {
        if (cutHeader.position() == 0 && in.remaining() >= HEADER) {
            parseHeader(in);
            return true;
        }
        while (cutHeader.hasRemaining() && in.hasRemaining()) {
            cutHeader.put(in.get());
        }
        if (cutHeader.hasRemaining()) {
            return false;
        }
        parseHeader(cutHeader.flip());
        cutHeader.clear();
        return true;
    }

    private void parseHeader(ByteBuffer in) throws ProtocolException {
        length = in.getInt();
        type = knownType(in.get());
        task = in.getLong();
        checkLength();
        payload = LargeArrays.take(Math.min(length, FIRST_CHUNK));
        filled = 0;
    }

    private static FrameType knownType(byte code) throws ProtocolException {
        FrameType known = FrameType.of(code);
        if (known == null) {
            throw new ProtocolException("there is no frame of type " + code);
        }
        return known;
    }

    private void checkLength() throws ProtocolException {
        if (length < 0 || length > maxPayload) {
            throw new ProtocolException(
                    "a %s frame claims %d bytes; from 0 to %d are allowed"
                            .formatted(type, length, maxPayload));
        }
    }

    private void takePayload(ByteBuffer in) {
        if (filled == payload.length) {
            payload = Arrays.copyOf(payload, (int) Math.min(length, 2L * payload.length));
        }
        int count = Math.min(in.remaining(), payload.length - filled);
        in.get(payload, filled, count);
        filled += count;
    }
}
