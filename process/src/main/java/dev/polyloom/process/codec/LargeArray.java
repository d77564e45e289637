package dev.polyloom.process.codec;

import java.io.InvalidObjectException;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Stands in a stream for a large array of primitives, which is carried beside it: the JDK would
 * copy it piece by piece.
 */
record LargeArray(int index) implements Serializable {
    static boolean isOne(Object object) {
        return object.getClass().isArray() && Plain.sizeHint(object) >= ByteSink.LARGE;
    }

    /**
     * Returns the array, once: a stream refers to the same array again by its own means, which heed
     * that some readers want theirs unshared.
     */
    Object takeFrom(@Nullable Object[] arrays) throws InvalidObjectException {
        Object array = index >= 0 && index < arrays.length ? arrays[index] : null;
        if (array == null) {
            throw new InvalidObjectException("malformed: large array " + index + " is not there");
        }
        arrays[index] = null;
        return array;
    }
}
