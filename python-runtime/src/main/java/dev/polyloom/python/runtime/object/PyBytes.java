package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.text.Bytes;
import java.util.Arrays;

/** Bytes. Those of {@code bytes} itself cannot be changed. */
public class PyBytes extends PyObject {
    private final byte[] data;

    /** Makes bytes of an array, which becomes part of them. */
    public PyBytes(byte[] data) {
        this(Types.BYTES, data);
    }

    PyBytes(PyType type, byte[] data) {
        super(type);
        this.data = data;
    }

    /** Makes bytes of a text with a character for each byte. */
    public static PyBytes of(String latin1) {
        return new PyBytes(Bytes.of(latin1));
    }

    /** Returns the bytes, which the caller must not change. */
    public byte[] data() {
        return data;
    }

    /** Returns new bytes of the same kind. */
    PyBytes with(byte[] other) {
        return new PyBytes(other);
    }

    Object[] values() {
        byte[] all = data();
        Object[] values = new Object[all.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (long) (all[i] & 0xff);
        }
        return values;
    }

    PyBytes plus(PyBytes other) {
        byte[] first = data();
        byte[] second = other.data();
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return with(all);
    }

    PyBytes times(long count) {
        byte[] one = data();
        long length = Math.max(0, count) * one.length;
        if (length > Integer.MAX_VALUE - 8) {
            throw Errors.of(Exceptions.MEMORY_ERROR);
        }
        byte[] all = new byte[(int) length];
        for (int at = 0; at < all.length; at += one.length) {
            System.arraycopy(one, 0, all, at, one.length);
        }
        return with(all);
    }
}
