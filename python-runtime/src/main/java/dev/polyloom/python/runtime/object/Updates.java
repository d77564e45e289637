package dev.polyloom.python.runtime.object;

import java.math.BigInteger;

/**
 * What {@code x += y} and {@code x = x + y} have in common where other threads may see {@code x}.
 * As long as both sides are numbers or text, nothing comes between reading and writing: CPython
 * does not change threads there either.
 */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class Updates {
    private Updates() {}

    /** Tells whether an operator runs nothing of the program on these values. */
    static boolean isClosed(Binary operator, Object a, Object b) {
        return (isNumber(a) && isNumber(b))
                || (operator == Binary.ADD && a instanceof String && b instanceof String);
    }

    static boolean isNumber(Object value) {
        return value instanceof Long
                || value instanceof Double
                || value instanceof BigInteger
                || value instanceof Boolean;
    }

    /** Returns the new left side of an assignment with an operator. */
    static Object augmented(Binary operator, Object a, Object b) {
        return switch (operator) {
            case ADD -> Ops.addTo(a, b);
            case SUB -> Ops.subFrom(a, b);
            case MUL -> Ops.mulBy(a, b);
            default -> Ops.inPlace(operator, a, b);
        };
    }

    /** Performs {@code object[key] operator= right}. */
    static void item(Object object, Object key, Binary operator, Object right) {
        if (isNumber(right) && isUpdated(object, key, operator, right)) {
            return;
        }
        if (Sharing.isShared()
                && (object instanceof PyList || object instanceof PyDict)
                && Types.of(object).isNative()
                && isNumber(right)) {
            synchronized (object) {
                Object old = Items.get(object, key);
                if (isNumber(old)) {
                    Items.set(object, key, augmented(operator, old, right));
                    return;
                }
            }
        }
        Items.set(object, key, augmented(operator, Items.get(object, key), right));
    }

    /** Performs {@code object[key] operator= right} if a list or dict has a number there. */
    private static boolean isUpdated(Object object, Object key, Binary operator, Object right) {
        return object instanceof PyDict dict
                ? dict.type() == Types.DICT
                        && (key instanceof String || key instanceof Long)
                        && dict.update(key, operator, right)
                : object instanceof PyList list
                        && list.type() == Types.LIST
                        && key instanceof Long index
                        && list.update(index, operator, right);
    }

    /**
     * Performs {@code object.name operator= right} if the attribute is nothing but a number or
     * text, and tells whether it is.
     */
    static boolean attribute(PyObject object, String name, Binary operator, Object right) {
        PyType type = object.type();
        if (object instanceof Module module) {
            return module.getClass() == Module.class
                    && module.own(name) != null
                    && module.global(name).update(operator, right);
        }
        boolean plain =
                object instanceof PyType asked
                        ? type == Types.TYPE && !asked.isNative()
                        : Attributes.isPlainlySet(type, name) && !type.hasOwnAccess();
        if (!plain) {
            return false;
        }
        synchronized (object) {
            Object own = object.own(name);
            Object shared = object instanceof PyType asked ? asked.lookup(name) : type.lookup(name);
            Object old = own != null ? own : shared;
            if (old == null || !isClosed(operator, old, right)) {
                return false;
            }
            object.setOwn(name, augmented(operator, old, right));
            return true;
        }
    }
}
