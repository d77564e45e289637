package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.List;

/** Types of tuples whose places have names, such as {@code time.struct_time}. */
final class StructSequence {
    private StructSequence() {}

    /** Makes such a type; fields beyond the length are attributes only. */
    static PyType type(String module, String name, int length, String... fields) {
        return PyType.library(name, Types.TUPLE, type -> fill(type, length, fields))
                .module(module)
                .maker((type, args, names) -> make(type, length, args));
    }

    private static Object make(PyType type, int length, Object[] args) {
        List<Object> values = Iteration.toList(args[0]);
        if (values.size() < length) {
            throw Errors.type(
                    "%s() takes an at least %d-sequence (%d-sequence given)"
                            .formatted(type.fullName(), length, values.size()));
        }
        return of(type, values.toArray());
    }

    /** Makes a tuple of the type. */
    static PyTuple of(PyType type, Object... values) {
        return PyTuple.of(type, values);
    }

    private static void fill(PyType type, int length, String[] fields) {
        for (int i = 0; i < fields.length; i++) {
            int place = i;
            type.getter(fields[i], self -> ((PyTuple) self).get(place));
        }
        type.dict().put("n_sequence_fields", (long) length);
        type.dict().put("n_fields", (long) fields.length);
        type.method("__repr__", 0, 0, a -> repr((PyTuple) a[0], type, length, fields));
    }

    private static String repr(PyTuple tuple, PyType type, int length, String[] fields) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < Math.min(length, tuple.size()); i++) {
            parts.add(fields[i] + "=" + Text.repr(tuple.get(i)));
        }
        return type.fullName() + "(" + String.join(", ", parts) + ")";
    }
}
