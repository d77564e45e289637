package dev.polyloom.threading;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Threads of one kind that a test starts, and whose failures are the test's. */
final class Crew {
    private final boolean virtual;
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    Crew(boolean virtual) {
        this.virtual = virtual;
    }

    Thread start(Body body) {
        Runnable guarded =
                () -> {
                    try {
                        body.run();
                    } catch (Throwable e) {
                        failures.add(e);
                    }
                };
        Thread thread =
                virtual
                        ? Thread.ofVirtual().start(guarded)
                        : Thread.ofPlatform().daemon().start(guarded);
        threads.add(thread);
        return thread;
    }

    /** Starts a thread, and returns once it waits. */
    Thread startWaiting(Body body) {
        Thread thread = start(body);
        until(() -> waits(thread) || !thread.isAlive());
        throwFailures();
        return thread;
    }

    /** Waits for a condition that comes soon. */
    static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(50))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(condition);
    }

    static boolean waits(Thread thread) {
        Thread.State state = thread.getState();
        return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
    }

    void join() throws InterruptedException {
        for (Thread each : threads) {
            each.join();
        }
        throwFailures();
    }

    private void throwFailures() {
        Throwable failure = failures.poll();
        if (failure != null) {
            failures.forEach(failure::addSuppressed);
            throw new AssertionError(failure);
        }
    }

    interface Body {
        void run() throws Exception;
    }
}
