package dev.polyloom.stress.order;

import org.jspecify.annotations.Nullable;

/** Runs what waits in actors, which nobody interrupts. */
final class Waits {
    private Waits() {}

    /** Something that waits. */
    @FunctionalInterface
    interface Wait<T extends @Nullable Object> {
        T run() throws InterruptedException;
    }

    /** Something that waits and returns nothing. */
    @FunctionalInterface
    interface VoidWait {
        void run() throws InterruptedException;
    }

    static <T extends @Nullable Object> T get(Wait<T> wait) {
        try {
            return wait.run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void run(VoidWait wait) {
        try {
            wait.run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
