package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Boxed;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.PyBytes;
import dev.polyloom.python.runtime.object.Types;
import org.jspecify.annotations.Nullable;

/** What the functions of the library make of their arguments. */
final class Values {
    private Values() {}

    /** Returns a text. */
    static String text(Object value, String what) {
        if (Boxed.plain(value) instanceof String text) {
            return text;
        }
        throw Errors.type("%s must be str, not %s".formatted(what, typeName(value)));
    }

    /** Tells whether a value holds bytes. */
    static boolean isBytes(Object value) {
        return value instanceof PyBytes
                || switch (typeName(value)) {
                    case "bytearray", "memoryview", "array" -> true;
                    default -> false;
                };
    }

    /** Returns the bytes of something that holds bytes. */
    static byte[] bytes(Object value) {
        if (value instanceof PyBytes bytes) {
            return bytes.data();
        }
        if (isBytes(value)) {
            return ((PyBytes) Calls.call(Types.BYTES, value)).data();
        }
        throw Errors.type("a bytes-like object is required, not '" + typeName(value) + "'");
    }

    /** Returns the name of the type of a value. */
    static String typeName(Object value) {
        return Types.of(value).name();
    }

    /** Tells whether a value is {@code None}. */
    static boolean isNone(Object value) {
        return value == None.NONE;
    }

    /** Returns {@code None} for null. */
    static Object orNone(@Nullable Object value) {
        return value == null ? None.NONE : value;
    }

    /** Returns {@code None}, after something has been done. */
    static Object none(Runnable action) {
        action.run();
        return None.NONE;
    }
}
