package dev.polyloom.internal;

import dev.polyloom.spi.TaskObserver;
import org.jspecify.annotations.Nullable;

/** Tells whose task the calling thread runs, where its pool cannot: in a pool that is lent. */
public final class CurrentObserver {
    private static final ThreadLocal<@Nullable TaskObserver> RUNNING = new ThreadLocal<>();

    private CurrentObserver() {}

    /**
     * Returns whose task the calling thread runs.
     *
     * @return the observer of the task, or null if there is none or its pool tells
     */
    public static @Nullable TaskObserver get() {
        return RUNNING.get();
    }

    /**
     * Sets whose task the calling thread runs from now on.
     *
     * @param next the observer of the task, or null for none
     * @return the one before
     */
    public static @Nullable TaskObserver swap(@Nullable TaskObserver next) {
        TaskObserver before = RUNNING.get();
        if (next == null) {
            RUNNING.remove();
        } else {
            RUNNING.set(next);
        }
        return before;
    }
}
