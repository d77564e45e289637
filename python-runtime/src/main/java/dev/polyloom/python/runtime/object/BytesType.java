package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.text.Bytes;
import dev.polyloom.python.runtime.text.Codecs;
import java.util.ArrayList;
import java.util.List;

/** The methods of bytes. */
final class BytesType {
    private BytesType() {}

    private static byte[] of(Object value) {
        if (value instanceof PyBytes bytes) {
            return bytes.data();
        }
        throw Errors.type(
                "a bytes-like object is required, not '%s'".formatted(Types.of(value).name()));
    }

    static Object make(PyType type, Object[] a, String[] names) {
        if (a.length == 0) {
            return new PyBytes(new byte[0]);
        }
        if (a[0] instanceof PyBytes bytes) {
            return bytes;
        }
        if (a[0] instanceof String text) {
            if (a.length < 2) {
                throw Errors.type("string argument without an encoding");
            }
            return new PyBytes(Codecs.encode(text, (String) a[1], "strict"));
        }
        if (Numbers.isInt(a[0])) {
            return new PyBytes(new byte[(int) Numbers.index(a[0])]);
        }
        List<Object> values = Iteration.toList(a[0]);
        byte[] data = new byte[values.size()];
        for (int i = 0; i < data.length; i++) {
            long value = Numbers.index(values.get(i));
            if (value < 0 || value > 255) {
                throw Errors.value("bytes must be in range(0, 256)");
            }
            data[i] = (byte) value;
        }
        return new PyBytes(data);
    }

    static void fill(PyType type) {
        type.method(
                "decode",
                "encoding='utf-8', errors='strict'",
                a -> Codecs.decode(of(a[0]), (String) a[1], (String) a[2]));
        type.method("hex", 0, 0, a -> Bytes.hex(of(a[0]), "", 1));
        type.method("upper", 0, 0, a -> new PyBytes(Bytes.upper(of(a[0]))));
        type.method("lower", 0, 0, a -> new PyBytes(Bytes.lower(of(a[0]))));
        type.method("strip", 0, 0, a -> new PyBytes(Bytes.strip(of(a[0]), null)));
        type.method("startswith", 1, 1, a -> text(a[0]).startsWith(text(a[1])));
        type.method("endswith", 1, 1, a -> text(a[0]).endsWith(text(a[1])));
        type.method("find", 1, 1, a -> (long) text(a[0]).indexOf(text(a[1])));
        type.method("replace", 2, 2, a -> PyBytes.of(text(a[0]).replace(text(a[1]), text(a[2]))));
        type.method("split", 0, 1, BytesType::split);
        type.method("join", 1, 1, BytesType::join);
        type.method("__len__", 0, 0, a -> (long) of(a[0]).length);
        type.method("__iter__", 0, 0, a -> Iteration.of(a[0]));
        type.method("__getitem__", 1, 1, a -> Items.get(a[0], a[1]));
        type.method("__repr__", 0, 0, a -> Bytes.repr(of(a[0])));
        type.method("__hash__", 0, 0, a -> Hash.of(a[0]));
        type.dict()
                .put(
                        "fromhex",
                        new StaticMethod(
                                Builtin.function(
                                        "fromhex",
                                        1,
                                        1,
                                        a -> new PyBytes(Bytes.fromHex((String) a[0])))));
    }

    private static String text(Object value) {
        return Bytes.text(of(value));
    }

    private static Object split(Object[] a) {
        List<Object> parts = new ArrayList<>();
        byte[] separator = a.length > 1 ? of(a[1]) : null;
        Bytes.split(of(a[0]), separator, -1).forEach(part -> parts.add(new PyBytes(part)));
        return PyList.copyOf(parts);
    }

    private static Object join(Object[] a) {
        List<byte[]> parts = new ArrayList<>();
        Iteration.of(a[1]).forEachRemaining(part -> parts.add(of(part)));
        return new PyBytes(Bytes.join(of(a[0]), parts));
    }
}
