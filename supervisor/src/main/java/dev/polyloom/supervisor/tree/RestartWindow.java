package dev.polyloom.supervisor.tree;

import dev.polyloom.supervisor.Intensity;
import java.util.ArrayDeque;

/** Counts restarts within a sliding window. */
final class RestartWindow {
    private final Intensity intensity;
    private final ArrayDeque<Long> times = new ArrayDeque<>();

    RestartWindow(Intensity intensity) {
        this.intensity = intensity;
    }

    /** Counts a restart, unless it is one too many. */
    boolean admits(long now) {
        if (intensity.restarts() == Integer.MAX_VALUE) {
            return true;
        }
        long window = Nanos.of(intensity.window());
        while (!times.isEmpty() && now - times.getFirst() >= window) {
            times.removeFirst();
        }
        if (times.size() >= intensity.restarts()) {
            return false;
        }
        times.addLast(now);
        return true;
    }

    void clear() {
        times.clear();
    }
}
