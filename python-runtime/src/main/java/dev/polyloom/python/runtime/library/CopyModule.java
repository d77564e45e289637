package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.BoundMethod;
import dev.polyloom.python.runtime.object.Boxed;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Construction;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Function;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.PyByteArray;
import dev.polyloom.python.runtime.object.PyBytes;
import dev.polyloom.python.runtime.object.PyComplex;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PySet;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Typed;
import dev.polyloom.python.runtime.object.Types;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The module {@code copy}. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class CopyModule {
    private static final PyType ERROR =
            PyType.library("Error", Exceptions.EXCEPTION, null).module("copy");

    private CopyModule() {}

    static Module make() {
        return new Module("copy")
                .put("Error", ERROR)
                .put("error", ERROR)
                .function("copy", 1, 1, a -> copy(a[0]))
                .function(
                        "deepcopy",
                        "x, memo=None",
                        a -> deepcopy(a[0], a[1] instanceof PyDict memo ? memo : new Memo()));
    }

    /** What has been copied; a program may look into it and add to it by {@code id}. */
    private static final class Memo extends PyDict {
        final IdentityHashMap<Object, Object> copies = new IdentityHashMap<>();
    }

    private static @Nullable Object known(Object value, PyDict memo) {
        Object copy = memo instanceof Memo own ? own.copies.get(value) : null;
        return copy != null ? copy : memo.size() == 0 ? null : memo.get(Text.id(value));
    }

    private static void remember(Object value, Object copy, PyDict memo) {
        if (memo instanceof Memo own) {
            own.copies.put(value, copy);
        } else {
            memo.put(Text.id(value), copy);
        }
    }

    /** Tells whether a value is its own copy. */
    private static boolean isAtom(Object value) {
        return !(value instanceof Typed)
                || value instanceof PyType
                || value instanceof Function
                || value instanceof Builtin
                || value instanceof Module
                || value == Types.ELLIPSIS
                || value == Types.NOT_IMPLEMENTED
                || (value instanceof PyBytes bytes && isAtom(bytes))
                || (value instanceof PyComplex complex && complex.type() == Types.COMPLEX)
                || value instanceof dev.polyloom.python.runtime.object.PyRange;
    }

    private static boolean isAtom(PyBytes bytes) {
        return bytes.type().isBuiltin() && !(bytes instanceof PyByteArray);
    }

    private static Object copy(Object value) {
        if (isAtom(value)) {
            return value;
        }
        PyType type = Types.of(value);
        Object custom = type.lookup("__copy__");
        if (custom != null) {
            return Calls.call(Attributes.bind(custom, value, type));
        }
        if (type == Types.TUPLE || type == Types.FROZENSET) {
            return value;
        }
        Object made = empty(value, UnaryOperator.identity());
        fill(value, made, UnaryOperator.identity());
        return made;
    }

    /** Copies a value with all that it refers to; the memo holds what has been copied. */
    static Object deepcopy(Object value, PyDict memo) {
        if (isAtom(value)) {
            return value;
        }
        Object known = known(value, memo);
        if (known != null) {
            return known;
        }
        PyDict own = memo instanceof Memo || memo.size() > 0 ? memo : new Memo();
        PyType type = Types.of(value);
        Object custom = type.lookup("__deepcopy__");
        UnaryOperator<Object> deep = each -> deepcopy(each, own);
        Object made;
        if (custom != null) {
            made = Calls.call(Attributes.bind(custom, value, type), own);
        } else if (value instanceof PyTuple tuple && type == Types.TUPLE) {
            made = tuple(tuple, own);
        } else {
            made = empty(value, deep);
            remember(value, made, own);
            fill(value, made, deep);
        }
        remember(value, made, own);
        return made;
    }

    private static Object tuple(PyTuple tuple, PyDict memo) {
        Object[] parts = tuple.asList().stream().map(each -> deepcopy(each, memo)).toArray();
        Object known = known(tuple, memo);
        if (known != null) {
            return known;
        }
        Object[] before = tuple.array();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] != before[i]) {
                return PyTuple.of(parts);
            }
        }
        return tuple;
    }

    private static Object empty(Object value, UnaryOperator<Object> part) {
        PyType type = Types.of(value);
        return switch (value) {
            case PyTuple tuple -> PyTuple.of(type, tuple.asList().stream().map(part).toArray());
            case PySet set when type.isSubtypeOf(Types.FROZENSET) ->
                    Construction.bare(type, new Object[] {parts(set, part)});
            case PyBytes bytes -> Construction.bare(type, new Object[] {new PyBytes(bytes.data())});
            case PyComplex complex ->
                    Construction.bare(type, new Object[] {complex.real(), complex.imag()});
            case Boxed boxed -> new Boxed(type, boxed.value());
            case BoundMethod method ->
                    new BoundMethod(method.function(), part.apply(method.self()));
            case Deque deque -> {
                Deque made = new Deque(type);
                made.limit(deque.most() < 0 ? None.NONE : (Object) deque.most());
                yield made;
            }
            case DefaultDict dict -> {
                Object made = Construction.bare(type, new Object[0]);
                Attributes.set(made, "default_factory", Attributes.get(dict, "default_factory"));
                yield made;
            }
            case PyList list -> Construction.bare(type, new Object[0]);
            case PyDict dict -> Construction.bare(type, new Object[0]);
            case PySet set -> Construction.bare(type, new Object[0]);
            case PyException error ->
                    new PyException(type, error.arguments().asList().stream().map(part).toArray());
            case PyObject object when object.getClass() == PyObject.class -> new PyObject(type);
            default -> throw Errors.type("cannot pickle '%s' object".formatted(nameOf(type)));
        };
    }

    private static String nameOf(PyType type) {
        return type.isBuiltin() ? type.name() : type.fullName();
    }

    private static PyList parts(PySet set, UnaryOperator<Object> part) {
        return PyList.of(Arrays.stream(set.snapshot()).map(part).toArray());
    }

    private static void fill(Object value, Object made, UnaryOperator<Object> part) {
        switch (value) {
            case PyList list -> {
                for (Object each : list.snapshot()) {
                    ((PyList) made).append(part.apply(each));
                }
            }
            case PyDict dict ->
                    dict.forEach(
                            (key, each) -> ((PyDict) made).put(part.apply(key), part.apply(each)));
            case Deque deque -> {
                for (Object each : deque.snapshot()) {
                    ((Deque) made).append(part.apply(each));
                }
            }
            case PySet set when !Types.of(set).isSubtypeOf(Types.FROZENSET) -> {
                for (Object each : set.snapshot()) {
                    ((PySet) made).add(part.apply(each));
                }
            }
            default -> {}
        }
        if (!(value instanceof BoundMethod) && value instanceof Typed typed) {
            state(typed, (Typed) made, part);
        }
    }

    private static void state(Typed value, Typed made, UnaryOperator<Object> part) {
        Object get = value.type().lookup("__getstate__");
        Object set = value.type().lookup("__setstate__");
        if (get == null && set == null) {
            value.owned().forEach((name, each) -> made.setOwn(name, part.apply(each)));
            return;
        }
        Object state =
                get == null
                        ? Attributes.get(value, "__dict__")
                        : Calls.call(Attributes.bind(get, value, value.type()));
        Object copied = part.apply(state);
        if (set != null) {
            Calls.call(Attributes.bind(set, made, made.type()), copied);
        } else if (copied instanceof PyDict names) {
            names.forEach((name, each) -> made.setOwn((String) name, each));
        }
    }
}
