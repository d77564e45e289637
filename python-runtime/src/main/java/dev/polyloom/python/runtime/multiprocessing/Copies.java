package dev.polyloom.python.runtime.multiprocessing;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.BoundMethod;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Forkable;
import dev.polyloom.python.runtime.object.Function;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PySet;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Realm;
import dev.polyloom.python.runtime.object.Typed;
import dev.polyloom.python.runtime.object.Types;
import java.util.Arrays;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Copies values for another process: containers and objects of the program, with all that they
 * hold. What cannot change, and what the library shares between processes, stays the same.
 * Functions and classes stay the same too.
 */
@SuppressWarnings("ReferenceEquality") // what is not copied is the same object
abstract class Copies implements Realm.Copier {
    private final IdentityHashMap<Object, Object> made = new IdentityHashMap<>();

    @Override
    public Object copy(Object value) {
        if (!(value instanceof Typed)) {
            return value;
        }
        Object known = made.get(value);
        return known == null ? fresh(value) : known;
    }

    @Override
    public void note(Object value, Object copy) {
        made.put(value, copy);
    }

    private Object fresh(Object value) {
        return switch (value) {
            case Forkable own -> forked(own, (Typed) value);
            case PyTuple tuple -> keep(value, tuple(tuple));
            case PyList list -> list(list);
            case PyDict dict -> dict(dict);
            case PySet set -> set(set);
            case BoundMethod method -> method(method);
            case PyException error -> error(error);
            case PyObject object when object.getClass() == PyObject.class -> object(object);
            default -> special(value);
        };
    }

    /** Returns the copy of a value of the library that is none of the usual ones. */
    abstract Object special(Object value);

    final Object keep(Object value, Object copy) {
        note(value, copy);
        return copy;
    }

    private Object forked(Forkable own, Typed value) {
        Object copy = keep(value, own.fork(this));
        return copy == value ? copy : attributes(value, (Typed) copy);
    }

    private Object tuple(PyTuple tuple) {
        Object[] items = new Object[tuple.size()];
        boolean same = true;
        for (int i = 0; i < items.length; i++) {
            items[i] = copy(tuple.get(i));
            same &= items[i] == tuple.get(i);
        }
        return same ? tuple : PyTuple.of(tuple.type(), items);
    }

    private Object list(PyList list) {
        Object[] items = list.snapshot();
        if (list.type() == Types.LIST && Arrays.stream(items).noneMatch(Typed.class::isInstance)) {
            return keep(list, PyList.of(items));
        }
        PyList copy = (PyList) list.type().allocate();
        keep(list, copy);
        for (Object each : items) {
            copy.append(copy(each));
        }
        return attributes(list, copy);
    }

    private Object dict(PyDict dict) {
        PyDict copy = (PyDict) dict.type().allocate();
        keep(dict, copy);
        for (Object key : dict.keys()) {
            Object value = dict.get(key);
            if (value != null) {
                copy.put(copy(key), copy(value));
            }
        }
        return attributes(dict, copy);
    }

    private Object set(PySet set) {
        if (!(set.type().allocate() instanceof PySet copy)) {
            return set;
        }
        keep(set, copy);
        for (Object each : set.snapshot()) {
            copy.add(copy(each));
        }
        return attributes(set, copy);
    }

    Object method(BoundMethod method) {
        Object self = copy(method.self());
        return self == method.self() ? method : new BoundMethod(method.function(), self);
    }

    private Object error(PyException error) {
        Object[] args = new Object[error.arguments().size()];
        for (int i = 0; i < args.length; i++) {
            args[i] = copy(error.arguments().get(i));
        }
        PyException copy = new PyException(error.type(), args);
        keep(error, copy);
        return attributes(error, copy);
    }

    Object object(PyObject object) {
        PyType type = object.type();
        if (type.isNative() || type.isEnumeration()) {
            return object;
        }
        PyObject copy = new PyObject(type);
        keep(object, copy);
        return attributes(object, copy);
    }

    /** Gives a copy the attributes of the value. */
    final Object attributes(Typed from, Typed copy) {
        from.owned().forEach((name, value) -> copy.setOwn(name, copy(value)));
        return copy;
    }

    /** Returns what the methods of a class say about its copies, or null. */
    final @Nullable Object reduced(PyObject object) {
        PyType type = object.type();
        Object reduce = type.lookup("__reduce__");
        if (reduce != null && !type.isNative() && isOfProgram(reduce)) {
            return rebuilt((PyTuple) Calls.method(object, "__reduce__"));
        }
        Object get = type.lookup("__getstate__");
        Object set = type.lookup("__setstate__");
        if ((get == null || !isOfProgram(get)) && set == null) {
            return null;
        }
        PyObject copy = new PyObject(type);
        keep(object, copy);
        Object state =
                get != null && isOfProgram(get)
                        ? Calls.method(object, "__getstate__")
                        : Attributes.get(object, "__dict__");
        restore(copy, copy(state));
        return copy;
    }

    private static boolean isOfProgram(Object method) {
        return method instanceof Function;
    }

    private Object rebuilt(PyTuple parts) {
        Object object = Calls.arguments().addAll(copy(parts.get(1))).call(parts.get(0));
        if (parts.size() > 2 && parts.get(2) != None.NONE) {
            restore(object, copy(parts.get(2)));
        }
        return object;
    }

    private static void restore(Object object, Object state) {
        if (Types.of(object).lookup("__setstate__") != null) {
            Calls.method(object, "__setstate__", state);
        } else if (state instanceof PyDict dict) {
            dict.forEach((key, value) -> Attributes.set(object, (String) key, value));
        }
    }
}
