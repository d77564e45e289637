package dev.polyloom.internal;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs short actions later, on one daemon thread for the whole JVM. Actions must not block. */
public final class Timer {
    private static final ScheduledThreadPoolExecutor EXECUTOR = executor();

    private Timer() {}

    private static ScheduledThreadPoolExecutor executor() {
        ScheduledThreadPoolExecutor executor =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().name("polyloom-timer").daemon().factory());
        executor.setRemoveOnCancelPolicy(true);
        executor.setKeepAliveTime(10, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /**
     * Runs an action once, after a delay.
     *
     * @param action what to run; must not throw
     * @param delay how long from now
     * @return cancels it
     */
    public static Future<?> schedule(Runnable action, Duration delay) {
        return EXECUTOR.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
    }
}
