package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.number.Floats;
import dev.polyloom.python.runtime.number.Ints;
import dev.polyloom.python.runtime.platform.Platform;
import dev.polyloom.python.runtime.text.Str;
import org.jspecify.annotations.Nullable;

/** What the operators between two values do. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
public final class Ops {
    private Ops() {}

    /** Returns {@code a + b}. */
    public static Object add(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            long sum = x + y;
            if (((x ^ sum) & (y ^ sum)) >= 0) {
                return sum;
            }
        }
        if (a instanceof Double x && b instanceof Double y) {
            return x + y;
        }
        if (a instanceof String x && b instanceof String y) {
            return x.concat(y);
        }
        return Binary.ADD.apply(a, b);
    }

    /** Returns {@code a - b}. */
    public static Object sub(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            long difference = x - y;
            if (((x ^ y) & (x ^ difference)) >= 0) {
                return difference;
            }
        }
        return a instanceof Double x && b instanceof Double y ? x - y : Binary.SUB.apply(a, b);
    }

    /** Returns {@code a * b}. */
    public static Object mul(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            long product = x * y;
            if (Platform.machine().multiplyHigh(x, y) == product >> 63) {
                return product;
            }
        }
        return a instanceof Double x && b instanceof Double y ? x * y : Binary.MUL.apply(a, b);
    }

    /** Returns {@code a / b}. */
    public static Object div(Object a, Object b) {
        return a instanceof Double x && b instanceof Double y && y != 0
                ? x / y
                : Binary.DIV.apply(a, b);
    }

    /** Returns {@code a // b}. */
    public static Object floordiv(Object a, Object b) {
        return a instanceof Long x && b instanceof Long y && y > 0
                ? (Object) Math.floorDiv(x, y)
                : Binary.FLOORDIV.apply(a, b);
    }

    /** Returns {@code a % b}. */
    public static Object mod(Object a, Object b) {
        return a instanceof Long x && b instanceof Long y && y > 0
                ? (Object) Math.floorMod(x, y)
                : Binary.MOD.apply(a, b);
    }

    /** Returns {@code a ** b}. */
    public static Object pow(Object a, Object b) {
        if (a instanceof Double x && b instanceof Long y && x != 0 && y > 0 && y < 64) {
            return Floats.power(x, y);
        }
        return Binary.POW.apply(a, b);
    }

    /** Returns {@code a << b}. */
    public static Object lshift(Object a, Object b) {
        return Binary.LSHIFT.apply(a, b);
    }

    /** Returns {@code a >> b}. */
    public static Object rshift(Object a, Object b) {
        return Binary.RSHIFT.apply(a, b);
    }

    /** Returns {@code a & b}. */
    public static Object and(Object a, Object b) {
        return Binary.AND.apply(a, b);
    }

    /** Returns {@code a | b}. */
    public static Object or(Object a, Object b) {
        return Binary.OR.apply(a, b);
    }

    /** Returns {@code a ^ b}. */
    public static Object xor(Object a, Object b) {
        return Binary.XOR.apply(a, b);
    }

    /** Returns {@code a @ b}. */
    public static Object matmul(Object a, Object b) {
        return Binary.MATMUL.apply(a, b);
    }

    /** Returns {@code -a}. */
    public static Object neg(Object a) {
        if (a instanceof Boxed boxed && boxed.has("__neg__")) {
            return Calls.method(a, "__neg__");
        }
        Object plain = Numbers.plain(a);
        return switch (plain) {
            case Double number -> -number;
            default -> Numbers.isWhole(plain) ? Ints.negate(plain) : unary(a, "__neg__", "-");
        };
    }

    /** Returns {@code +a}. */
    public static Object pos(Object a) {
        if (a instanceof Boxed boxed && boxed.has("__pos__")) {
            return Calls.method(a, "__pos__");
        }
        Object plain = Numbers.plain(a);
        return Numbers.isReal(plain) ? plain : unary(a, "__pos__", "+");
    }

    /** Returns {@code ~a}. */
    public static Object invert(Object a) {
        Object own = a instanceof Boxed ? Types.of(a).lookup("__invert__") : null;
        if (own != null) {
            return Calls.call(own, a);
        }
        Object plain = Numbers.plain(a);
        return Numbers.isWhole(plain) ? Ints.invert(plain) : unary(a, "__invert__", "~");
    }

    /** Returns {@code abs(value)}. */
    public static Object abs(Object value) {
        if (value instanceof Long number && number != Long.MIN_VALUE) {
            return Math.abs(number);
        }
        if (value instanceof Double number) {
            return Math.abs(number);
        }
        if (value instanceof PyComplex number && number.type() == Types.COMPLEX) {
            return number.abs();
        }
        if (value instanceof Boxed boxed && boxed.has("__abs__")) {
            return Calls.method(value, "__abs__");
        }
        Object plain = Numbers.plain(value);
        if (plain instanceof Double number) {
            return Math.abs(number);
        }
        if (Numbers.isWhole(plain)) {
            return Ints.abs(plain);
        }
        Object method = Types.of(value).lookup("__abs__");
        if (method == null) {
            throw Errors.type("bad operand type for abs(): '%s'".formatted(Types.of(value).name()));
        }
        return Calls.special(method, value);
    }

    private static Object unary(Object a, String name, String sign) {
        Object method = Types.of(a).lookup(name);
        if (method == null) {
            throw Errors.type(
                    "bad operand type for unary %s: '%s'".formatted(sign, Types.of(a).name()));
        }
        return Calls.special(method, a);
    }

    /** Returns the new left side of {@code a += b}. */
    public static Object addTo(Object a, Object b) {
        return isPlain(a) && isPlain(b) ? add(a, b) : inPlace(Binary.ADD, a, b);
    }

    /** Returns the new left side of {@code a -= b}. */
    public static Object subFrom(Object a, Object b) {
        return isPlain(a) && isPlain(b) ? sub(a, b) : inPlace(Binary.SUB, a, b);
    }

    /** Returns the new left side of {@code a *= b}. */
    public static Object mulBy(Object a, Object b) {
        return isPlain(a) && isPlain(b) ? mul(a, b) : inPlace(Binary.MUL, a, b);
    }

    private static boolean isPlain(Object a) {
        return a instanceof Long || a instanceof Double;
    }

    /** Performs an operator that may change its left side, and returns the new left side. */
    public static Object inPlace(Binary operator, Object a, Object b) {
        if (a instanceof PyObject known && known.type().isBuiltin()) {
            Object changed = changed(operator, a, b);
            if (changed != null) {
                return changed;
            }
        }
        if (a instanceof PyObject && !(a instanceof PyType)) {
            Object method = Types.of(a).lookup(operator.inPlaceMethod());
            Object result = method == null ? changed(operator, a, b) : Calls.special(method, a, b);
            if (result != null && result != Types.NOT_IMPLEMENTED) {
                return result;
            }
        }
        if (operator == Binary.MUL
                && (a instanceof PySet || a instanceof PyDict)
                && isSequence(b)) {
            throw Errors.type(
                    "unsupported operand type(s) for *=: '%s' and '%s'"
                            .formatted(Types.of(a).name(), Types.of(b).name()));
        }
        return operator.apply(a, b, true);
    }

    /** Changes a built-in container as an operator does, and returns it; null for others. */
    static @Nullable Object changed(Binary operator, Object a, Object b) {
        if (a instanceof PyList list && operator == Binary.ADD) {
            if (!Iteration.isIterable(b)) {
                throw Errors.type("'%s' object is not iterable".formatted(Types.of(b).name()));
            }
            list.extend(b);
            return list;
        }
        if (a instanceof PyList list && operator == Binary.MUL && Numbers.isInt(b)) {
            list.replace(list.times(Numbers.index(b)).snapshot());
            return list;
        }
        if (a instanceof PySet set && !set.isFrozen() && b instanceof PySet other) {
            PySet changed = setInPlace(operator, set, other);
            if (changed != null) {
                set.assign(changed);
                return set;
            }
        }
        if (a instanceof PyDict dict && operator == Binary.OR) {
            dict.update(b);
            return dict;
        }
        return null;
    }

    private static @Nullable PySet setInPlace(Binary operator, PySet a, PySet b) {
        return switch (operator) {
            case OR -> a.union(b);
            case AND -> a.intersection(b);
            case SUB -> a.difference(b);
            case XOR -> a.symmetricDifference(b);
            default -> null;
        };
    }

    /** Returns what an operator gives for built-in values, or null where it knows none. */
    static @Nullable Object builtin(Binary operator, Object first, Object second) {
        Object a = Numbers.plain(first);
        Object b = Numbers.plain(second);
        if (Numbers.isWhole(a) && Numbers.isWhole(b)) {
            if (first instanceof Boolean x && second instanceof Boolean y) {
                switch (operator) {
                    case AND -> {
                        return x && y;
                    }
                    case OR -> {
                        return x || y;
                    }
                    case XOR -> {
                        return x ^ y;
                    }
                    default -> {}
                }
            }
            return ints(operator, a, b);
        }
        if (Numbers.isReal(a) && Numbers.isReal(b)) {
            if (!hasFloats(operator)) {
                return null;
            }
            return floats(operator, Numbers.toDouble(a), Numbers.toDouble(b));
        }
        if (a instanceof PyComplex || b instanceof PyComplex) {
            PyComplex x = PyComplex.from(a);
            PyComplex y = PyComplex.from(b);
            return x == null || y == null ? null : PyComplex.apply(operator, x, y);
        }
        return sequences(operator, a, b, second);
    }

    private static boolean hasFloats(Binary operator) {
        return switch (operator) {
            case ADD, SUB, MUL, DIV, FLOORDIV, MOD, POW -> true;
            default -> false;
        };
    }

    private static @Nullable Object ints(Binary operator, Object a, Object b) {
        return switch (operator) {
            case ADD -> Ints.add(a, b);
            case SUB -> Ints.subtract(a, b);
            case MUL -> Ints.multiply(a, b);
            case DIV -> Ints.trueDivide(a, b);
            case FLOORDIV -> Ints.floorDivide(a, b);
            case MOD -> Ints.modulo(a, b);
            case POW -> Ints.power(a, b);
            case LSHIFT -> Ints.shiftLeft(a, b);
            case RSHIFT -> Ints.shiftRight(a, b);
            case AND -> Ints.and(a, b);
            case OR -> Ints.or(a, b);
            case XOR -> Ints.xor(a, b);
            case MATMUL -> null;
        };
    }

    private static @Nullable Object floats(Binary operator, double a, double b) {
        return switch (operator) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            case DIV -> Floats.divide(a, b);
            case FLOORDIV -> Floats.floorDivide(a, b);
            case MOD -> Floats.modulo(a, b);
            case POW ->
                    a < 0 && b != Math.rint(b) && Double.isFinite(a) && Double.isFinite(b)
                            ? new PyComplex(a, 0).power(new PyComplex(b, 0)).finite()
                            : (Object) Floats.power(a, b);
            default -> null;
        };
    }

    private static @Nullable Object sequences(Binary operator, Object a, Object b, Object second) {
        return switch (operator) {
            case ADD -> joined(a, b, second);
            case MUL ->
                    Numbers.isWhole(b)
                            ? repeated(a, b)
                            : Numbers.isWhole(a) ? repeated(b, a) : refuseCount(a, b);
            case MOD ->
                    a instanceof String text
                            ? Formatting.percent(text, second)
                            : a instanceof PyBytes bytes ? Formatting.percent(bytes, second) : null;
            case OR, AND, SUB, XOR -> sets(operator, a, b);
            default -> null;
        };
    }

    private static @Nullable Object joined(Object a, Object b, Object second) {
        return switch (a) {
            case String x when b instanceof String y -> x.concat(y);
            case PyList x when b instanceof PyList y -> x.plus(y);
            case PyTuple x when b instanceof PyTuple y -> x.plus(y);
            case PyBytes x when b instanceof PyBytes y && !(x instanceof PyMemoryView) -> x.plus(y);
            case PyBytes x when b instanceof Buffered y && !(x instanceof PyMemoryView) ->
                    x.plus(new PyBytes(y.bytes()));
            case String text -> throw cannotJoin("str", second);
            case PyBytes bytes when !(bytes instanceof PyMemoryView) ->
                    throw Errors.type(
                            "can't concat %s to %s"
                                    .formatted(Types.of(second).name(), Types.of(a).name()));
            case PyList list -> throw cannotJoin("list", second);
            case PyTuple tuple -> throw cannotJoin("tuple", second);
            default -> null;
        };
    }

    private static PyException cannotJoin(String kind, Object b) {
        return Errors.type(
                "can only concatenate %s (not \"%s\") to %s"
                        .formatted(kind, Types.of(b).name(), kind));
    }

    private static boolean isSequence(Object value) {
        return value instanceof String
                || value instanceof PyList
                || value instanceof PyTuple
                || (value instanceof PyBytes && !(value instanceof PyMemoryView));
    }

    /** Refuses to repeat a sequence so many times as something that is no number says. */
    private static @Nullable Object refuseCount(Object a, Object b) {
        if (!isSequence(a) && !isSequence(b)) {
            return null;
        }
        Object count = isSequence(a) ? b : a;
        if (Types.of(count).lookup("__index__") != null) {
            return isSequence(a) ? repeated(a, count) : repeated(b, count);
        }
        throw Errors.type(
                "can't multiply sequence by non-int of type '%s'"
                        .formatted(Types.of(count).name()));
    }

    private static @Nullable Object repeated(Object a, Object count) {
        if (count instanceof java.math.BigInteger && isSequence(a)) {
            throw Errors.of(
                    Exceptions.OVERFLOW_ERROR, "cannot fit 'int' into an index-sized integer");
        }
        return switch (a) {
            case String text -> Str.repeat(text, Numbers.index(count));
            case PyList list -> list.times(Numbers.index(count));
            case PyTuple tuple -> tuple.times(Numbers.index(count));
            case PyBytes bytes -> bytes.times(Numbers.index(count));
            default -> null;
        };
    }

    private static @Nullable Object sets(Binary operator, Object a, Object b) {
        if (a instanceof PyDict x && b instanceof PyDict y && operator == Binary.OR) {
            PyDict both = x.copy();
            both.putAll(y);
            return both;
        }
        PySet x = asSet(a, b);
        PySet y = asSet(b, a);
        if (x == null || y == null) {
            return null;
        }
        return switch (operator) {
            case OR -> x.union(y);
            case AND -> x.intersection(y);
            case SUB -> x.difference(y);
            default -> x.symmetricDifference(y);
        };
    }

    /**
     * Returns a set, what a view shows, or what is iterated over beside a view; null for others.
     */
    private static @Nullable PySet asSet(Object value, Object other) {
        if (value instanceof PySet set) {
            return set;
        }
        boolean view = value instanceof DictView own && own.isSetLike();
        boolean beside =
                other instanceof DictView known && known.isSetLike() && Iteration.isIterable(value);
        return view || beside ? PySet.from(value) : null;
    }

    /** Returns what a sequence gives with another, or what lets the other try. */
    static Object concatenated(Object a, Object b) {
        Object result =
                Types.of(b).isNative() || b.getClass() == a.getClass() ? joined(a, b, b) : null;
        return result == null ? Types.NOT_IMPLEMENTED : result;
    }

    /** Returns {@code not value}. */
    public static boolean not(Object value) {
        return !Text.truth(value);
    }

    /** Returns null as {@code None}. */
    public static Object orNone(@Nullable Object value) {
        return value == null ? None.NONE : value;
    }
}
