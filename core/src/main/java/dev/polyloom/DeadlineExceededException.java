package dev.polyloom;

import java.time.Duration;

/** A parallel map was not done at its deadline; what was left of it was cancelled. */
public final class DeadlineExceededException extends PolyloomException {
    private static final long serialVersionUID = 1L;

    private final Duration deadline;

    /**
     * Makes an exception.
     *
     * @param deadline what the map was allowed
     * @param detail how far it had come
     */
    public DeadlineExceededException(Duration deadline, String detail) {
        super("map ran past its deadline of %s ms: %s".formatted(deadline.toMillis(), detail));
        this.deadline = deadline;
    }

    /**
     * Returns what the map was allowed, from its first item.
     *
     * @return the deadline
     */
    public Duration deadline() {
        return deadline;
    }
}
