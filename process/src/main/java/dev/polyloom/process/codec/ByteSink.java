package dev.polyloom.process.codec;

import dev.polyloom.process.transport.LargeArrays;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the bytes of the compact form. Numbers of the format's own are of variable length, seven
 * bits a byte, the lowest first. What is large is kept in a segment of its own and never copied
 * again. For one thread.
 */
final class ByteSink {
    /** From this size on an array's content is a segment of its own. */
    static final int LARGE = 16 * 1024;

    private static final int MAX_VARIABLE = 10;
    private static final int MAX_BYTES = Integer.MAX_VALUE - 64;

    private byte[] bytes;
    private int size;
    private boolean segmented;
    private @Nullable List<byte[]> segments;

    /** Makes a sink with room for about so many bytes. */
    ByteSink(long capacity) {
        bytes = new byte[checked(capacity)];
    }

    private static int checked(long count) {
        if (count > MAX_BYTES) {
            throw new IllegalArgumentException(count + " bytes are too many for one value");
        }
        return (int) count;
    }

    private int reserve(long count) {
        int at = size;
        if (count > bytes.length - at) {
            int wanted = checked(at + count);
            bytes = Arrays.copyOf(bytes, (int) Math.max(wanted, Math.min(2L * at, MAX_BYTES)));
        }
        size = (int) (at + count);
        return at;
    }

    void put(int value) {
        int at = reserve(1);
        bytes[at] = (byte) value;
    }

    void fixed(long value, int width) {
        int at = reserve(width);
        for (int i = 0; i < width; i++) {
            bytes[at + i] = (byte) (value >>> (8 * i));
        }
    }

    void number(long value) {
        int at = reserve(MAX_VARIABLE);
        byte[] to = bytes;
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            to[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        to[at++] = (byte) rest;
        size = at;
    }

    /** Puts a number that may be negative. */
    void signed(long value) {
        number((value << 1) ^ (value >> 63));
    }

    /** Puts the bytes from an index on. */
    void raw(byte[] content, int from) {
        int count = content.length - from;
        int at = reserve(count);
        System.arraycopy(content, from, bytes, at, count);
    }

    /** Puts bytes with their count before them; they must not be changed afterwards. */
    void block(byte[] content) {
        number(content.length);
        if (segmented && content.length >= LARGE) {
            add(content);
        } else {
            raw(content, 0);
        }
    }

    void text(String text) {
        block(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Makes room for the elements of an array, to be filled by the caller. */
    ByteBuffer room(long count) {
        ByteBuffer room;
        if (segmented && count >= LARGE) {
            byte[] segment = LargeArrays.take(checked(count));
            add(segment);
            room = ByteBuffer.wrap(segment);
        } else {
            int at = reserve(count);
            room = ByteBuffer.wrap(bytes, at, (int) count);
        }
        return room.order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Keeps what is large apart from now on. */
    ByteSink inSegments() {
        segmented = true;
        return this;
    }

    private void add(byte[] segment) {
        List<byte[]> all = segments == null ? new ArrayList<>() : segments;
        segments = all;
        if (size > 0) {
            all.add(Arrays.copyOf(bytes, size));
            size = 0;
        }
        all.add(segment);
    }

    /** Returns all segments. */
    byte[][] toSegments() {
        if (segments == null) {
            return new byte[][] {toBytes()};
        }
        if (size > 0) {
            segments.add(toBytes());
        }
        return segments.toArray(byte[][]::new);
    }

    /** Returns all bytes of a sink without segments. */
    byte[] toBytes() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }
}
