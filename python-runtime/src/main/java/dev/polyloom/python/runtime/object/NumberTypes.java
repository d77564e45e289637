package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.number.FloatText;
import dev.polyloom.python.runtime.number.Floats;
import dev.polyloom.python.runtime.number.Ints;
import java.math.BigInteger;

/** The methods of numbers. */
final class NumberTypes {
    private NumberTypes() {}

    static void fillInt(PyType type) {
        type.method("bit_length", 0, 0, a -> (long) Ints.bitLength(Numbers.plain(a[0])));
        type.method("bit_count", 0, 0, a -> (long) Ints.bitCount(Numbers.plain(a[0])));
        type.method("conjugate", 0, 0, a -> Numbers.plain(a[0]));
        type.method("is_integer", 0, 0, a -> true);
        type.method("as_integer_ratio", 0, 0, a -> PyTuple.of(Numbers.plain(a[0]), 1L));
        type.method("to_bytes", "length=1, byteorder='big', *, signed=False", a -> toBytes(a));
        type.method("__index__", 0, 0, a -> Numbers.plain(a[0]));
        type.method("__int__", 0, 0, a -> Numbers.plain(a[0]));
        type.method("__float__", 0, 0, a -> Numbers.toDouble(a[0]));
        type.method("__abs__", 0, 0, a -> Ints.abs(Numbers.plain(a[0])));
        type.getter("real", Numbers::plain);
        type.getter("imag", self -> 0L);
        type.getter("numerator", Numbers::plain);
        type.getter("denominator", self -> 1L);
        type.dict()
                .put(
                        "from_bytes",
                        new StaticMethod(
                                Builtin.function(
                                        "from_bytes",
                                        "bytes, byteorder='big', *, signed=False",
                                        NumberTypes::fromBytes)));
        common(type);
    }

    private static void common(PyType type) {
        for (Binary operator : Binary.values()) {
            if (operator != Binary.MATMUL && operator != Binary.POW) {
                type.method(
                        operator.inPlaceMethod().replace("__i", "__"),
                        1,
                        1,
                        a -> plain(type, operator, a[0], a[1]));
            }
        }
        type.method("__hash__", 0, 0, a -> Hash.of(Numbers.plain(a[0])));
        type.method("__repr__", 0, 0, a -> Text.repr(plainOf(a[0])));
        type.method("__eq__", 1, 1, a -> equal(type, a));
        type.method("__format__", 1, 1, a -> Formatting.format(plainOf(a[0]), (String) a[1]));
        type.method("__lt__", 1, 1, a -> order(type, a, Compare.Order.LT));
        type.method("__le__", 1, 1, a -> order(type, a, Compare.Order.LE));
        type.method("__gt__", 1, 1, a -> order(type, a, Compare.Order.GT));
        type.method("__ge__", 1, 1, a -> order(type, a, Compare.Order.GE));
    }

    private static boolean fits(PyType type, Object other) {
        return type == Types.INT ? Numbers.isInt(other) : Numbers.isReal(Numbers.plain(other));
    }

    private static Object equal(PyType type, Object[] a) {
        return fits(type, a[1])
                ? (Object) Compare.builtinEqual(plainOf(a[0]), plainOf(a[1]))
                : Types.NOT_IMPLEMENTED;
    }

    private static Object order(PyType type, Object[] a, Compare.Order order) {
        return fits(type, a[1])
                ? Compare.order(Numbers.plain(a[0]), Numbers.plain(a[1]), order)
                : Types.NOT_IMPLEMENTED;
    }

    private static Object plainOf(Object value) {
        return Boxed.plain(value);
    }

    private static Object plain(PyType type, Binary operator, Object a, Object b) {
        Object result = fits(type, b) ? Ops.builtin(operator, a, b) : null;
        return result == null ? Types.NOT_IMPLEMENTED : result;
    }

    private static Object toBytes(Object[] a) {
        BigInteger value = Ints.big(Numbers.plain(a[0]));
        int length = (int) Numbers.index(a[1]);
        if (length < 0) {
            throw Errors.value("length argument must be non-negative");
        }
        if (!a[2].equals("little") && !a[2].equals("big")) {
            throw Errors.value("byteorder must be either 'little' or 'big'");
        }
        boolean signed = Text.truth(a[3]);
        if (value.signum() < 0 && !signed) {
            throw Errors.of(Exceptions.OVERFLOW_ERROR, "can't convert negative int to unsigned");
        }
        byte[] raw = value.toByteArray();
        if (value.bitLength() > length * 8 - (signed ? 1 : 0)) {
            throw Errors.of(Exceptions.OVERFLOW_ERROR, "int too big to convert");
        }
        byte[] result = new byte[length];
        java.util.Arrays.fill(result, (byte) (value.signum() < 0 ? -1 : 0));
        for (int i = 0; i < Math.min(raw.length, length); i++) {
            result[length - 1 - i] = raw[raw.length - 1 - i];
        }
        return new PyBytes(a[2].equals("little") ? reversed(result) : result);
    }

    private static byte[] reversed(byte[] data) {
        byte[] result = new byte[data.length];
        for (int i = 0; i < data.length; i++) {
            result[i] = data[data.length - 1 - i];
        }
        return result;
    }

    private static Object fromBytes(Object[] a) {
        if (a[0] instanceof String) {
            throw Errors.type("cannot convert 'str' object to bytes");
        }
        byte[] data =
                ((PyBytes) BytesType.make(Types.BYTES, new Object[] {a[0]}, new String[0])).data();
        if (!a[1].equals("little") && !a[1].equals("big")) {
            throw Errors.value("byteorder must be either 'little' or 'big'");
        }
        byte[] big = a[1].equals("little") ? reversed(data) : data;
        if (big.length == 0) {
            return 0L;
        }
        return Ints.of(Text.truth(a[2]) ? new BigInteger(big) : new BigInteger(1, big));
    }

    static void fillFloat(PyType type) {
        type.method("is_integer", 0, 0, a -> Floats.isInteger(of(a)));
        type.method("hex", 0, 0, a -> FloatText.hex(of(a)));
        type.method("conjugate", 0, 0, a -> of(a));
        type.method("as_integer_ratio", 0, 0, a -> PyTuple.of(Floats.integerRatio(of(a))));
        type.method("__float__", 0, 0, a -> of(a));
        type.method("__int__", 0, 0, a -> Floats.toInt(of(a)));
        type.method("__trunc__", 0, 0, a -> Floats.toInt(of(a)));
        type.method("__abs__", 0, 0, a -> Math.abs(of(a)));
        type.getter("real", Numbers::plain);
        type.getter("imag", self -> 0.0);
        type.dict()
                .put(
                        "fromhex",
                        new StaticMethod(
                                Builtin.function(
                                        "fromhex", 1, 1, a -> FloatText.fromHex((String) a[0]))));
        common(type);
    }

    private static double of(Object[] a) {
        return (Double) Numbers.plain(a[0]);
    }
}
