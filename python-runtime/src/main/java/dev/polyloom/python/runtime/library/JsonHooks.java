package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.json.JsonBuilder;
import dev.polyloom.python.runtime.number.FloatText;
import dev.polyloom.python.runtime.number.IntText;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyTuple;
import java.util.ArrayList;
import java.util.List;

/** Makes Python's objects of JSON, by the functions that a program has given, or None. */
record JsonHooks(Object object, Object real, Object integer, Object constant, Object pairs)
        implements JsonBuilder {
    /** No functions of a program. */
    static final JsonHooks NONE =
            new JsonHooks(None.NONE, None.NONE, None.NONE, None.NONE, None.NONE);

    @Override
    public Object object(List<String> keys, List<Object> values) {
        if (!Values.isNone(pairs)) {
            List<Object> all = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                all.add(PyTuple.of(keys.get(i), values.get(i)));
            }
            return Calls.call(pairs, PyList.copyOf(all));
        }
        PyDict dict = new PyDict();
        for (int i = 0; i < keys.size(); i++) {
            dict.put(keys.get(i), values.get(i));
        }
        return Values.isNone(object) ? dict : Calls.call(object, dict);
    }

    @Override
    public Object array(List<Object> items) {
        return PyList.copyOf(items);
    }

    @Override
    public Object integer(String digits) {
        return Values.isNone(integer) ? IntText.parse(digits, 10) : Calls.call(integer, digits);
    }

    @Override
    public Object real(String text) {
        return Values.isNone(real) ? (Object) FloatText.parse(text) : Calls.call(real, text);
    }

    @Override
    public Object constant(String name) {
        if (!Values.isNone(constant)) {
            return Calls.call(constant, name);
        }
        return switch (name) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            default -> Double.NEGATIVE_INFINITY;
        };
    }
}
