package dev.polyloom;

import dev.polyloom.internal.CurrentPool;
import org.jspecify.annotations.Nullable;

/**
 * What Polyloom knows of an executor that it did not open; made by {@link Run#adopt}. It holds
 * nothing of the executor itself, which may end or be forgotten at any time. Safe for use by
 * several threads.
 */
public final class Adoption {
    private final String name;
    private final Decision decision;

    Adoption(String name, Decision decision) {
        this.name = name;
        this.decision = decision;
    }

    /** An executor that is adopted and whose threads cannot be marked one by one. */
    @FunctionalInterface
    public interface Adopted {
        /**
         * Returns what is known of this executor.
         *
         * @return the adoption, or null if the executor is not adopted
         */
        @Nullable Adoption adoption();
    }

    /**
     * Returns the name of the executor, the prefix of its threads' names.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Returns how the executor came to be.
     *
     * @return the decision
     */
    public Decision decision() {
        return decision;
    }

    /**
     * Returns how many tasks the executor may run at once.
     *
     * @return the number, {@link Integer#MAX_VALUE} for no bound
     */
    public int workers() {
        return decision.workers();
    }

    /**
     * Marks a thread of the executor that has not started, so that scopes opened in it share the
     * executor's part of the core budget. The mark is a handler of uncaught exceptions that does
     * what a thread without a handler does; setting another one takes it away.
     *
     * @param thread the thread
     */
    public void mark(Thread thread) {
        thread.setUncaughtExceptionHandler(CurrentPool.mark(this));
    }

    @Override
    public String toString() {
        return name + ": " + decision;
    }
}
