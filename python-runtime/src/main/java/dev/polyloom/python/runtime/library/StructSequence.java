package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A type of tuples whose places have names, such as {@code time.struct_time}.
 *
 * @param type the type
 * @param length how many values a tuple has
 * @param fields the names; those beyond the length are attributes only
 */
record StructSequence(PyType type, int length, List<String> fields) {
    /** Makes such a type. */
    static StructSequence of(String module, String name, int length, String... fields) {
        PyType type = PyType.library(name, Types.TUPLE, null).module(module);
        StructSequence made = new StructSequence(type, length, List.of(fields));
        type.maker((ignored, args, names) -> made.make(args));
        made.fill();
        return made;
    }

    private Object make(Object[] args) {
        List<Object> values = Iteration.toList(args[0]);
        if (values.size() < length) {
            throw Errors.type(
                    "%s() takes an at least %d-sequence (%d-sequence given)"
                            .formatted(type.fullName(), length, values.size()));
        }
        return tuple(values.toArray());
    }

    /** Makes a tuple of the type. */
    PyTuple tuple(Object... values) {
        PyTuple made = PyTuple.of(type, Arrays.copyOf(values, Math.min(length, values.length)));
        for (int i = length; i < values.length; i++) {
            made.setOwn(fields.get(i), values[i]);
        }
        return made;
    }

    private void fill() {
        for (int i = 0; i < length; i++) {
            int place = i;
            type.getter(fields.get(i), self -> ((PyTuple) self).get(place));
        }
        type.dict().put("n_sequence_fields", (long) length);
        type.dict().put("n_fields", (long) fields.size());
        type.method("__repr__", 0, 0, a -> repr((PyTuple) a[0]));
    }

    private String repr(PyTuple tuple) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            parts.add(fields.get(i) + "=" + Text.repr(tuple.get(i)));
        }
        return type.fullName() + "(" + String.join(", ", parts) + ")";
    }
}
