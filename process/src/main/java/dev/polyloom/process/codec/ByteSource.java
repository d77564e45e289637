package dev.polyloom.process.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Takes apart what a {@link ByteSink} put together. Whatever a length or a count claims is checked
 * against the bytes that are there before anything is made of it. For one thread.
 */
final class ByteSource {
    private final byte[] bytes;
    private final int end;
    private int at;

    ByteSource(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = Math.min(from, bytes.length);
        this.end = bytes.length;
    }

    int position() {
        return at;
    }

    int remaining() {
        return end - at;
    }

    void expectEnd() throws CompactException {
        if (at != end) {
            throw new CompactException(
                    "malformed: %d bytes more than the value needs".formatted(end - at));
        }
    }

    /** Goes past some bytes and returns where they begin. */
    int skip(long count) throws CompactException {
        if (count < 0 || count > end - at) {
            throw new CompactException(
                    "malformed: %d bytes wanted, %d are left".formatted(count, end - at));
        }
        int from = at;
        at += (int) count;
        return from;
    }

    byte next() throws CompactException {
        if (at >= end) {
            throw new CompactException("malformed: it breaks off");
        }
        return bytes[at++];
    }

    long fixed(int width) throws CompactException {
        int from = skip(width);
        long value = 0;
        for (int i = 0; i < width; i++) {
            value |= (bytes[from + i] & 0xFFL) << (8 * i);
        }
        return value;
    }

    long number() throws CompactException {
        byte first = next();
        return first >= 0 ? first : longNumber(first & 0x7F);
    }

    private long longNumber(long first) throws CompactException {
        long value = first;
        for (int shift = 7; shift < 64; shift += 7) {
            byte b = next();
            value |= (b & 0x7FL) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new CompactException("malformed: a number without end");
    }

    long signed() throws CompactException {
        long value = number();
        return (value >>> 1) ^ -(value & 1);
    }

    /** Returns a number of things, each of which takes at least so many of the bytes left. */
    int count(int atLeast) throws CompactException {
        long count = number();
        if (count < 0 || count > remaining() / atLeast) {
            throw new CompactException(
                    "malformed: %d parts in %d bytes".formatted(count, remaining()));
        }
        return (int) count;
    }

    byte[] block() throws CompactException {
        int length = count(1);
        int from = skip(length);
        return Arrays.copyOfRange(bytes, from, from + length);
    }

    String text() throws CompactException {
        int length = count(1);
        int from = skip(length);
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : strictText(from, length);
    }

    private String strictText(int from, int length) throws CompactException {
        try {
            CharBuffer chars =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes, from, length));
            return chars.toString();
        } catch (CharacterCodingException e) {
            throw new CompactException("malformed: not the UTF-8 of a string", e);
        }
    }

    /** Returns the bytes of an array's elements. */
    ByteBuffer elements(int width) throws CompactException {
        int count = count(width);
        int from = skip((long) count * width);
        return ByteBuffer.wrap(bytes, from, count * width).order(ByteOrder.LITTLE_ENDIAN);
    }
}
