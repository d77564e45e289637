package dev.polyloom.threading;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Loops over elements whose source and use may both wait. A step of the loop is one call, as
 * compilers that make threads out of coroutines do not all know a loop that waits at two places.
 */
final class Elements {
    private Elements() {}

    /** What is done with an element. */
    interface Use<T extends @Nullable Object, E extends Exception> {
        void with(T element) throws E;
    }

    /** Uses each element. */
    static <T extends @Nullable Object, E extends Exception> void each(
            Iterable<? extends T> elements, Use<? super T, E> use) throws E {
        Iterator<? extends T> left = elements.iterator();
        boolean more = true;
        while (more) {
            more = next(left, use);
        }
    }

    /** Uses the next element; false if there is none. */
    private static <T extends @Nullable Object, E extends Exception> boolean next(
            Iterator<? extends T> left, Use<? super T, E> use) throws E {
        if (!left.hasNext()) {
            return false;
        }
        use.with(left.next());
        return true;
    }
}
