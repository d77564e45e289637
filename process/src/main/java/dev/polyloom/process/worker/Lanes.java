package dev.polyloom.process.worker;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The places in which tasks run, those last freed first; whoever uses them holds a lock. */
final class Lanes {
    private final int[] free;
    private final @Nullable RemoteTask[] running;
    private int count;

    Lanes(int lanes) {
        free = new int[lanes];
        running = new RemoteTask[lanes];
        count = lanes;
        for (int i = 0; i < lanes; i++) {
            free[i] = lanes - 1 - i;
        }
    }

    int free() {
        return count;
    }

    boolean allFree() {
        return count == free.length;
    }

    /** Gives a task a free lane, and returns its number. */
    int take(RemoteTask task) {
        int lane = free[--count];
        running[lane] = task;
        return lane;
    }

    /** Frees the lane of a task. */
    void free(int lane) {
        running[lane] = null;
        free[count++] = lane;
    }

    /** Returns the task of a number if it runs. */
    @Nullable RemoteTask find(long number) {
        for (RemoteTask each : running) {
            if (each != null && each.number() == number) {
                return each;
            }
        }
        return null;
    }

    /** Returns all tasks that run. */
    List<RemoteTask> all() {
        return Stream.of(running).filter(Objects::nonNull).toList();
    }
}
