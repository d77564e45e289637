package dev.polyloom.compat;

import java.util.concurrent.ThreadFactory;

/**
 * What {@link HandledExecutor} is, for delayed tasks.
 *
 * @param <H> the type of the handler
 */
abstract sealed class HandledScheduler<H extends java.util.concurrent.RejectedExecutionHandler>
        extends java.util.concurrent.ScheduledThreadPoolExecutor
        permits ScheduledThreadPoolExecutor {
    HandledScheduler(
            int corePoolSize,
            ThreadFactory threadFactory,
            java.util.concurrent.RejectedExecutionHandler handler) {
        super(corePoolSize, threadFactory, handler);
    }

    @Override
    @SuppressWarnings("unchecked") // the caller's use of the result checks it
    public H getRejectedExecutionHandler() {
        return (H) super.getRejectedExecutionHandler();
    }
}
