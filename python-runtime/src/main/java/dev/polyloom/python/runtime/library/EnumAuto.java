package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.object.Binary;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * {@code enum.auto()}: a value that is known when the class is complete, also as part of what the
 * class statement computes with it.
 */
final class EnumAuto extends PyObject {
    private final @Nullable Binary operator;
    private final @Nullable Object left;
    private final @Nullable Object right;
    private @Nullable Object value;

    EnumAuto(PyType type) {
        this(type, null, null, null);
    }

    private EnumAuto(
            PyType type, @Nullable Binary operator, @Nullable Object left, @Nullable Object right) {
        super(type);
        this.operator = operator;
        this.left = left;
        this.right = right;
    }

    static void fill(PyType type) {
        for (Binary each : new Binary[] {Binary.OR, Binary.AND, Binary.XOR, Binary.ADD}) {
            String name =
                    each == Binary.ADD ? "add" : each.name().toLowerCase(java.util.Locale.ROOT);
            type.method(
                    "__" + name + "__", 1, 1, a -> new EnumAuto(EnumModule.AUTO, each, a[0], a[1]));
            type.method(
                    "__r" + name + "__",
                    1,
                    1,
                    a -> new EnumAuto(EnumModule.AUTO, each, a[1], a[0]));
        }
    }

    /** Returns the value, which a function makes where nothing is computed. */
    Object resolve(UnaryOperator<Object> next) {
        Object known = value;
        if (known == null) {
            Binary how = operator;
            known =
                    how == null || left == null || right == null
                            ? next.apply(this)
                            : how.apply(part(left, next), part(right, next));
            value = known;
        }
        return known;
    }

    private static Object part(Object side, UnaryOperator<Object> next) {
        return side instanceof EnumAuto auto ? auto.resolve(next) : side;
    }
}
