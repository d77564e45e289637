package dev.polyloom.cli.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Keeps a bounded number of bars of a run of any length: all while there is room, then every
 * second, every fourth and so on of those that succeeded, spread evenly over the run; beside them
 * the slowest, and the failed ones up to a bound of their own.
 */
final class Sampler {
    static final int SLOWEST = 20;

    private final int most;
    private final int mostFailed;
    private final List<Bar> failed = new ArrayList<>();
    private final PriorityQueue<Bar> slowest =
            new PriorityQueue<>(Comparator.comparingLong(Bar::duration));
    private List<Bar> succeeded = new ArrayList<>();
    private long seen;
    private long every = 1;
    private long succeededSeen;

    Sampler(int most, int mostFailed) {
        this.most = most;
        this.mostFailed = mostFailed;
    }

    void add(Bar bar) {
        seen++;
        slowest.add(bar);
        if (slowest.size() > SLOWEST) {
            slowest.remove();
        }
        if (bar.failure() != null) {
            if (failed.size() < mostFailed) {
                failed.add(bar);
            }
        } else if (succeededSeen++ % every == 0) {
            succeeded.add(bar);
            thinOut();
        }
    }

    /** Leaves out every second bar if there are too many. */
    private void thinOut() {
        if (succeeded.size() <= most) {
            return;
        }
        List<Bar> kept = new ArrayList<>(most / 2 + 1);
        for (int i = 0; i < succeeded.size(); i += 2) {
            kept.add(succeeded.get(i));
        }
        succeeded = kept;
        every *= 2;
    }

    /** Returns the bars kept, by their start. */
    List<Bar> bars() {
        Set<Bar> all = new LinkedHashSet<>(succeeded);
        all.addAll(failed);
        all.addAll(slowest);
        List<Bar> bars = new ArrayList<>(all);
        bars.sort(Comparator.comparingLong(Bar::start).thenComparingLong(Bar::index));
        return bars;
    }

    /** Returns the slowest bars, the slowest first. */
    List<Bar> slowest() {
        List<Bar> bars = new ArrayList<>(slowest);
        bars.sort(Comparator.comparingLong(Bar::duration).reversed());
        return bars;
    }

    List<Bar> failed() {
        return failed;
    }

    long seen() {
        return seen;
    }
}
