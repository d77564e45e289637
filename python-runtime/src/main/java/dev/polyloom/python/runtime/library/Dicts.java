package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Types;
import java.util.Objects;

/** What the kinds of dicts share. */
final class Dicts {
    private Dicts() {}

    /** Fills a dict from the arguments of a call, as {@code dict(…)} does. */
    static Object update(PyDict dict, Object[] args, PyDict named) {
        Object update = Objects.requireNonNull(Types.DICT.lookup("__init__"));
        String[] names = new String[named.size()];
        Object[] all = new Object[1 + args.length + names.length];
        all[0] = dict;
        System.arraycopy(args, 0, all, 1, args.length);
        int at = 0;
        for (Object key : named.keys()) {
            names[at] = (String) key;
            all[1 + args.length + at++] = Objects.requireNonNull(named.get(key));
        }
        return Calls.call(update, all, names);
    }

    /** Puts into a mapping what an update names, through the mapping's own methods. */
    static Object updateByItems(Object mapping, PyTuple args, PyDict named) {
        for (Object source : args.asList()) {
            if (source instanceof PyDict dict) {
                dict.forEach((key, value) -> set(mapping, key, value));
            } else if (Types.of(source).lookup("keys") != null) {
                Iteration.of(Calls.method(source, "keys"))
                        .forEachRemaining(
                                key -> set(mapping, key, Calls.method(source, "__getitem__", key)));
            } else {
                PyDict pairs = new PyDict();
                pairs.update(source);
                pairs.forEach((key, value) -> set(mapping, key, value));
            }
        }
        named.forEach((key, value) -> set(mapping, key, value));
        return None.NONE;
    }

    private static void set(Object mapping, Object key, Object value) {
        Calls.method(mapping, "__setitem__", key, value);
    }

    /** Defines the constructors of objects that are like others of the module. */
    static Object twin(PyDict dict) {
        PyType type = dict.type();
        return Calls.call(type, dict);
    }
}
