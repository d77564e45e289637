package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.text.Bytes;
import dev.polyloom.python.runtime.text.Str;

/** Reads, sets and deletes what brackets name, and counts. */
public final class Items {
    private Items() {}

    /** Returns {@code object[key]}. */
    public static Object get(Object object, Object key) {
        if (object instanceof PyList list && list.type() == Types.LIST) {
            return key instanceof PySlice slice ? list.slice(slice) : list.get(place("list", key));
        }
        if (object instanceof PyDict dict && dict.type() == Types.DICT) {
            Object value = dict.get(key);
            if (value == null) {
                throw Errors.key(key);
            }
            return value;
        }
        if (object instanceof String text) {
            return ofText(text, key);
        }
        if (object instanceof PyTuple tuple && tuple.type().isNative()) {
            return ofTuple(tuple, key);
        }
        if (object instanceof PyBytes bytes && !(bytes instanceof PyMemoryView)) {
            return key instanceof PySlice slice
                    ? bytes.with(
                            Bytes.slice(
                                    bytes.data(),
                                    slice.startPart(),
                                    slice.stopPart(),
                                    slice.stepPart()))
                    : (Object)
                            byteAt(
                                    bytes,
                                    place(
                                            bytes instanceof PyByteArray ? "bytearray" : "byte",
                                            key));
        }
        return general(object, key);
    }

    private static long byteAt(PyBytes bytes, long index) {
        byte[] data = bytes.data();
        if (index >= data.length || index < -data.length) {
            throw Errors.index(
                    bytes instanceof PyByteArray
                            ? "bytearray index out of range"
                            : "index out of range");
        }
        return Bytes.get(data, index);
    }

    /** Returns {@code object[index]}. */
    public static Object at(Object object, long index) {
        return object instanceof PyList list && list.type() == Types.LIST
                ? list.get(index)
                : get(object, (Object) index);
    }

    /** Performs {@code object[index] = value}. */
    public static void setAt(Object object, long index, Object value) {
        if (object instanceof PyList list && list.type() == Types.LIST) {
            list.set(index, value);
        } else {
            set(object, (Object) index, value);
        }
    }

    private static Object general(Object object, Object key) {
        PyType type = Types.of(object);
        if (object instanceof PyType asked) {
            Object own = asked.lookup("__class_getitem__");
            if (own != null) {
                return Calls.call(Attributes.bind(own, null, asked), key);
            }
            Object meta = asked.metaMethod("__getitem__");
            if (meta != null) {
                return Calls.special(meta, asked, key);
            }
            if (asked.mro().stream().noneMatch(Items::takesParameters)) {
                throw Errors.type("type '%s' is not subscriptable".formatted(asked.name()));
            }
            return new GenericAlias(null, asked, key);
        }
        Object method = type.lookup("__getitem__");
        if (method == null) {
            throw Errors.type("'%s' object is not subscriptable".formatted(type.name()));
        }
        return Calls.special(method, object, key);
    }

    /** Tells whether a class of the library may be followed by types in brackets. */
    private static boolean takesParameters(PyType type) {
        return type.isNative()
                && !(type.isBuiltin()
                        && switch (type.name()) {
                            case "object", "int", "float", "complex", "bool", "str" -> true;
                            case "bytes", "bytearray", "memoryview", "range", "slice" -> true;
                            case "property", "super", "function", "module" -> true;
                            default -> type.isSubtypeOf(Exceptions.BASE_EXCEPTION);
                        });
    }

    static Object ofText(String text, Object key) {
        return key instanceof PySlice slice
                ? Str.slice(text, slice.startPart(), slice.stopPart(), slice.stepPart())
                : Str.get(text, place("string", key));
    }

    static Object ofTuple(PyTuple tuple, Object key) {
        return key instanceof PySlice slice ? tuple.slice(slice) : tuple.item(place("tuple", key));
    }

    static long place(String what, Object key) {
        if (key instanceof Long number) {
            return number;
        }
        if (!Numbers.isInt(key) && Types.of(key).lookup("__index__") == null) {
            throw Errors.type(
                    "%s indices must be integers%s%s"
                            .formatted(
                                    what,
                                    what.equals("string") ? "" : " or slices",
                                    what.equals("string")
                                            ? ", not '%s'".formatted(Types.of(key).name())
                                            : ", not " + Types.of(key).name()));
        }
        Object whole = Numbers.indexObject(key);
        if (whole instanceof Long number) {
            return number;
        }
        throw Errors.index(
                "cannot fit '%s' into an index-sized integer".formatted(Types.of(key).name()));
    }

    /** Performs {@code object[key] = value}. */
    public static void set(Object object, Object key, Object value) {
        if (object instanceof PyList list && list.type() == Types.LIST) {
            setList(list, key, value);
        } else if (object instanceof PyDict dict && dict.type() == Types.DICT) {
            dict.put(key, value);
        } else {
            Object method = Types.of(object).lookup("__setitem__");
            if (method == null || object instanceof PyType) {
                throw Errors.type(
                        "'%s' object does not support item assignment"
                                .formatted(Types.of(object).name()));
            }
            Calls.special(method, object, key, value);
        }
    }

    static void setList(PyList list, Object key, Object value) {
        if (key instanceof PySlice slice) {
            if (!Iteration.isIterable(value)) {
                throw Errors.type(
                        slice.stepPart() == null
                                ? "can only assign an iterable"
                                : "must assign iterable to extended slice");
            }
            list.setSlice(slice, value);
        } else {
            list.set(place("list", key), value);
        }
    }

    /** Performs {@code object[key] operator= right}. */
    public static void augment(Object object, Object key, Binary operator, Object right) {
        Updates.item(object, key, operator, right);
    }

    /** Performs {@code object[index] operator= right}. */
    public static void augmentAt(Object object, long index, Binary operator, Object right) {
        if (Sharing.isShared()) {
            Updates.item(object, index, operator, right);
        } else {
            setAt(object, index, Updates.augmented(operator, at(object, index), right));
        }
    }

    /** Performs {@code del object[key]}. */
    public static void delete(Object object, Object key) {
        if (object instanceof PyList list && list.type() == Types.LIST) {
            deleteList(list, key);
        } else if (object instanceof PyDict dict && dict.type() == Types.DICT) {
            if (dict.remove(key) == null) {
                throw Errors.key(key);
            }
        } else {
            Object method = Types.of(object).lookup("__delitem__");
            if (method == null) {
                throw Errors.type(
                        "'%s' object doesn't support item deletion"
                                .formatted(Types.of(object).name()));
            }
            Calls.special(method, object, key);
        }
    }

    static void deleteList(PyList list, Object key) {
        if (key instanceof PySlice slice) {
            list.deleteSlice(slice);
        } else {
            list.delete(place("list", key));
        }
    }

    /** Returns {@code len(object)}. */
    public static long length(Object object) {
        return switch (object) {
            case String text -> Str.length(text);
            case PyList list when list.type() == Types.LIST -> list.size();
            case PyDict dict when dict.type() == Types.DICT -> dict.size();
            case PyTuple tuple when tuple.type() == Types.TUPLE -> tuple.size();
            case PySet set when set.type().isNative() -> set.size();
            case PyBytes bytes -> bytes.data().length;
            default -> {
                Object method = Types.of(object).lookup("__len__");
                if (method == null) {
                    throw Errors.type(
                            "object of type '%s' has no len()".formatted(Types.of(object).name()));
                }
                long count = Numbers.index(Calls.special(method, object));
                if (count < 0) {
                    throw Errors.value("__len__() should return >= 0");
                }
                yield count;
            }
        };
    }

    /** Tells whether {@code value in object}. */
    public static boolean isIn(Object value, Object object) {
        return contains(object, value);
    }

    /** Tells whether an object has a value. */
    public static boolean contains(Object object, Object value) {
        return switch (object) {
            case PyDict dict when dict.type() == Types.DICT -> dict.get(value) != null;
            case PySet set when set.type().isNative() -> set.contains(value);
            case PyList list when list.type() == Types.LIST ->
                    list.indexOf(value, 0, Integer.MAX_VALUE) >= 0;
            case String text -> inText(text, value);
            case PyBytes bytes -> inBytes(bytes, value);
            default -> {
                PyType type = Types.of(object);
                Object method = type.lookup("__contains__");
                if (method != null) {
                    yield Text.truth(Calls.special(method, object, value));
                }
                if (!Iteration.isIterable(object) && !(object instanceof PyType)) {
                    throw Errors.type(
                            "argument of type '%s' is not iterable".formatted(type.name()));
                }
                yield among(object, value);
            }
        };
    }

    private static boolean among(Object object, Object value) {
        PyIterator iterator = Iteration.of(object);
        for (Object each = iterator.next(); each != null; each = iterator.next()) {
            if (Compare.same(each, value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean inText(String text, Object value) {
        if (Boxed.plain(value) instanceof String part) {
            return text.contains(part);
        }
        throw Errors.type(
                "'in <string>' requires string as left operand, not " + Types.of(value).name());
    }

    private static boolean inBytes(PyBytes bytes, Object value) {
        byte[] part = Buffered.of(value);
        if (part != null) {
            return Bytes.text(bytes.data()).contains(Bytes.text(part));
        }
        if (!Numbers.isInt(value) && Types.of(value).lookup("__index__") == null) {
            throw Errors.type(
                    "a bytes-like object is required, not '%s'".formatted(Types.of(value).name()));
        }
        char octet = (char) (PyByteArray.octet(value) & 0xff);
        return Bytes.text(bytes.data()).indexOf(octet) >= 0;
    }
}
