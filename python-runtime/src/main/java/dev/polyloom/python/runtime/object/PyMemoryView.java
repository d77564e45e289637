package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.text.Bytes;
import dev.polyloom.python.runtime.text.Slice;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A {@code memoryview}: some of the items of another object, which it can change where they can.
 */
public final class PyMemoryView extends PyBytes {
    private final Object owner;
    private final BufferItem item;
    private final int start;
    private final int stride;
    private final int count;
    private final boolean readOnly;
    private boolean released;

    private PyMemoryView(
            Object owner, BufferItem item, int start, int stride, int count, boolean readOnly) {
        super(Types.MEMORYVIEW, new byte[0]);
        this.owner = owner;
        this.item = item;
        this.start = start;
        this.stride = stride;
        this.count = count;
        this.readOnly = readOnly;
    }

    static Object make(PyType type, Object[] a, String[] names) {
        if (a.length != 1) {
            throw Errors.type("memoryview() missing required argument 'object' (pos 1)");
        }
        return switch (a[0]) {
            case PyMemoryView inner -> inner.part(0, 1, inner.count, inner.readOnly);
            case Buffered buffer -> {
                BufferItem item = new BufferItem(buffer.format());
                int count = buffer.bytes().length / item.size();
                yield new PyMemoryView(buffer, item, 0, item.size(), count, false);
            }
            case PyBytes bytes ->
                    new PyMemoryView(
                            bytes,
                            new BufferItem('B'),
                            0,
                            1,
                            bytes.data().length,
                            !(bytes instanceof PyByteArray));
            default ->
                    throw Errors.type(
                            "memoryview: a bytes-like object is required, not '%s'"
                                    .formatted(Types.of(a[0]).name()));
        };
    }

    private PyMemoryView part(int first, int step, int items, boolean fixed) {
        check();
        return new PyMemoryView(owner, item, start + first * stride, stride * step, items, fixed);
    }

    private void check() {
        if (released) {
            throw Errors.value("operation forbidden on released memoryview object");
        }
    }

    private byte[] all() {
        check();
        byte[] bytes = Buffered.of(owner);
        return bytes == null ? new byte[0] : bytes;
    }

    private byte[] itemAt(int index) {
        return owner instanceof Buffered buffer
                ? buffer.bytes(start + index * stride, item.size())
                : itemAt(all(), index);
    }

    private byte[] itemAt(byte[] all, int index) {
        int from = start + index * stride;
        return Arrays.copyOfRange(all, from, from + item.size());
    }

    @Override
    public byte[] data() {
        byte[] all = all();
        int size = item.size();
        byte[] shown = new byte[count * size];
        for (int i = 0; i < count; i++) {
            System.arraycopy(all, start + i * stride, shown, i * size, size);
        }
        return shown;
    }

    @Override
    Object[] values() {
        byte[] all = all();
        Object[] values = new Object[count];
        for (int i = 0; i < count; i++) {
            values[i] = item.read(itemAt(all, i));
        }
        return values;
    }

    @Override
    PyBytes with(byte[] other) {
        return new PyBytes(other);
    }

    private static PyMemoryView of(Object self) {
        return (PyMemoryView) self;
    }

    static void fill(PyType type) {
        type.method("tobytes", "order=None", a -> new PyBytes(of(a[0]).data()));
        type.method("tolist", 0, 0, a -> PyList.of(of(a[0]).values()));
        type.method("toreadonly", 0, 0, a -> of(a[0]).part(0, 1, of(a[0]).count, true));
        type.method("cast", "format, shape=None", a -> of(a[0]).cast(Text.str(a[1])));
        type.method(
                "hex",
                "sep=None, bytes_per_sep=1",
                a ->
                        Bytes.hex(
                                of(a[0]).data(),
                                a[1] == None.NONE ? "" : Text.str(a[1]),
                                Numbers.index(a[2])));
        type.method("release", 0, 0, a -> of(a[0]).release());
        type.method("__enter__", 0, 0, a -> a[0]);
        type.method("__exit__", 0, -1, a -> of(a[0]).release());
        type.method("__len__", 0, 0, a -> (long) of(a[0]).count);
        type.method("__iter__", 0, 0, a -> Iteration.over(of(a[0]).values()));
        type.method("__getitem__", 1, 1, a -> of(a[0]).item(a[1]));
        type.method("__setitem__", 2, 2, a -> of(a[0]).setItem(a[1], a[2]));
        type.method("__delitem__", 1, 1, a -> cannotDelete());
        type.method("__eq__", 1, 1, a -> of(a[0]).isEqual(a[1]));
        type.method("__hash__", 0, 0, a -> of(a[0]).hash());
        type.method("__repr__", 0, 0, a -> "<memory at %s>".formatted(Text.address(a[0])));
        type.getter("nbytes", self -> (long) of(self).count * of(self).item.size());
        type.getter("itemsize", self -> (long) of(self).item.size());
        type.getter("ndim", self -> 1L);
        type.getter("format", self -> String.valueOf(of(self).item.format()));
        type.getter("readonly", self -> of(self).readOnly);
        type.getter("obj", self -> of(self).owner);
        type.getter("shape", self -> PyTuple.of((long) of(self).count));
        type.getter("strides", self -> PyTuple.of((long) of(self).stride));
        type.getter("suboffsets", self -> PyTuple.EMPTY);
        for (String name : new String[] {"contiguous", "c_contiguous", "f_contiguous"}) {
            type.getter(name, self -> of(self).isContiguous());
        }
    }

    private boolean isContiguous() {
        return stride == item.size() || count < 2;
    }

    private static Object cannotDelete() {
        throw Errors.type("cannot delete memory");
    }

    private Object hash() {
        if (!readOnly) {
            throw Errors.value("cannot hash writable memoryview object");
        }
        return Hash.of(new PyBytes(data()));
    }

    boolean isEqual(Object other) {
        if (other instanceof PyMemoryView view) {
            return Compare.builtinEqual(PyList.of(values()), PyList.of(view.values()));
        }
        byte[] bytes = Buffered.of(other);
        if (bytes == null) {
            return false;
        }
        return other instanceof Buffered ? isEqual(viewOf(other)) : Arrays.equals(data(), bytes);
    }

    private Object cast(String format) {
        String plain = format.startsWith("@") ? format.substring(1) : format;
        if (plain.length() != 1 || BufferItem.FORMATS.indexOf(plain.charAt(0)) < 0) {
            throw Errors.value(
                    "memoryview: destination format must be a native single character format"
                            + " prefixed with an optional '@'");
        }
        if (!isContiguous()) {
            throw Errors.type("memoryview: casts are restricted to C-contiguous views");
        }
        BufferItem other = new BufferItem(plain.charAt(0));
        boolean bytes = item.size() == 1 || other.size() == 1;
        if (!bytes) {
            throw Errors.type("memoryview: cannot cast between two non-byte formats");
        }
        int length = count * item.size();
        if (length % other.size() != 0) {
            throw Errors.type("memoryview: length is not a multiple of itemsize");
        }
        return new PyMemoryView(owner, other, start, other.size(), length / other.size(), readOnly);
    }

    private Object release() {
        released = true;
        return None.NONE;
    }

    private int place(Object key) {
        if (!Numbers.isInt(key) && Types.of(key).lookup("__index__") == null) {
            throw Errors.type("memoryview: invalid slice key");
        }
        long index = Numbers.index(key);
        long at = index < 0 ? index + count : index;
        if (at < 0 || at >= count) {
            throw Errors.index("index out of bounds on dimension 1");
        }
        return (int) at;
    }

    private PyMemoryView part(PySlice bounds) {
        Slice part = bounds.over(count);
        int first = part.count() == 0 ? 0 : part.index(0);
        int step = part.count() < 2 ? 1 : part.index(1) - first;
        return part(first, step, part.count(), readOnly);
    }

    private Object item(Object key) {
        check();
        return key instanceof PySlice bounds ? part(bounds) : item.read(itemAt(place(key)));
    }

    private Object setItem(Object key, Object value) {
        check();
        if (readOnly) {
            throw Errors.type("cannot modify read-only memory");
        }
        if (!(key instanceof PySlice bounds)) {
            int at = place(key);
            set(at, item.write(value));
            return None.NONE;
        }
        PyMemoryView part = part(bounds);
        PyMemoryView given = viewOf(value);
        if (given.count != part.count || given.item.format() != item.format()) {
            throw Errors.value(
                    "memoryview assignment: lvalue and rvalue have different structures");
        }
        byte[] bytes = given.data();
        for (int i = 0; i < part.count; i++) {
            part.set(i, Arrays.copyOfRange(bytes, i * item.size(), (i + 1) * item.size()));
        }
        return None.NONE;
    }

    private static PyMemoryView viewOf(@Nullable Object value) {
        if (value instanceof PyMemoryView view) {
            return view;
        }
        if (value instanceof PyBytes || value instanceof Buffered) {
            return of(make(Types.MEMORYVIEW, new Object[] {value}, new String[0]));
        }
        throw Errors.type(
                "a bytes-like object is required, not '%s'"
                        .formatted(Types.of(value == null ? None.NONE : value).name()));
    }

    private void set(int index, byte[] bytes) {
        int at = start + index * stride;
        if (owner instanceof Buffered buffer) {
            buffer.write(at, bytes);
        } else {
            for (int i = 0; i < bytes.length; i++) {
                ((PyByteArray) owner).set(at + i, bytes[i]);
            }
        }
    }
}
