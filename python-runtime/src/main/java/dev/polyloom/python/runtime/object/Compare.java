package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.number.Floats;
import dev.polyloom.python.runtime.number.Ints;
import dev.polyloom.python.runtime.text.Bytes;
import dev.polyloom.python.runtime.text.Str;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Compares values. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
public final class Compare {
    private static final long EXACT_IN_FLOAT = 1L << 53;

    private Compare() {}

    /** An ordering operator. */
    public enum Order {
        /** {@code <}. */
        LT("<", "__lt__", "__gt__"),
        /** {@code <=}. */
        LE("<=", "__le__", "__ge__"),
        /** {@code >}. */
        GT(">", "__gt__", "__lt__"),
        /** {@code >=}. */
        GE(">=", "__ge__", "__le__");

        private final String sign;
        private final String method;
        private final String mirrored;

        Order(String sign, String method, String mirrored) {
            this.sign = sign;
            this.method = method;
            this.mirrored = mirrored;
        }

        String method() {
            return method;
        }

        boolean holds(int comparison) {
            return switch (this) {
                case LT -> comparison < 0;
                case LE -> comparison <= 0;
                case GT -> comparison > 0;
                case GE -> comparison >= 0;
            };
        }
    }

    /** Tells whether two values are one, as {@code is} sees it. */
    public static boolean is(Object a, Object b) {
        if (a == b) {
            return true;
        }
        return (a instanceof Long
                        || a instanceof String
                        || a instanceof Boolean
                        || a instanceof Double)
                && a.equals(b);
    }

    /** Tells whether two values are one or equal. */
    public static boolean same(Object a, Object b) {
        return a == b || eq(a, b);
    }

    /** Tells whether two values are equal. */
    public static boolean eq(Object a, Object b) {
        if (a instanceof String x && b instanceof String y) {
            return x.equals(y);
        }
        if (a instanceof Long x && b instanceof Long y) {
            return x.longValue() == y.longValue();
        }
        if (a instanceof Double x && b instanceof Double y) {
            return x.doubleValue() == y.doubleValue();
        }
        Object result = equal(a, b);
        return result instanceof Boolean known ? known : Text.truth(result);
    }

    /** Returns {@code max(a, b)}. */
    public static Object max(Object a, Object b) {
        return gt(b, a) ? b : a;
    }

    /** Returns {@code min(a, b)}. */
    public static Object min(Object a, Object b) {
        return lt(b, a) ? b : a;
    }

    /** Tells whether two values are not equal. */
    public static boolean ne(Object a, Object b) {
        if (isNumberOrText(a) && isNumberOrText(b)) {
            return !eq(a, b);
        }
        return Text.truth(notEqual(a, b));
    }

    private static boolean isNumberOrText(Object value) {
        return value instanceof Long || value instanceof Double || value instanceof String;
    }

    /** Returns what {@code ==} gives, which need not be a truth value. */
    public static Object equal(Object a, Object b) {
        boolean aUser = isUser(a);
        boolean bUser = isUser(b);
        if (!aUser && !bUser) {
            return builtinEqual(a, b);
        }
        boolean swapped =
                bUser && Types.of(a) != Types.of(b) && Types.of(b).isSubtypeOf(Types.of(a));
        Object first = swapped ? b : a;
        Object second = swapped ? a : b;
        Object result = tryEqual(first, second);
        if (result == null) {
            result = tryEqual(second, first);
        }
        return result == null ? (Object) builtinEqual(a, b) : result;
    }

    private static boolean isUser(Object value) {
        return value instanceof Typed typed
                && !(value instanceof PyType)
                && !typed.type().isBuiltin();
    }

    private static @Nullable Object tryEqual(Object a, Object b) {
        if (!isUser(a)) {
            return null;
        }
        Object method = Types.of(a).lookup("__eq__");
        if (method == null || method == Types.objectEq()) {
            return null;
        }
        Object result = Calls.special(method, a, b);
        return result == Types.NOT_IMPLEMENTED ? null : result;
    }

    /** Returns what {@code __eq__} of a built-in container gives. */
    static Object equalOrNot(Object[] a) {
        boolean alike =
                switch (a[0]) {
                    case PyList list -> a[1] instanceof PyList;
                    case PyTuple tuple -> a[1] instanceof PyTuple;
                    case PyDict dict -> a[1] instanceof PyDict;
                    default -> asSet(a[1]) != null;
                };
        return alike ? (Object) builtinEqual(a[0], a[1]) : Types.NOT_IMPLEMENTED;
    }

    static boolean builtinEqual(Object a, Object b) {
        if (a instanceof PyMemoryView view) {
            return view.isEqual(b);
        }
        if (b instanceof PyMemoryView view) {
            return view.isEqual(a);
        }
        if (a == b) {
            return !(a instanceof Double d && d.isNaN());
        }
        if (b instanceof PyComplex y && !(a instanceof PyComplex)) {
            return y.isEqual(a);
        }
        return switch (a) {
            case String x -> x.equals(b instanceof Boxed boxed ? boxed.value() : b);
            case Long x -> numberEqual(x, b);
            case Boolean x -> numberEqual(x ? 1L : 0L, b);
            case BigInteger x -> numberEqual(x, b);
            case Double x -> doubleEqual(x, b);
            case PyList x -> b instanceof PyList y && itemsEqual(x.snapshot(), y.snapshot());
            case PyTuple x -> b instanceof PyTuple y && itemsEqual(x.array(), y.array());
            case PyDict x ->
                    b instanceof PyDict y
                            ? dictsEqual(x, y)
                            : b instanceof MappingProxy && eq(x, MappingProxy.plain(b));
            case MappingProxy x -> eq(MappingProxy.plain(x), MappingProxy.plain(b));
            case PySet x -> setsEqual(x, b);
            case PyByteArray x -> Arrays.equals(x.data(), Buffered.of(b));
            case PyBytes x -> b instanceof PyBytes y && Arrays.equals(x.data(), y.data());
            case PyComplex x -> x.isEqual(b);
            case PyRange x -> b instanceof PyRange y && x.isSame(y);
            case DictView x -> x.isSetLike() && setsEqual(x.set(), b);
            case BoundMethod x -> x.isSame(b);
            case PySlice x -> x.isSame(b);
            case Boxed x -> builtinEqual(x.value(), Boxed.plain(b));
            default -> false;
        };
    }

    private static boolean numberEqual(Object whole, Object b) {
        return switch (b) {
            case Boolean truth -> whole.equals(truth ? 1L : 0L);
            case Double number -> Floats.isEqual(whole, number);
            case Boxed boxed -> numberEqual(whole, boxed.value());
            default -> whole.equals(b);
        };
    }

    private static boolean doubleEqual(double x, Object b) {
        return switch (b) {
            case Double y -> x == y;
            case Long y -> Floats.isEqual(y, x);
            case BigInteger y -> Floats.isEqual(y, x);
            case Boolean y -> x == (y ? 1 : 0);
            default -> false;
        };
    }

    private static boolean itemsEqual(Object[] a, Object[] b) {
        if (a.length != b.length) {
            return false;
        }
        for (int i = 0; i < a.length; i++) {
            if (!same(a[i], b[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean dictsEqual(PyDict a, PyDict b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (Object key : a.keys()) {
            Object x = a.get(key);
            Object y = b.get(key);
            if (x == null || y == null || !same(x, y)) {
                return false;
            }
        }
        return true;
    }

    private static boolean setsEqual(PySet a, Object b) {
        PySet other = asSet(b);
        return other != null && a.size() == other.size() && a.isSubset(other);
    }

    private static @Nullable PySet asSet(Object value) {
        return value instanceof PySet set
                ? set
                : value instanceof DictView view && view.isSetLike() ? view.set() : null;
    }

    /** Returns what {@code !=} gives. */
    public static Object notEqual(Object a, Object b) {
        Object result = tryNotEqual(a, b);
        if (result == null) {
            result = tryNotEqual(b, a);
        }
        return result == null ? (Object) !eq(a, b) : result;
    }

    private static @Nullable Object tryNotEqual(Object a, Object b) {
        Object method = isUser(a) ? Types.of(a).lookup("__ne__") : null;
        if (!(method instanceof Function)) {
            Object equal = tryEqual(a, b);
            return equal == null ? null : (Object) !Text.truth(equal);
        }
        Object result = Calls.special(method, a, b);
        return result == Types.NOT_IMPLEMENTED ? null : result;
    }

    /** Returns what {@code <} gives. */
    public static Object less(Object a, Object b) {
        return order(a, b, Order.LT);
    }

    /** Returns what {@code <=} gives. */
    public static Object lessOrEqual(Object a, Object b) {
        return order(a, b, Order.LE);
    }

    /** Returns what {@code >} gives. */
    public static Object greater(Object a, Object b) {
        return order(a, b, Order.GT);
    }

    /** Returns what {@code >=} gives. */
    public static Object greaterOrEqual(Object a, Object b) {
        return order(a, b, Order.GE);
    }

    /** Tells whether {@code a < b}. */
    public static boolean lt(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return x < y;
        }
        if (a instanceof Double x && b instanceof Double y) {
            return x < y;
        }
        return Text.truth(order(a, b, Order.LT));
    }

    /** Tells whether {@code a <= b}. */
    public static boolean le(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return x <= y;
        }
        if (a instanceof Double x && b instanceof Double y) {
            return x <= y;
        }
        return Text.truth(order(a, b, Order.LE));
    }

    /** Tells whether {@code a > b}. */
    public static boolean gt(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return x > y;
        }
        if (a instanceof Double x && b instanceof Double y) {
            return x > y;
        }
        return Text.truth(order(a, b, Order.GT));
    }

    /** Tells whether {@code a >= b}. */
    public static boolean ge(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return x >= y;
        }
        if (a instanceof Double x && b instanceof Double y) {
            return x >= y;
        }
        return Text.truth(order(a, b, Order.GE));
    }

    /** Returns what an ordering operator gives. */
    public static Object order(Object a, Object b, Order order) {
        Object result = builtinOrder(a, b, order);
        if (result == null) {
            result = tryOrder(a, b, order.method);
        }
        if (result == null) {
            result = tryOrder(b, a, order.mirrored);
        }
        if (result == null) {
            throw Errors.type(
                    "'%s' not supported between instances of '%s' and '%s'"
                            .formatted(order.sign, Types.of(a).name(), Types.of(b).name()));
        }
        return result;
    }

    private static @Nullable Object tryOrder(Object a, Object b, String name) {
        Object method = Types.of(a).lookup(name);
        if (method == null || a instanceof PyType) {
            return null;
        }
        Object result = Calls.special(method, a, b);
        return result == Types.NOT_IMPLEMENTED ? null : result;
    }

    private static @Nullable Object builtinOrder(Object first, Object second, Order order) {
        if (Numbers.isReal(first) && Numbers.isReal(second)) {
            return numbers(first, second, order);
        }
        if (isUser(first) && Types.of(first).lookup(order.method) instanceof Function) {
            return null;
        }
        Object a = Numbers.plain(first);
        Object b = Numbers.plain(second);
        if (Numbers.isReal(a) && Numbers.isReal(b)) {
            return numbers(a, b, order);
        }
        return plainOrder(a, b, order);
    }

    /** Returns what an ordering operator gives for built-in values, or null for others. */
    static @Nullable Object plainOrder(Object a, Object b, Order order) {
        if (Numbers.isReal(a) && Numbers.isReal(Numbers.plain(b))) {
            return numbers(a, Numbers.plain(b), order);
        }
        PySet beside = a instanceof DictView || b instanceof DictView ? asSet(b) : null;
        PySet shown = beside == null ? null : asSet(a);
        if (beside != null && shown != null) {
            return sets(shown, beside, order);
        }
        return switch (a) {
            case String x when b instanceof String y -> order.holds(Str.compare(x, y));
            case PyList x when b instanceof PyList y -> items(x.snapshot(), y.snapshot(), order);
            case PyTuple x when b instanceof PyTuple y -> items(x.array(), y.array(), order);
            case PyBytes x when b instanceof PyBytes y ->
                    order.holds(Bytes.compare(x.data(), y.data()));
            case PySet x when b instanceof PySet y -> sets(x, y, order);
            case PySlice x when b instanceof PySlice y -> items(x.parts(), y.parts(), order);
            default -> null;
        };
    }

    private static boolean numbers(Object a, Object b, Order order) {
        if (a instanceof Double x && b instanceof Double y) {
            return floats(x, y, order);
        }
        if (a instanceof Double x && b instanceof Long y && Math.abs(y) <= EXACT_IN_FLOAT) {
            return floats(x, y, order);
        }
        if (a instanceof Double x) {
            return !x.isNaN() && order.holds(-Floats.compare(b, x));
        }
        if (b instanceof Double y) {
            return !y.isNaN() && order.holds(Floats.compare(a, y));
        }
        return order.holds(Ints.compare(a, b));
    }

    private static boolean floats(double a, double b, Order order) {
        return switch (order) {
            case LT -> a < b;
            case LE -> a <= b;
            case GT -> a > b;
            case GE -> a >= b;
        };
    }

    private static Object items(Object[] a, Object[] b, Order order) {
        int common = Math.min(a.length, b.length);
        for (int i = 0; i < common; i++) {
            if (!same(a[i], b[i])) {
                return order(a[i], b[i], order);
            }
        }
        return order.holds(Integer.compare(a.length, b.length));
    }

    private static boolean sets(PySet a, PySet b, Order order) {
        return switch (order) {
            case LT -> a.size() < b.size() && a.isSubset(b);
            case LE -> a.isSubset(b);
            case GT -> b.size() < a.size() && b.isSubset(a);
            case GE -> b.isSubset(a);
        };
    }

    /** Orders values as {@code sorted} does. */
    public static int forSorting(Object a, Object b) {
        return lt(a, b) ? -1 : lt(b, a) ? 1 : 0;
    }
}
