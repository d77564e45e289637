package dev.polyloom.process.codec;

import org.jspecify.annotations.Nullable;

/**
 * Numbers the class loaders that classes in a stream belong to, alike in the primary and its
 * workers: 0 is the loader of the Polyloom classes. Safe for use by several threads.
 */
public interface LoaderTable {
    /** The boot and platform loaders of the JDK. */
    int BUILT_IN = -1;

    /** A loader that the other side cannot have. */
    int UNKNOWN = -2;

    /**
     * Returns the number of a class loader. A worker that sets the context class loader of a task's
     * thread asks the primary's table for the number of the submitter's.
     *
     * @param loader the loader, null for the boot loader
     * @return its number, {@link #BUILT_IN}, or {@link #UNKNOWN}
     */
    int idOf(@Nullable ClassLoader loader);

    /**
     * Returns the class loader of a number.
     *
     * @param id the number
     * @return the loader, the platform loader for {@link #BUILT_IN}
     * @throws IllegalArgumentException if no living loader has that number
     */
    ClassLoader loader(int id);
}
