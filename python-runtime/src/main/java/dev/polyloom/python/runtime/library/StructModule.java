package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Items;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyBytes;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import dev.polyloom.python.runtime.text.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The module {@code struct}. */
final class StructModule {
    static final PyType ERROR =
            PyType.library("error", Exceptions.EXCEPTION, null).module("struct");
    private static final PyType STRUCT =
            PyType.library("Struct", Types.OBJECT, Struct::fill)
                    .module("_struct")
                    .maker((type, a, names) -> new Struct(format(a[0])));

    private StructModule() {}

    static Module make() {
        Module module = new Module("struct");
        module.put("error", ERROR).put("Struct", STRUCT);
        module.function("calcsize", 1, 1, a -> (long) layout(a[0]).size());
        module.function("pack", 1, -1, a -> pack(layout(a[0]), a, 1));
        module.function("pack_into", 3, -1, a -> packInto(layout(a[0]), a));
        module.function("unpack", 2, 2, a -> layout(a[0]).unpack(Values.bytes(a[1])));
        module.function(
                "unpack_from", "format, buffer, offset=0", a -> from(layout(a[0]), a[1], a[2]));
        module.function("iter_unpack", 2, 2, a -> iterate(layout(a[0]), a[1]));
        return module;
    }

    static PyException error(String text) {
        return Errors.of(ERROR, text);
    }

    private static String format(Object format) {
        return Values.isBytes(format)
                ? Bytes.text(Values.bytes(format))
                : Values.text(format, "Struct() argument 1");
    }

    private static StructLayout layout(Object format) {
        return StructLayout.of(format(format));
    }

    private static Object pack(StructLayout layout, Object[] a, int from) {
        return new PyBytes(layout.pack(Arrays.asList(a).subList(from, a.length)));
    }

    private static Object packInto(StructLayout layout, Object[] a) {
        long given = Numbers.index(a[2]);
        long offset = given < 0 ? given + Items.length(a[1]) : given;
        long room = Items.length(a[1]) - offset;
        if (offset < 0 || room < layout.size()) {
            throw error(
                    ("pack_into requires a buffer of at least %d bytes for packing %d bytes at"
                                    + " offset %d (actual buffer size is %d)")
                            .formatted(
                                    layout.size() + offset,
                                    layout.size(),
                                    offset,
                                    Items.length(a[1])));
        }
        byte[] bytes = layout.pack(Arrays.asList(a).subList(3, a.length));
        for (int i = 0; i < bytes.length; i++) {
            Items.set(a[1], offset + i, (long) (bytes[i] & 0xff));
        }
        return None.NONE;
    }

    private static Object from(StructLayout layout, Object buffer, Object offset) {
        byte[] all = Values.bytes(buffer);
        int at = (int) Numbers.index(offset);
        int begin = at < 0 ? at + all.length : at;
        if (begin < 0 || all.length - begin < layout.size()) {
            throw error(
                    ("unpack_from requires a buffer of at least %d bytes for unpacking %d bytes at"
                                    + " offset %d (actual buffer size is %d)")
                            .formatted(layout.size() + begin, layout.size(), begin, all.length));
        }
        return layout.unpack(Arrays.copyOfRange(all, begin, begin + layout.size()));
    }

    private static Object iterate(StructLayout layout, Object buffer) {
        byte[] all = Values.bytes(buffer);
        int size = layout.size();
        if (size == 0 || all.length % size != 0) {
            throw error(
                    "iterative unpacking requires a buffer of a multiple of %d bytes"
                            .formatted(size));
        }
        List<Object> tuples = new ArrayList<>();
        for (int at = 0; at < all.length; at += size) {
            tuples.add(layout.unpack(Arrays.copyOfRange(all, at, at + size)));
        }
        return Iteration.of(PyTuple.of(tuples.toArray()));
    }

    /** A {@code struct.Struct}. */
    private static final class Struct extends PyObject {
        private final String format;
        private final StructLayout layout;

        Struct(String format) {
            super(STRUCT);
            this.format = format;
            this.layout = StructLayout.of(format);
        }

        private static StructLayout of(Object[] a) {
            return ((Struct) a[0]).layout;
        }

        static void fill(PyType type) {
            type.method("pack", 0, -1, a -> StructModule.pack(of(a), a, 1));
            type.method("unpack", 1, 1, a -> of(a).unpack(Values.bytes(a[1])));
            type.method("pack_into", 2, -1, a -> packInto(of(a), a));
            type.method("unpack_from", "buffer, offset=0", a -> from(of(a), a[1], a[2]));
            type.method("iter_unpack", 1, 1, a -> iterate(of(a), a[1]));
            type.getter("size", self -> (long) ((Struct) self).layout.size());
            type.getter("format", self -> ((Struct) self).format);
            type.method(
                    "__repr__", 0, 0, a -> "<_struct.Struct object at " + Text.address(a[0]) + ">");
        }
    }
}
