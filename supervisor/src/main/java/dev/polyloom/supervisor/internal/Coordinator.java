package dev.polyloom.supervisor.internal;

import dev.polyloom.supervisor.tree.Nanos;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The one thread of a host that makes decisions and watches the time. Actions that others post run
 * one after the other; none of them blocks.
 */
final class Coordinator {
    private record Timer(long at, long number, Runnable action) {}

    private final LinkedBlockingQueue<Runnable> posted = new LinkedBlockingQueue<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(
                    Comparator.comparingLong(Timer::at).thenComparingLong(Timer::number));
    private final HostClock clock;
    private final LongSupplier nextDeadline;
    private final LongConsumer advance;
    private final Thread thread;
    private long numbers;
    private boolean finishing;
    private volatile boolean over;

    Coordinator(String host, HostClock clock, LongSupplier nextDeadline, LongConsumer advance) {
        this.clock = clock;
        this.nextDeadline = nextDeadline;
        this.advance = advance;
        this.thread = Thread.ofPlatform().name(host + "-supervision").daemon().unstarted(this::run);
        clock.onLeap(() -> post(() -> {}));
    }

    void start() {
        thread.start();
    }

    /** Lets the thread end once all that was posted is done. Called by an action. */
    void finish() {
        finishing = true;
    }

    /** Runs an action soon. Does nothing once the thread has ended. */
    boolean post(Runnable action) {
        posted.add(action);
        return !over || !posted.remove(action);
    }

    void schedule(Runnable action, Duration delay) {
        long at = Nanos.after(clock.nanos(), delay);
        post(() -> timers.add(new Timer(at, numbers++, action)));
    }

    /** Runs an action soon and waits for its result; runs it here once the thread has ended. */
    <T> T call(Supplier<T> action) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Runnable step =
                () -> {
                    try {
                        result.complete(action.get());
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                };
        if (Thread.currentThread().equals(thread) || !post(step)) {
            synchronized (this) {
                return action.get();
            }
        }
        return Results.join(result);
    }

    private void run() {
        while (!finishing) {
            step();
        }
        over = true;
        for (Runnable rest = posted.poll(); rest != null; rest = posted.poll()) {
            attempt(rest);
        }
    }

    private void step() {
        try {
            Runnable next = posted.poll();
            if (next == null) {
                next = posted.poll(untilDeadline(), TimeUnit.NANOSECONDS);
            }
            if (next != null) {
                attempt(next);
            }
        } catch (InterruptedException e) {
            Log.warn("the thread of a host was interrupted, and goes on", e);
        }
        attempt(this::passTime);
    }

    private long untilDeadline() {
        Timer first = timers.peek();
        long timer = first == null ? Long.MAX_VALUE : first.at;
        long next = Math.min(timer, nextDeadline.getAsLong());
        return next == Long.MAX_VALUE ? Long.MAX_VALUE : clock.untilNanos(next);
    }

    private void passTime() {
        long now = clock.nanos();
        if (nextDeadline.getAsLong() <= now) {
            advance.accept(now);
        }
        for (Timer due = timers.peek(); due != null && due.at <= now; due = timers.peek()) {
            timers.remove();
            attempt(due.action);
        }
    }

    private static void attempt(Runnable action) {
        try {
            action.run();
        } catch (Throwable e) {
            Log.warn("an action of a host's thread failed", e);
        }
    }
}
