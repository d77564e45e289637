package dev.polyloom.contract;

import dev.polyloom.SerializableCallable;
import dev.polyloom.SerializableRunnable;
import java.util.concurrent.CountDownLatch;

/** Bodies of tasks that travel to any worker. */
final class Bodies {
    private Bodies() {}

    static <T> SerializableCallable<T> value(T value) {
        return () -> value;
    }

    static SerializableCallable<String> failing(String message) {
        return () -> {
            throw new UserException(message, 7);
        };
    }

    /** Waits until interrupted. */
    static SerializableCallable<String> forever() {
        return () -> {
            park();
            return "never";
        };
    }

    /** Opens {@code started}, then waits until interrupted, then opens {@code interrupted}. */
    static SerializableCallable<String> forever(Gate started, Gate interrupted) {
        return () -> {
            started.open();
            try {
                park();
            } catch (InterruptedException e) {
                interrupted.open();
                throw e;
            }
            return "never";
        };
    }

    /** Opens {@code started} and stays on its worker, running, until {@code release} is open. */
    static SerializableRunnable occupying(Gate started, Gate release) {
        return () -> {
            started.open();
            try {
                release.spin();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    static SerializableRunnable opening(Gate gate) {
        return () -> gate.open();
    }

    static void park() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    /** A null where none is allowed, for tests of the refusal. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    static <T> T nothing() {
        return null;
    }
}
