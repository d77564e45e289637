package dev.polyloom.compat;

import dev.polyloom.ProcessScopeBuilder;
import dev.polyloom.Run;
import dev.polyloom.SerializableRunnable;

/**
 * An executor over worker processes that is made like those of the JDK. A lambda given to it runs
 * in another JVM, where it finds copies of what it captured. Safe for use by several threads.
 */
public final class ProcessPoolExecutor extends ScopedExecutor {
    /** Makes an executor with as many workers as the caller's part of the core budget. */
    public ProcessPoolExecutor() {
        this(Run.processes());
    }

    /**
     * Makes an executor.
     *
     * @param workers how many workers
     * @throws IllegalArgumentException if the number is less than 1
     */
    public ProcessPoolExecutor(int workers) {
        this(Run.processes().workers(workers));
    }

    /**
     * Makes an executor whose workers are prepared.
     *
     * @param workers how many workers
     * @param initializer runs in each worker before its first task
     * @throws IllegalArgumentException if the number is less than 1
     */
    public ProcessPoolExecutor(int workers, SerializableRunnable initializer) {
        this(Run.processes().workers(workers).initializer(initializer));
    }

    /**
     * Makes an executor with all the options there are.
     *
     * @param builder knows them
     * @throws dev.polyloom.FlavorUnavailableException if there can be no worker processes here
     */
    public ProcessPoolExecutor(ProcessScopeBuilder builder) {
        super(builder.openApart());
    }
}
