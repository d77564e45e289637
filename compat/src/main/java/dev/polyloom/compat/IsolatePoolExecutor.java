package dev.polyloom.compat;

import dev.polyloom.IsolateScopeBuilder;
import dev.polyloom.Run;

/**
 * An executor over isolates that is made like those of the JDK. Each worker has classes and static
 * state of its own in this JVM; a lambda given to it finds copies of what it captured. Safe for use
 * by several threads.
 */
public final class IsolatePoolExecutor extends ScopedExecutor {
    /** Makes an executor with as many workers as the caller's part of the core budget. */
    public IsolatePoolExecutor() {
        this(Run.isolates());
    }

    /**
     * Makes an executor.
     *
     * @param workers how many workers
     * @throws IllegalArgumentException if the number is less than 1
     */
    public IsolatePoolExecutor(int workers) {
        this(Run.isolates().workers(workers));
    }

    /**
     * Makes an executor with all the options there are.
     *
     * @param builder knows them
     * @throws dev.polyloom.FlavorUnavailableException if the module {@code polyloom-isolate} is
     *     missing
     */
    public IsolatePoolExecutor(IsolateScopeBuilder builder) {
        super(builder.openApart());
    }
}
