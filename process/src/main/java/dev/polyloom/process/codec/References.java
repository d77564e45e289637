package dev.polyloom.process.codec;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** Numbers objects by identity, in the order in which they are written. */
final class References {
    private static final int FEW = 8;

    private final @Nullable Object[] few = new @Nullable Object[FEW];
    private final IdentityHashMap<Object, Integer> many = new IdentityHashMap<>(0);
    private int count;

    /** Returns the number of an object, or -1 if it has none. */
    @SuppressWarnings("ReferenceEquality")
    int indexOf(Object object) {
        for (int i = 0; i < Math.min(count, FEW); i++) {
            if (few[i] == object) {
                return i;
            }
        }
        return count <= FEW ? -1 : many.getOrDefault(object, -1);
    }

    void add(Object object) {
        if (count < FEW) {
            few[count] = object;
        } else {
            many.put(object, count);
        }
        count++;
    }
}
