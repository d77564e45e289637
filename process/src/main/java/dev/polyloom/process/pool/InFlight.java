package dev.polyloom.process.pool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that were sent to a worker and are not answered, by their numbers. Numbers follow each
 * other, so the young ones have places of their own in a table; a task that is still there when its
 * place is wanted for a younger one moves to a map.
 */
final class InFlight {
    private static final int YOUNG = 1024;

    private final @Nullable PoolTask[] young = new PoolTask[YOUNG];
    private final Map<Long, PoolTask> old = new HashMap<>();
    private int size;

    private static int place(long number) {
        return (int) number & (YOUNG - 1);
    }

    int size() {
        return size;
    }

    void add(PoolTask task) {
        int place = place(task.number);
        PoolTask before = young[place];
        if (before != null) {
            old.put(before.number, before);
        }
        young[place] = task;
        size++;
    }

    @Nullable PoolTask get(long number) {
        PoolTask there = young[place(number)];
        return there != null && there.number == number ? there : old.get(number);
    }

    @Nullable PoolTask remove(long number) {
        int place = place(number);
        PoolTask found = young[place];
        if (found != null && found.number == number) {
            young[place] = null;
        } else {
            found = old.remove(number);
        }
        size -= found == null ? 0 : 1;
        return found;
    }

    void clear() {
        Arrays.fill(young, null);
        old.clear();
        size = 0;
    }

    /** Shows each to a visitor, in any order. */
    void forEach(Consumer<PoolTask> visitor) {
        for (PoolTask task : young) {
            if (task != null) {
                visitor.accept(task);
            }
        }
        old.values().forEach(visitor);
    }

    /** Returns all, by ascending numbers. */
    List<PoolTask> inOrder() {
        List<PoolTask> all = new ArrayList<>(old.values());
        for (PoolTask task : young) {
            if (task != null) {
                all.add(task);
            }
        }
        all.sort(Comparator.comparingLong(task -> task.number));
        return all;
    }
}
