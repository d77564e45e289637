package dev.polyloom.process.transport;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Frames that wait to be written. Any thread may add; one at a time may take. */
final class Outbox {
    private final Queue<byte[][]> frames = new ConcurrentLinkedQueue<>();
    private byte @Nullable [][] current;
    private int part;
    private int offset;

    /** Adds a frame in parts. */
    void add(byte[]... frame) {
        frames.add(frame);
    }

    /** Tells whether no frame waits that has not been begun. */
    boolean isEmpty() {
        return frames.isEmpty();
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
        offset += count;
        if (offset < bytes.length) {
            return false;
        }
        offset = 0;
        return true;
    }
}
