package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.text.Bytes;

/** The methods of {@code bytearray} that {@code bytes} has not. */
final class ByteArrayType {
    private ByteArrayType() {}

    private static PyByteArray of(Object[] a) {
        return (PyByteArray) a[0];
    }

    private static Object done(Runnable action) {
        action.run();
        return None.NONE;
    }

    static Object make(PyType type, Object[] a, String[] names) {
        return new PyByteArray(type, BytesType.source("bytearray", a, names).clone());
    }

    static void fill(PyType type) {
        BytesType.fill(type);
        type.method(
                "append",
                1,
                1,
                a -> done(() -> of(a).append(new byte[] {PyByteArray.octet(a[1])})));
        type.method("extend", 1, 1, a -> done(() -> of(a).append(more(a[1]))));
        type.method(
                "insert",
                2,
                2,
                a -> done(() -> of(a).insert(Numbers.index(a[1]), PyByteArray.octet(a[2]))));
        type.method("pop", 0, 1, a -> of(a).pop(a.length > 1 ? Numbers.index(a[1]) : -1));
        type.method("remove", 1, 1, a -> done(() -> of(a).remove(PyByteArray.octet(a[1]))));
        type.method("clear", 0, 0, a -> done(() -> of(a).assign(new byte[0])));
        type.method("reverse", 0, 0, a -> done(of(a)::reverse));
        type.method("copy", 0, 0, a -> new PyByteArray(of(a).data().clone()));
        type.method("__setitem__", 2, 2, a -> done(() -> of(a).setItem(a[1], a[2])));
        type.method("__delitem__", 1, 1, a -> done(() -> of(a).deleteItem(a[1])));
        type.method("__iadd__", 1, 1, ByteArrayType::addTo);
        type.method("__imul__", 1, 1, ByteArrayType::repeat);
        type.method(
                "__repr__",
                0,
                0,
                a -> "%s(%s)".formatted(Types.of(a[0]).name(), Bytes.repr(of(a).data())));
        type.dict().put("__hash__", None.NONE);
    }

    private static byte[] more(Object values) {
        byte[] bytes = Buffered.of(values);
        return bytes != null ? bytes : BytesType.gathered(values, "byte");
    }

    private static Object addTo(Object[] a) {
        byte[] bytes = Buffered.of(a[1]);
        if (bytes == null) {
            throw Errors.type("can't concat %s to bytearray".formatted(Types.of(a[1]).name()));
        }
        of(a).append(bytes);
        return a[0];
    }

    private static Object repeat(Object[] a) {
        of(a).assign(of(a).times(Numbers.index(a[1])).data());
        return a[0];
    }
}
