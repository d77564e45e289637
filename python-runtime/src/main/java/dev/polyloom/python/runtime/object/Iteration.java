package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.text.Str;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Iterates over values, and takes them apart. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
public final class Iteration {
    private Iteration() {}

    /** Returns an iterator over a value. */
    public static PyIterator of(Object value) {
        return switch (value) {
            case PyList list when list.type() == Types.LIST -> overList(list);
            case PyIterator iterator -> iterator;
            case PyTuple tuple when tuple.type().lookup("__iter__") == Types.tupleIter() ->
                    over(tuple.array());
            case PyRange range -> range.iterator();
            case String text -> overText(text);
            case PyDict dict when dict.type() == Types.DICT -> dict.iterator(PyDict.Part.KEYS);
            case DictView view -> view.iterator();
            case PySet set when set.type().isNative() -> set.iterator();
            case PyBytes bytes -> over(bytes.values());
            default -> general(value);
        };
    }

    private static PyIterator general(Object value) {
        PyType type = Types.of(value);
        Object method = type.lookup("__iter__");
        if (method != null && method != dev.polyloom.python.runtime.None.NONE) {
            Object made = Calls.call(Attributes.bind(method, value, type));
            if (made instanceof PyIterator iterator) {
                return iterator;
            }
            return new Wrapped(checked(made));
        }
        if (!(value instanceof PyType) && type.lookup("__getitem__") != null) {
            return bySubscript(value);
        }
        throw Errors.type("'%s' object is not iterable".formatted(type.name()));
    }

    /** Returns what {@code __iter__} of a class has given, which must be an iterator. */
    static Object checked(Object made) {
        if (Types.of(made).lookup("__next__") == null) {
            throw Errors.type(
                    "iter() returned non-iterator of type '%s'".formatted(Types.of(made).name()));
        }
        return made;
    }

    /** Tells whether a value can be iterated over. */
    public static boolean isIterable(Object value) {
        if (value instanceof String) {
            return true;
        }
        PyType type = Types.of(value);
        return type.lookup("__iter__") != null || type.lookup("__getitem__") != null;
    }

    /** An iterator that a class of the program defines. */
    private static final class Wrapped extends PyIterator {
        private final Object iterator;
        private Object result = dev.polyloom.python.runtime.None.NONE;

        Wrapped(Object iterator) {
            super("iterator");
            this.iterator = iterator;
        }

        @Override
        public @Nullable Object next() {
            return call("__next__");
        }

        private @Nullable Object call(String method, Object... args) {
            try {
                return Calls.method(iterator, method, args);
            } catch (PyException e) {
                if (e.is(Exceptions.STOP_ITERATION)) {
                    if (e.arguments().size() > 0) {
                        result = e.arguments().get(0);
                    }
                    return null;
                }
                throw e;
            }
        }

        @Override
        @Nullable Object resume(Object value, @Nullable PyException error) {
            if (error == null) {
                return call("send", value);
            }
            if (Types.of(iterator).lookup("throw") == null) {
                throw error;
            }
            return call("throw", error);
        }

        @Override
        public Object result() {
            return result;
        }

        @Override
        Object source() {
            return iterator;
        }
    }

    /** Returns the next value of an iterator, which need not be one of the runtime, or null. */
    public static @Nullable Object next(Object iterator) {
        if (iterator instanceof PyIterator known) {
            return known.next();
        }
        if (Types.of(iterator).lookup("__next__") == null) {
            throw Errors.type(
                    "'%s' object is not an iterator".formatted(Types.of(iterator).name()));
        }
        return new Wrapped(iterator).next();
    }

    /** Returns an iterator over values. */
    public static PyIterator over(Object[] values) {
        return new PyIterator("tuple_iterator") {
            private int at;

            @Override
            long remaining() {
                return (long) values.length - at;
            }

            @Override
            public @Nullable Object next() {
                return at < values.length ? values[at++] : null;
            }
        };
    }

    /** Returns an iterator over the values of a Java iterator. */
    public static PyIterator over(String kind, java.util.Iterator<?> values) {
        return new PyIterator(kind) {
            @Override
            public synchronized @Nullable Object next() {
                return values.hasNext() ? values.next() : null;
            }
        };
    }

    private static PyIterator overList(PyList list) {
        return new PyIterator("list_iterator") {
            private int at;

            @Override
            long remaining() {
                return at < 0 ? 0 : Math.max(0L, (long) list.size() - at);
            }

            @Override
            public @Nullable Object next() {
                Object value = at < 0 ? null : list.getOrNull(at);
                at = value == null ? -1 : at + 1;
                return value;
            }
        };
    }

    private static PyIterator overText(String text) {
        boolean ascii = dev.polyloom.python.runtime.text.Kinds.isAscii(text);
        return new PyIterator(ascii ? "str_ascii_iterator" : "str_iterator") {
            private int at;

            @Override
            public @Nullable Object next() {
                if (at >= text.length()) {
                    return null;
                }
                int c = text.codePointAt(at);
                at += Character.charCount(c);
                return Str.of(c);
            }
        };
    }

    private static PyIterator bySubscript(Object value) {
        return new PyIterator("iterator") {
            private long at;

            @Override
            public @Nullable Object next() {
                try {
                    return Items.get(value, at++);
                } catch (RuntimeException thrown) {
                    PyException e = Errors.caught(thrown);
                    if (e.is(Exceptions.INDEX_ERROR) || e.is(Exceptions.STOP_ITERATION)) {
                        return null;
                    }
                    throw e;
                }
            }
        };
    }

    /** Returns all values. */
    public static List<Object> toList(Object value) {
        return switch (value) {
            case PyList list when list.type() == Types.LIST -> Arrays.asList(list.snapshot());
            case PyTuple tuple when tuple.type() == Types.TUPLE -> tuple.asList();
            case PySet set when set.type().isNative() -> Arrays.asList(set.snapshot());
            default -> {
                List<Object> all = new ArrayList<>();
                of(value).forEachRemaining(all::add);
                yield all;
            }
        };
    }

    /** Takes a value apart into so many parts. */
    public static Object[] unpack(Object value, int count) {
        if (value instanceof PyTuple tuple && tuple.size() == count) {
            return tuple.array();
        }
        PyIterator iterator = unpackable(value);
        Object[] parts = new Object[count];
        for (int i = 0; i < count; i++) {
            Object next = iterator.next();
            if (next == null) {
                throw Errors.value(
                        "not enough values to unpack (expected %d, got %d)".formatted(count, i));
            }
            parts[i] = next;
        }
        if (iterator.next() != null) {
            throw Errors.value("too many values to unpack (expected %d)".formatted(count));
        }
        return parts;
    }

    /** Takes a value apart; the part after the first ones is a list that takes what is left. */
    public static Object[] unpack(Object value, int before, int after) {
        Object[] all = new ArrayList<>(gather(unpackable(value))).toArray();
        if (all.length < before + after) {
            throw Errors.value(
                    "not enough values to unpack (expected at least %d, got %d)"
                            .formatted(before + after, all.length));
        }
        Object[] parts = new Object[before + 1 + after];
        System.arraycopy(all, 0, parts, 0, before);
        parts[before] = PyList.of(Arrays.copyOfRange(all, before, all.length - after));
        System.arraycopy(all, all.length - after, parts, before + 1, after);
        return parts;
    }

    private static List<Object> gather(PyIterator iterator) {
        List<Object> all = new ArrayList<>();
        iterator.forEachRemaining(all::add);
        return all;
    }

    private static PyIterator unpackable(Object value) {
        if (!isIterable(value)) {
            throw Errors.type(
                    "cannot unpack non-iterable %s object".formatted(Types.of(value).name()));
        }
        return of(value);
    }
}
