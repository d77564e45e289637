package dev.polyloom.internal;

import dev.polyloom.Flavor;

/**
 * Tasks of the same code: where the next of them run, and what was seen of them. Only the place is
 * read by other threads than the sampler's.
 */
final class TaskKind {
    /** What was seen long ago counts less than what is seen now. */
    private static final int MOST_SAMPLES = 64;

    final Class<?> type;
    final String name;
    private volatile boolean onThreads;
    private int computing;
    private int waiting;
    private int looks;
    private int moves;

    TaskKind(Class<?> type, String name, boolean onThreads) {
        this.type = type;
        this.name = name;
        this.onThreads = onThreads;
    }

    boolean onThreads() {
        return onThreads;
    }

    void saw(boolean computes) {
        if (computes) {
            computing++;
        } else {
            waiting++;
        }
    }

    /** Ends a look that found tasks of this kind. */
    Placement.Sample looked(int held, int of, long open) {
        looks++;
        Placement.Sample sample =
                new Placement.Sample(
                        onThreads ? Flavor.THREADS : Flavor.VIRTUAL,
                        computing,
                        waiting,
                        looks,
                        moves,
                        held,
                        of,
                        open);
        if (computing + waiting >= MOST_SAMPLES << Math.min(moves, 4)) {
            computing /= 2;
            waiting /= 2;
        }
        return sample;
    }

    void moveTo(Flavor place) {
        onThreads = place == Flavor.THREADS;
        moves++;
        computing = 0;
        waiting = 0;
        looks = 0;
    }
}
