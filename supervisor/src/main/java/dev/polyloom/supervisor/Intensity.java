package dev.polyloom.supervisor;

import java.time.Duration;

/**
 * How many restarts a supervisor makes before it gives up: {@code restarts} within any span of
 * {@code window}. One more, and it stops its children and reports a crash to its parent.
 *
 * <p>Two numbers are chosen with it. The burst that is borne is {@code restarts}; the rate that is
 * borne for ever is {@code restarts} divided by {@code window}.
 *
 * @param restarts how many at most, not negative; 0 gives up at the first crash
 * @param window in which time; a restart exactly that long ago counts no more
 */
public record Intensity(int restarts, Duration window) {
    /** Five restarts in 30 seconds. */
    public static final Intensity DEFAULT = new Intensity(5, Duration.ofSeconds(30));

    /** Never gives up. */
    public static final Intensity UNLIMITED =
            new Intensity(Integer.MAX_VALUE, Duration.ofSeconds(1));

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one of them is too small
     */
    public Intensity {
        Checks.atLeast(0, "restarts", restarts);
        Checks.positive("window", window);
    }
}
