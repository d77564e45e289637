package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.text.Bytes;
import dev.polyloom.python.runtime.text.Slice;

/**
 * A {@code memoryview}: some of the bytes of another object, which it can change where they can.
 */
public final class PyMemoryView extends PyBytes {
    private final PyBytes owner;
    private final Slice slice;
    private boolean released;

    private PyMemoryView(PyBytes owner, Slice slice) {
        super(Types.MEMORYVIEW, new byte[0]);
        this.owner = owner;
        this.slice = slice;
    }

    static Object make(PyType type, Object[] a, String[] names) {
        if (a.length != 1) {
            throw Errors.type("memoryview() missing required argument 'object' (pos 1)");
        }
        if (!(a[0] instanceof PyBytes bytes)) {
            throw Errors.type(
                    "memoryview: a bytes-like object is required, not '%s'"
                            .formatted(Types.of(a[0]).name()));
        }
        return new PyMemoryView(bytes, Slice.of(null, null, null, bytes.data().length));
    }

    @Override
    public byte[] data() {
        if (released) {
            throw Errors.value("operation forbidden on released memoryview object");
        }
        byte[] all = owner.data();
        byte[] shown = new byte[slice.count()];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = all[slice.index(i)];
        }
        return shown;
    }

    @Override
    PyBytes with(byte[] other) {
        return new PyBytes(other);
    }

    private boolean isReadOnly() {
        return owner instanceof PyMemoryView inner
                ? inner.isReadOnly()
                : !(owner instanceof PyByteArray);
    }

    private static PyMemoryView of(Object[] a) {
        return (PyMemoryView) a[0];
    }

    static void fill(PyType type) {
        type.method("tobytes", "order=None", a -> new PyBytes(of(a).data()));
        type.method("tolist", 0, 0, a -> PyList.of(of(a).values()));
        type.method("hex", 0, 0, a -> Bytes.hex(of(a).data(), "", 1));
        type.method("release", 0, 0, a -> of(a).release());
        type.method("__enter__", 0, 0, a -> a[0]);
        type.method("__exit__", 0, -1, a -> of(a).release());
        type.method("__len__", 0, 0, a -> (long) of(a).data().length);
        type.method("__iter__", 0, 0, a -> Iteration.over(of(a).values()));
        type.method("__getitem__", 1, 1, a -> of(a).item(a[1]));
        type.method("__setitem__", 2, 2, a -> of(a).setItem(a[1], a[2]));
        type.method("__eq__", 1, 1, a -> Compare.builtinEqual(a[0], a[1]));
        type.method("__hash__", 0, 0, a -> Hash.of(new PyBytes(of(a).data())));
        type.method("__repr__", 0, 0, a -> "<memory at %s>".formatted(Text.address(a[0])));
        type.getter("nbytes", self -> (long) ((PyMemoryView) self).data().length);
        type.getter("itemsize", self -> 1L);
        type.getter("ndim", self -> 1L);
        type.getter("format", self -> "B");
        type.getter("readonly", self -> ((PyMemoryView) self).isReadOnly());
        type.getter("obj", self -> ((PyMemoryView) self).owner);
        type.getter("shape", self -> PyTuple.of((long) ((PyMemoryView) self).data().length));
    }

    private Object release() {
        released = true;
        return None.NONE;
    }

    private int place(Object key) {
        int size = data().length;
        if (!Numbers.isInt(key) && Types.of(key).lookup("__index__") == null) {
            throw Errors.type("memoryview: invalid slice key");
        }
        long index = Numbers.index(key);
        long at = index < 0 ? index + size : index;
        if (at < 0 || at >= size) {
            throw Errors.index("index out of bounds on dimension 1");
        }
        return (int) at;
    }

    private Object item(Object key) {
        return key instanceof PySlice bounds
                ? new PyMemoryView(this, bounds.over(data().length))
                : (Object) (long) (data()[place(key)] & 0xff);
    }

    private Object setItem(Object key, Object value) {
        if (isReadOnly()) {
            throw Errors.type("cannot modify read-only memory");
        }
        if (!(key instanceof PySlice bounds)) {
            set(place(key), octet(value));
            return None.NONE;
        }
        Slice part = bounds.over(data().length);
        if (!(value instanceof PyBytes bytes)) {
            throw Errors.type(
                    "a bytes-like object is required, not '%s'".formatted(Types.of(value).name()));
        }
        byte[] more = bytes.data().clone();
        if (more.length != part.count()) {
            throw Errors.value(
                    "memoryview assignment: lvalue and rvalue have different structures");
        }
        for (int i = 0; i < more.length; i++) {
            set(part.index(i), more[i]);
        }
        return None.NONE;
    }

    private static byte octet(Object value) {
        if (!Numbers.isInt(value)) {
            throw Errors.type("memoryview: invalid type for format 'B'");
        }
        long number = Numbers.index(value);
        if (number < 0 || number > 255) {
            throw Errors.value("memoryview: invalid value for format 'B'");
        }
        return (byte) number;
    }

    private void set(int index, byte value) {
        int at = slice.index(index);
        if (owner instanceof PyMemoryView inner) {
            inner.set(at, value);
        } else {
            ((PyByteArray) owner).set(at, value);
        }
    }
}
