package dev.polyloom.process.message;

import dev.polyloom.process.Head;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The head of this process, if it is a worker. */
public final class CurrentHead {
    private static volatile @Nullable Head head;

    private CurrentHead() {}

    /**
     * Returns the head.
     *
     * @return the head, or empty in a JVM that is no worker
     */
    public static Optional<Head> find() {
        return Optional.ofNullable(head);
    }

    /**
     * Makes this process a worker with a head.
     *
     * @param mine its head
     */
    public static void set(Head mine) {
        head = mine;
    }
}
