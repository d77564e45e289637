package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.text.Slice;
import java.util.Arrays;

/** A {@code bytearray}: bytes that can be changed. Each change is one step for all threads. */
public final class PyByteArray extends PyBytes implements Forkable {
    private static final byte[] NOTHING = {};

    private volatile byte[] bytes;

    /** Makes one of an array, which becomes part of it. */
    public PyByteArray(byte[] bytes) {
        this(Types.BYTEARRAY, bytes);
    }

    PyByteArray(PyType type, byte[] bytes) {
        super(type, NOTHING);
        this.bytes = bytes;
    }

    @Override
    public byte[] data() {
        return bytes;
    }

    @Override
    public Object fork(Realm.Copier copier) {
        return new PyByteArray(type(), bytes.clone());
    }

    @Override
    PyBytes with(byte[] other) {
        return new PyByteArray(other);
    }

    /** Returns a value as a byte. */
    static byte octet(Object value) {
        long number = Numbers.index(value);
        if (number < 0 || number > 255) {
            throw Errors.value("byte must be in range(0, 256)");
        }
        return (byte) number;
    }

    synchronized void assign(byte[] other) {
        bytes = other;
    }

    /** Puts bytes in the place of those between two indexes. */
    synchronized void replace(int from, int to, byte[] with) {
        byte[] all = new byte[bytes.length - (to - from) + with.length];
        System.arraycopy(bytes, 0, all, 0, from);
        System.arraycopy(with, 0, all, from, with.length);
        System.arraycopy(bytes, to, all, from + with.length, bytes.length - to);
        bytes = all;
    }

    synchronized void append(byte[] more) {
        replace(bytes.length, bytes.length, more);
    }

    synchronized void insert(long index, byte value) {
        int at = ListType.bound(index, bytes.length);
        replace(at, at, new byte[] {value});
    }

    synchronized Object pop(long index) {
        if (bytes.length == 0) {
            throw Errors.index("pop from empty bytearray");
        }
        int at = place(index, "pop index out of range");
        long value = bytes[at] & 0xff;
        replace(at, at + 1, NOTHING);
        return value;
    }

    private int place(long index, String problem) {
        long at = index < 0 ? index + bytes.length : index;
        if (at < 0 || at >= bytes.length) {
            throw Errors.index(problem);
        }
        return (int) at;
    }

    synchronized void remove(byte value) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == value) {
                replace(i, i + 1, NOTHING);
                return;
            }
        }
        throw Errors.value("value not found in bytearray");
    }

    synchronized void reverse() {
        byte[] all = new byte[bytes.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = bytes[all.length - 1 - i];
        }
        bytes = all;
    }

    /** Performs {@code bytes[key] = value}. */
    void setItem(Object key, Object value) {
        if (key instanceof PySlice slice) {
            setSlice(
                    slice,
                    value instanceof PyBytes b ? b.data() : BytesType.gathered(value, "byte"));
            return;
        }
        long index = Items.place("bytearray", key);
        byte octet = octet(value);
        synchronized (this) {
            bytes[place(index, "bytearray index out of range")] = octet;
        }
    }

    private synchronized void setSlice(PySlice bounds, byte[] more) {
        Slice slice = bounds.over(bytes.length);
        if (slice.step() == 1) {
            replace(slice.start(), Math.max(slice.start(), slice.stop()), more);
            return;
        }
        if (more.length != slice.count()) {
            throw Errors.value(
                    "attempt to assign bytes of size %d to extended slice of size %d"
                            .formatted(more.length, slice.count()));
        }
        for (int i = 0; i < more.length; i++) {
            bytes[slice.index(i)] = more[i];
        }
    }

    /** Performs {@code del bytes[key]}. */
    synchronized void deleteItem(Object key) {
        if (!(key instanceof PySlice bounds)) {
            int at = place(Items.place("bytearray", key), "bytearray index out of range");
            replace(at, at + 1, NOTHING);
            return;
        }
        Slice slice = bounds.over(bytes.length);
        boolean[] gone = new boolean[bytes.length];
        for (int i = 0; i < slice.count(); i++) {
            gone[slice.index(i)] = true;
        }
        byte[] rest = new byte[bytes.length];
        int size = 0;
        for (int i = 0; i < gone.length; i++) {
            if (!gone[i]) {
                rest[size++] = bytes[i];
            }
        }
        bytes = Arrays.copyOf(rest, size);
    }

    /** Sets bytes that a memory view shows. */
    synchronized void set(int index, byte value) {
        bytes[index] = value;
    }
}
