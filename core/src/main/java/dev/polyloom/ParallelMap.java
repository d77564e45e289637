package dev.polyloom;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A function made parallel by {@link Parallel}: applied to many items it gives all their results.
 * May be applied any number of times, also by several threads at once.
 *
 * @param <T> the type of an item
 * @param <O> what all the results come as, such as a list, a stream or a future
 */
@FunctionalInterface
public interface ParallelMap<T extends @Nullable Object, O> {
    /**
     * Applies the function to the items of an iterator, which is read by one thread at a time and
     * only as far as needed.
     *
     * @param items the items, possibly without end if the results are lazy
     * @return the results
     */
    O apply(Iterator<? extends T> items);

    /**
     * Applies the function to the items of a collection or another iterable.
     *
     * @param items the items
     * @return the results
     */
    default O apply(Iterable<? extends T> items) {
        return apply(items.iterator());
    }

    /**
     * Applies the function to the items of a stream. The stream is closed when the map is through
     * with it, also when it fails or is cancelled.
     *
     * @param items the items
     * @return the results
     */
    default O apply(Stream<? extends T> items) {
        return apply(items.iterator());
    }

    /**
     * Applies the function to the arguments.
     *
     * @param items the items
     * @return the results
     */
    @SuppressWarnings("unchecked")
    default O applyAll(T... items) {
        return apply(Arrays.asList(items));
    }
}
