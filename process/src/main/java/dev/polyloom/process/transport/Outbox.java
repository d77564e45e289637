package dev.polyloom.process.transport;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Frames that wait to be written. Any thread may add; one at a time may take. */
final class Outbox {
    /** What is no longer is sent in one piece. */
    static final int SHORT = 512;

    private final int maxPayload;
    private final Queue<byte[][]> frames = new ConcurrentLinkedQueue<>();
    private final @Nullable AtomicLong added;
    private final AtomicLong taken = new AtomicLong();
    private byte @Nullable [][] current;
    private int part;
    private int offset;

    Outbox(int maxPayload) {
        this(maxPayload, false);
    }

    /** Makes an outbox that counts what waits in it, or does not. */
    Outbox(int maxPayload, boolean counting) {
        this.maxPayload = maxPayload;
        this.added = counting ? new AtomicLong() : null;
    }

    /** Adds a frame; a short one in one piece, as there may be very many. */
    void add(FrameType type, long task, byte[]... parts) {
        int length = checkedLength(type, parts);
        if (added != null) {
            added.addAndGet(FrameParser.HEADER + (long) length);
        }
        boolean whole = length <= SHORT;
        ByteBuffer header =
                ByteBuffer.allocate(whole ? FrameParser.HEADER + length : FrameParser.HEADER)
                        .putInt(length)
                        .put(type.code())
                        .putLong(task);
        if (whole) {
            for (byte[] each : parts) {
                header.put(each);
            }
            frames.add(new byte[][] {header.array()});
            return;
        }
        byte[][] frame = new byte[parts.length + 1][];
        System.arraycopy(parts, 0, frame, 1, parts.length);
        frame[0] = header.array();
        frames.add(frame);
    }

    /** Returns how many bytes wait, if they are counted. */
    long queued() {
        return added == null ? 0 : added.get() - taken.get();
    }

    /** Returns how many bytes have been taken, if they are counted. */
    long taken() {
        return taken.get();
    }

    private int checkedLength(FrameType type, byte[]... parts) {
        long total = 0;
        for (byte[] each : parts) {
            total += each.length;
        }
        if (total > maxPayload) {
            throw new IllegalArgumentException(
                    "a %s frame of %d bytes is over the limit of %d"
                            .formatted(type, total, maxPayload));
        }
        return (int) total;
    }

    /** Tells whether no frame waits that has not been begun. */
    boolean isEmpty() {
        return frames.isEmpty();
    }

    /** Tells whether all has been taken; for whoever takes. */
    boolean isDrained() {
        return current == null && frames.isEmpty();
    }

    void clear() {
        frames.clear();
    }

    /** Moves bytes to a buffer until it is full or no more wait. */
    void drainTo(ByteBuffer out) {
        while (out.hasRemaining()) {
            byte[][] frame = current != null ? current : frames.poll();
            current = frame;
            if (frame == null) {
                break;
            }
            if (movePart(frame[part], out) && ++part == frame.length) {
                part = 0;
                current = null;
            }
        }
    }

    /** Moves what fits, and tells whether that was the rest of the part. */
    private boolean movePart(byte[] bytes, ByteBuffer out) {
        int count = Math.min(out.remaining(), bytes.length - offset);
        out.put(bytes, offset, count);
        if (added != null) {
            taken.addAndGet(count);
        }
        offset += count;
        if (offset < bytes.length) {
            return false;
        }
        offset = 0;
        return true;
    }
}
