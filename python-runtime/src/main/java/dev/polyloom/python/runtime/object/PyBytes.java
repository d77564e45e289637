package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.text.Bytes;
import java.util.Arrays;

/** Bytes, which cannot be changed. */
public final class PyBytes extends PyObject {
    private final byte[] data;

    /** Makes bytes of an array, which becomes part of them. */
    public PyBytes(byte[] data) {
        super(Types.BYTES);
        this.data = data;
    }

    /** Makes bytes of a text with a character for each byte. */
    public static PyBytes of(String latin1) {
        return new PyBytes(Bytes.of(latin1));
    }

    /** Returns the bytes. */
    public byte[] data() {
        return data;
    }

    Object[] values() {
        Object[] values = new Object[data.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (long) (data[i] & 0xff);
        }
        return values;
    }

    PyBytes plus(PyBytes other) {
        byte[] all = Arrays.copyOf(data, data.length + other.data.length);
        System.arraycopy(other.data, 0, all, data.length, other.data.length);
        return new PyBytes(all);
    }

    @Override
    public String toString() {
        return Bytes.repr(data);
    }
}
