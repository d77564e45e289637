package dev.polyloom.spi;

import java.io.Serializable;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A body that is made of code and values of the user's and adds but little of its own. A codec may
 * carry its parts one by one and have it made again where they arrive, which is shorter and quicker
 * than to serialise the body as a whole.
 */
public interface ComposedBody {
    /**
     * Returns what the body is made of: first a fixed number of parts, then the user's items. The
     * array must not be changed.
     *
     * @return the parts, each of which must travel by itself
     */
    @Nullable Object[] parts();

    /**
     * Tells how many of the parts, the last ones, are items of the user's.
     *
     * @return the number of items
     */
    default int itemCount() {
        return 0;
    }

    /**
     * Returns the user's code that this body runs. Tasks whose code is of one class are taken to be
     * of one kind.
     *
     * @return the code
     */
    default Object code() {
        return this;
    }

    /**
     * Returns what makes such a body of its parts. It captures nothing.
     *
     * @return the composer
     */
    Composer composer();

    /** Makes a body of its parts. */
    @FunctionalInterface
    interface Composer extends Serializable {
        /**
         * Makes a body that does what the one did that the parts were taken of.
         *
         * @param parts what {@link ComposedBody#parts} gave
         * @return the body
         */
        Callable<?> compose(@Nullable Object[] parts);
    }
}
