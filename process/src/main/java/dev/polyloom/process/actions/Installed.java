package dev.polyloom.process.actions;

import dev.polyloom.process.DeferredCall;
import dev.polyloom.process.Head;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Holds the actions of this process. */
public final class Installed {
    private static volatile @Nullable Object actions;

    private static final AtomicBoolean SERVED = new AtomicBoolean();

    private Installed() {}

    /**
     * Returns what was set last.
     *
     * @return the actions, or null
     */
    public static @Nullable Object get() {
        return actions;
    }

    /**
     * Has the head of this worker answer calls with whatever is installed when they come.
     *
     * @param head the head
     */
    public static void serve(Head head) {
        if (SERVED.compareAndSet(false, true)) {
            head.on(DeferredCall.class, (call, from) -> new WaitingTask(call).call());
        }
    }

    /**
     * Sets the actions of this process.
     *
     * @param those the actions
     */
    public static void set(Object those) {
        actions = Objects.requireNonNull(those, "actions");
    }
}
