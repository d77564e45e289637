package dev.polyloom.cli;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Ends a run in good order when the JVM is told to stop: the status line goes, what was recorded is
 * saved, and a task that ignores its interrupt does not hold up the exit.
 */
final class Interruption implements AutoCloseable {
    private static final int BY_INTERRUPT = 130;
    private static final AtomicReference<@Nullable Integer> EXIT = new AtomicReference<>();

    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    /** Runs a body when the JVM stops before this is closed; halts at its end if it says so. */
    static Interruption onStop(StopAction action) {
        Thread hook =
                new Thread(
                        () -> {
                            boolean halt = EXIT.get() == null && action.stop();
                            if (halt) {
                                Runtime.getRuntime().halt(BY_INTERRUPT);
                            }
                        },
                        "polyloom-interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    /** What is to be done when the JVM stops. */
    @FunctionalInterface
    interface StopAction {
        /** Ends what runs, and tells whether nothing is left that another hook must end. */
        boolean stop();
    }

    /** Exits with a code that the command chose itself. */
    static void exit(int code) {
        EXIT.compareAndSet(null, code);
        System.exit(code);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            awaitHalt();
        }
    }

    /** Waits for the end that has begun, so that this thread does not report a broken run. */
    private static void awaitHalt() {
        try {
            new java.util.concurrent.CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
