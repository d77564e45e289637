package dev.polyloom.process.actions;

import java.lang.invoke.MethodType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the language says of which type goes for which. */
final class Kinds {
    /** The numeric types, each of which widens to those after it. */
    private static final List<Class<?>> WIDENING =
            List.of(byte.class, short.class, int.class, long.class, float.class, double.class);

    private Kinds() {}

    /** Tells whether a value goes for a parameter by subtyping or widening alone. */
    static boolean fitsStrictly(@Nullable Object value, Class<?> parameter) {
        if (value == null) {
            return !parameter.isPrimitive();
        }
        Class<?> plain = plain(value.getClass());
        return plain.isPrimitive() ? isSubtype(plain, parameter) : parameter.isInstance(value);
    }

    /** Tells whether a value goes for a parameter when it may also be boxed. */
    static boolean fitsLoosely(@Nullable Object value, Class<?> parameter) {
        return fitsStrictly(value, parameter) || parameter.isInstance(value);
    }

    /** Returns the primitive type that a box holds, or else the type itself. */
    static Class<?> plain(Class<?> type) {
        return MethodType.methodType(type).unwrap().returnType();
    }

    /** Tells whether one type is a subtype of another, for primitive types too. */
    static boolean isSubtype(Class<?> type, Class<?> of) {
        if (type == of || !type.isPrimitive() || !of.isPrimitive()) {
            return of.isAssignableFrom(type);
        }
        int from = WIDENING.indexOf(type == char.class ? int.class : type);
        int to = WIDENING.indexOf(of);
        return from >= 0 && to >= from;
    }
}
