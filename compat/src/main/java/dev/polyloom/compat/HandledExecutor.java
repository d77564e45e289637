package dev.polyloom.compat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * An executor whose handler of rejected tasks has the type by which its users know it, and is
 * looked at by whoever uses it as that type only.
 *
 * @param <H> the type of the handler
 */
abstract sealed class HandledExecutor<H extends java.util.concurrent.RejectedExecutionHandler>
        extends java.util.concurrent.ThreadPoolExecutor permits ThreadPoolExecutor {
    HandledExecutor(
            int corePoolSize,
            int maximumPoolSize,
            long keepAliveTime,
            TimeUnit unit,
            BlockingQueue<Runnable> workQueue,
            ThreadFactory threadFactory,
            java.util.concurrent.RejectedExecutionHandler handler) {
        super(
                corePoolSize,
                maximumPoolSize,
                keepAliveTime,
                unit,
                workQueue,
                threadFactory,
                handler);
    }

    @Override
    @SuppressWarnings("unchecked") // the caller's use of the result checks it
    public H getRejectedExecutionHandler() {
        return (H) super.getRejectedExecutionHandler();
    }
}
