package dev.polyloom.python.runtime.multiprocessing;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Items;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyBytes;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import dev.polyloom.python.runtime.object.Updatable;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Map;

/** {@code multiprocessing.Value} and {@code Array}: numbers that all processes share. */
final class SharedValue extends PyObject implements Updatable {
    private static final PyType VALUE =
            PyType.library("Synchronized", Types.OBJECT, SharedValue::fillValue)
                    .module("multiprocessing.sharedctypes");
    private static final PyType ARRAY =
            PyType.library("SynchronizedArray", Types.OBJECT, SharedValue::fillArray)
                    .module("multiprocessing.sharedctypes");
    private static final Map<Character, Integer> BITS =
            Map.of(
                    'b', 8, 'B', 8, 'h', 16, 'H', 16, 'i', 32, 'I', 32, 'l', 64, 'L', 64, 'q', 64,
                    'Q', 64);
    private static final Map<Character, String> NAMES =
            Map.of(
                    'b',
                    "c_byte",
                    'B',
                    "c_ubyte",
                    'h',
                    "c_short",
                    'H',
                    "c_ushort",
                    'i',
                    "c_int",
                    'I',
                    "c_uint",
                    'l',
                    "c_long",
                    'd',
                    "c_double",
                    'f',
                    "c_float",
                    'c',
                    "c_char");

    private final char code;
    private final PyList cells;
    private final Object lock;

    private SharedValue(PyType type, char code, PyList cells, Object lock) {
        super(type);
        this.code = code;
        this.cells = cells;
        this.lock = lock;
    }

    static SharedValue value(Object code, Object args, Object lock) {
        char kind = kind(code);
        PyList given = PyList.from(args);
        Object first = given.size() == 0 ? zero(kind) : converted(kind, given.get(0));
        return new SharedValue(VALUE, kind, PyList.of(first), lock(lock));
    }

    static SharedValue array(Object code, Object sizeOrValues, Object lock) {
        char kind = kind(code);
        PyList cells = new PyList();
        if (Numbers.isInt(sizeOrValues)) {
            for (long left = Numbers.index(sizeOrValues); left > 0; left--) {
                cells.append(zero(kind));
            }
        } else {
            Iteration.of(sizeOrValues)
                    .forEachRemaining(each -> cells.append(converted(kind, each)));
        }
        return new SharedValue(ARRAY, kind, cells, lock(lock));
    }

    private static Object lock(Object given) {
        return given.equals(true) || given.equals(None.NONE)
                ? Calls.call(Synchronization.RLOCK)
                : given;
    }

    private static char kind(Object code) {
        String text =
                code instanceof String given ? given : Text.str(Attributes.get(code, "_type_"));
        if (text.length() != 1 || !"bBhHiIlLqQdfcu".contains(text)) {
            throw Errors.type("bad typecode (must be a ctypes type or a known typecode)");
        }
        return text.charAt(0);
    }

    private static Object zero(char kind) {
        return switch (kind) {
            case 'c' -> new PyBytes(new byte[1]);
            case 'd', 'f' -> 0.0;
            default -> 0L;
        };
    }

    private static Object converted(char kind, Object value) {
        return switch (kind) {
            case 'd' -> Numbers.toDouble(value);
            case 'f' -> (double) (float) Numbers.toDouble(value);
            case 'c' -> Numbers.isInt(value) ? octet(value) : value;
            case 'u' -> value;
            default -> whole(kind, value);
        };
    }

    private static PyBytes octet(Object value) {
        return new PyBytes(new byte[] {(byte) Numbers.index(value)});
    }

    /** Returns an array of characters as bytes, whole or to the first that is zero. */
    private Object string(boolean toZero) {
        if (code != 'c') {
            throw Errors.attribute("'SynchronizedArray' object has no attribute 'value'");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Object each : cells.snapshot()) {
            byte one = ((PyBytes) each).data()[0];
            if (toZero && one == 0) {
                break;
            }
            all.write(one);
        }
        return new PyBytes(all.toByteArray());
    }

    private void fillFrom(Object value) {
        if (!(value instanceof PyBytes bytes)) {
            throw Errors.type(
                    "bytes expected instead of %s instance".formatted(Types.of(value).name()));
        }
        byte[] data = bytes.data();
        if (data.length > cells.size()) {
            throw Errors.value("byte string too long");
        }
        for (int i = 0; i < cells.size() && i <= data.length; i++) {
            cells.set(i, octet(i < data.length ? (Object) (long) data[i] : (Object) 0L));
        }
    }

    private static Object whole(char kind, Object value) {
        if (!Numbers.isInt(value)) {
            throw Errors.type(
                    "'%s' object cannot be interpreted as an integer"
                            .formatted(Types.of(value).name()));
        }
        int bits = BITS.getOrDefault(kind, Long.SIZE);
        BigInteger number = new BigInteger(Text.str(Numbers.toInt(value)));
        BigInteger low = number.and(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
        boolean signed = Character.isLowerCase(kind);
        BigInteger result =
                signed && low.testBit(bits - 1)
                        ? low.subtract(BigInteger.ONE.shiftLeft(bits))
                        : low;
        return result.bitLength() < Long.SIZE ? (Object) result.longValue() : result;
    }

    private static SharedValue of(Object self) {
        return (SharedValue) self;
    }

    private static void fillValue(PyType type) {
        fill(type);
        type.getter(
                "value",
                self -> of(self).cells.get(0),
                (self, value) -> of(self).cells.set(0, converted(of(self).code, value)));
        type.method(
                "__repr__",
                0,
                0,
                a ->
                        "<Synchronized wrapper for %s(%s)>"
                                .formatted(
                                        NAMES.getOrDefault(of(a[0]).code, "c_long"),
                                        Text.repr(of(a[0]).cells.get(0))));
    }

    private static void fillArray(PyType type) {
        fill(type);
        type.getter(
                "value", self -> of(self).string(true), (self, value) -> of(self).fillFrom(value));
        type.getter(
                "raw", self -> of(self).string(false), (self, value) -> of(self).fillFrom(value));
        type.method("__len__", 0, 0, a -> (long) of(a[0]).cells.size());
        type.method("__getitem__", 1, 1, a -> of(a[0]).get(a[1]));
        type.method("__setitem__", 2, 2, a -> of(a[0]).set(a[1], a[2]));
        type.method("__iter__", 0, 0, a -> Iteration.of(of(a[0]).cells));
        type.method(
                "__repr__",
                0,
                0,
                a ->
                        ("<SynchronizedArray wrapper for <multiprocessing.sharedctypes.%s_Array_%d"
                                        + " object at %s>>")
                                .formatted(
                                        NAMES.getOrDefault(of(a[0]).code, "c_long"),
                                        of(a[0]).cells.size(),
                                        Text.address(a[0])));
    }

    private void checkIndex(Object index) {
        long at = Numbers.index(index);
        if (at < -cells.size() || at >= cells.size()) {
            throw Errors.of(Exceptions.INDEX_ERROR, "invalid index");
        }
    }

    private Object get(Object index) {
        if (Numbers.isInt(index)) {
            checkIndex(index);
        }
        return Items.get(cells, index);
    }

    private Object set(Object index, Object value) {
        if (Numbers.isInt(index)) {
            checkIndex(index);
            Items.set(cells, index, converted(code, value));
            return None.NONE;
        }
        PyList all = new PyList();
        Iteration.of(value).forEachRemaining(each -> all.append(converted(code, each)));
        Items.set(cells, index, all);
        return None.NONE;
    }

    private static void fill(PyType type) {
        type.method("get_lock", 0, 0, a -> of(a[0]).lock);
        type.method("get_obj", 0, 0, a -> a[0]);
        for (String name : new String[] {"acquire", "release", "__enter__", "__exit__"}) {
            type.method(name, 0, -1, a -> Calls.methodSpread(of(a[0]).lock, name, a));
        }
    }
}
