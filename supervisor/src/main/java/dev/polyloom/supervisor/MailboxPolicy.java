package dev.polyloom.supervisor;

import java.util.Objects;

/**
 * What becomes of messages to a service.
 *
 * @param whileDown what becomes of those sent while it is not running
 * @param capacity how many may wait at most, at least 1; more are refused, or dropped where {@code
 *     whileDown} says so
 */
public record MailboxPolicy(WhileDown whileDown, int capacity) {
    /** Queues up to 1024 messages. */
    public static final MailboxPolicy DEFAULT = queue(1024);

    /** What becomes of a message to a service that is down. */
    public enum WhileDown {
        /** It waits for the next start. */
        QUEUE,
        /** The sender gets a {@link MessageRefusedException}. */
        REFUSE,
        /** It is dropped; the sender is told by the result. */
        DROP
    }

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if there is no room for a message
     */
    public MailboxPolicy {
        Objects.requireNonNull(whileDown, "whileDown");
        Checks.atLeast(1, "capacity", capacity);
    }

    /**
     * Returns a policy that keeps messages for a service that is down.
     *
     * @param capacity how many may wait at most
     * @return the policy
     */
    public static MailboxPolicy queue(int capacity) {
        return new MailboxPolicy(WhileDown.QUEUE, capacity);
    }

    /**
     * Returns a policy that refuses messages to a service that is down.
     *
     * @param capacity how many may wait at most while it runs
     * @return the policy
     */
    public static MailboxPolicy refuse(int capacity) {
        return new MailboxPolicy(WhileDown.REFUSE, capacity);
    }

    /**
     * Returns a policy that drops messages to a service that is down, and those beyond the
     * capacity.
     *
     * @param capacity how many may wait at most while it runs
     * @return the policy
     */
    public static MailboxPolicy drop(int capacity) {
        return new MailboxPolicy(WhileDown.DROP, capacity);
    }
}
