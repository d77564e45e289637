package dev.polyloom.supervisor.tree;

import java.util.Comparator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines of all nodes, at most one each; of those at one time, the first set comes first.
 */
final class Deadlines {
    /** A time at which a node wants to be called. */
    record Deadline(long at, long number, Node node) {}

    private final TreeSet<Deadline> pending =
            new TreeSet<>(
                    Comparator.comparingLong(Deadline::at).thenComparingLong(Deadline::number));
    private long numbers;

    Deadline set(long at, Node node) {
        Deadline deadline = new Deadline(at, numbers++, node);
        pending.add(deadline);
        return deadline;
    }

    void clear(Deadline deadline) {
        pending.remove(deadline);
    }

    long next() {
        return pending.isEmpty() ? Long.MAX_VALUE : pending.getFirst().at;
    }

    @Nullable Node takeDue(long now) {
        return next() > now ? null : pending.removeFirst().node;
    }
}
