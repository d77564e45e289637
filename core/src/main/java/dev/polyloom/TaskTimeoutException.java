package dev.polyloom;

import java.time.Duration;

/**
 * A task ran longer than it was allowed to; its thread was interrupted or its worker process
 * killed.
 */
public final class TaskTimeoutException extends PolyloomException {
    private static final long serialVersionUID = 1L;

    private final Duration timeout;

    /**
     * Makes an exception.
     *
     * @param timeout what the task was allowed
     * @param detail the task and worker concerned, and what was done to them
     */
    public TaskTimeoutException(Duration timeout, String detail) {
        super(
                "task ran longer than its timeout of %s ms: %s"
                        .formatted(timeout.toMillis(), detail));
        this.timeout = timeout;
    }

    /**
     * Returns what the task was allowed.
     *
     * @return the timeout
     */
    public Duration timeout() {
        return timeout;
    }
}
