package dev.polyloom.supervisor;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How a supervisor treats a child.
 *
 * @param restart when the child is restarted after it has ended by itself
 * @param delay how long to wait before
 * @param healthyAfter how long the child must have been ready for the delay to begin anew
 * @param significant whether its end may end the supervisor; see {@link AutoShutdown}
 * @param after names of siblings that must be ready before this child is started
 */
public record ChildPolicy(
        Restart restart,
        RestartDelay delay,
        Duration healthyAfter,
        boolean significant,
        List<String> after) {
    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a permanent child is significant, for it never ends
     */
    public ChildPolicy {
        Objects.requireNonNull(restart, "restart");
        Objects.requireNonNull(delay, "delay");
        Checks.positive("healthyAfter", healthyAfter);
        after = List.copyOf(after);
        if (significant && restart == Restart.PERMANENT) {
            throw new IllegalArgumentException(
                    "a significant child must be transient or temporary, for a permanent one never"
                            + " ends by itself");
        }
    }
}
