package dev.polyloom.python.runtime.object;

import org.jspecify.annotations.Nullable;

/** An operator between two values. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
public enum Binary {
    /** {@code +}. */
    ADD("+", "add"),
    /** {@code -}. */
    SUB("-", "sub"),
    /** {@code *}. */
    MUL("*", "mul"),
    /** {@code /}. */
    DIV("/", "truediv"),
    /** {@code //}. */
    FLOORDIV("//", "floordiv"),
    /** {@code %}. */
    MOD("%", "mod"),
    /** {@code **}. */
    POW("** or pow()", "pow"),
    /** {@code <<}. */
    LSHIFT("<<", "lshift"),
    /** {@code >>}. */
    RSHIFT(">>", "rshift"),
    /** {@code &}. */
    AND("&", "and"),
    /** {@code |}. */
    OR("|", "or"),
    /** {@code ^}. */
    XOR("^", "xor"),
    /** {@code @}. */
    MATMUL("@", "matmul");

    private static final String[] NO_NAMES = {};

    private final String sign;
    private final String method;
    private final String reflected;
    private final String inPlace;

    Binary(String sign, String name) {
        this.sign = sign;
        this.method = "__" + name + "__";
        this.reflected = "__r" + name + "__";
        this.inPlace = "__i" + name + "__";
    }

    String method() {
        return method;
    }

    String reflected() {
        return reflected;
    }

    String inPlaceMethod() {
        return inPlace;
    }

    /** Returns what the operator gives. */
    public Object apply(Object a, Object b) {
        return apply(a, b, false);
    }

    Object apply(Object a, Object b, boolean assigning) {
        if (a instanceof PyObject x && b instanceof PyObject y && x.type() == y.type()) {
            Object result = ofOneType(x, y);
            if (result != null && result != Types.NOT_IMPLEMENTED) {
                return result;
            }
            if (result != null) {
                throw unsupported(a, b, assigning);
            }
        }
        boolean plain = Types.of(a).isBuiltin() && Types.of(b).isBuiltin();
        if (plain) {
            Object result = Ops.builtin(this, a, b);
            if (result != null) {
                return result;
            }
        }
        Object result = byMethods(a, b);
        if (result == null && !plain) {
            result = Ops.builtin(this, a, b);
        }
        if (result == null) {
            throw unsupported(a, b, assigning);
        }
        return result;
    }

    private PyException unsupported(Object a, Object b, boolean assigning) {
        String shown = assigning ? sign.replace("** or pow()", "**") + "=" : sign;
        return Errors.type(
                "unsupported operand type(s) for %s: '%s' and '%s'"
                        .formatted(shown, Types.of(a).name(), Types.of(b).name()));
    }

    /** Returns what the operator gives where nothing but a method is to be asked, else null. */
    private @Nullable Object ofOneType(PyObject a, PyObject b) {
        if (a instanceof PyComplex x && b instanceof PyComplex y && a.type() == Types.COMPLEX) {
            return PyComplex.apply(this, x, y);
        }
        return a.getClass() == PyObject.class && a.type().lookup(method) instanceof Function f
                ? f.call(new Object[] {a, b}, NO_NAMES)
                : null;
    }

    private @Nullable Object byMethods(Object a, Object b) {
        PyType first = Types.of(a);
        PyType second = Types.of(b);
        boolean swapped =
                first != second
                        && second.isSubtypeOf(first)
                        && second.lookup(reflected) != first.lookup(reflected);
        if (swapped) {
            Object result = call(second.lookup(reflected), b, a);
            return result != null ? result : call(first.lookup(method), a, b);
        }
        if ((this == ADD || this == MUL) && isSequence(a) && !second.isNative()) {
            Object result = call(second.lookup(reflected), b, a);
            if (result != null) {
                return result;
            }
        }
        Object result = call(first.lookup(method), a, b);
        if (result == null && first != second) {
            result = call(second.lookup(reflected), b, a);
        }
        return result;
    }

    private static boolean isSequence(Object value) {
        return value instanceof String
                || value instanceof PyList
                || value instanceof PyTuple
                || value instanceof PyBytes;
    }

    private static @Nullable Object call(@Nullable Object method, Object a, Object b) {
        if (method == null) {
            return null;
        }
        Object result = Calls.special(method, a, b);
        return result == Types.NOT_IMPLEMENTED ? null : result;
    }
}
