package dev.polyloom.process.actions;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holds the actions of this process. */
public final class Installed {
    private static volatile @Nullable Object actions;

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
     * Sets the actions of this process.
     *
     * @param those the actions
     */
    public static void set(Object those) {
        actions = Objects.requireNonNull(those, "actions");
    }
}
