package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.PyIterator;
import dev.polyloom.python.runtime.object.PyTuple;
import java.util.ArrayList;
import java.util.List;

/** The iterators of {@code itertools} over products, permutations and combinations. */
final class Combinatorics {
    private Combinatorics() {}

    static PyIterator product(Object sources, Object repeat) {
        int times = ItertoolsModule.count(repeat, "repeat argument cannot be negative");
        List<Object[]> pools = new ArrayList<>();
        for (Object each : ((PyTuple) sources).asList()) {
            pools.add(Iteration.toList(each).toArray());
        }
        List<Object[]> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.addAll(pools);
        }
        boolean empty = all.stream().anyMatch(pool -> pool.length == 0);
        int[] at = new int[all.size()];
        boolean[] ended = {empty};
        return ItertoolsModule.iterator(
                "product",
                () -> {
                    if (ended[0]) {
                        return null;
                    }
                    Object[] row = new Object[at.length];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = all.get(i)[at[i]];
                    }
                    int i = at.length - 1;
                    while (i >= 0 && ++at[i] == all.get(i).length) {
                        at[i--] = 0;
                    }
                    ended[0] = i < 0;
                    return PyTuple.of(row);
                });
    }

    static PyIterator permutations(Object values, Object length) {
        Object[] pool = Iteration.toList(values).toArray();
        int size = pool.length;
        int chosen =
                length == None.NONE
                        ? size
                        : ItertoolsModule.count(length, "r must be non-negative");
        int[] indices = new int[size];
        int[] cycles = new int[Math.min(chosen, size)];
        for (int i = 0; i < size; i++) {
            indices[i] = i;
        }
        for (int i = 0; i < cycles.length; i++) {
            cycles[i] = size - i;
        }
        boolean[] state = {chosen <= size, false};
        return ItertoolsModule.iterator(
                "permutations",
                () -> {
                    if (state[1]) {
                        state[0] = turn(indices, cycles);
                    }
                    state[1] = true;
                    return state[0] ? pick(pool, indices, cycles.length) : null;
                });
    }

    /** Turns to the next permutation, and tells whether there is one. */
    private static boolean turn(int[] indices, int[] cycles) {
        int size = indices.length;
        for (int i = cycles.length - 1; i >= 0; i--) {
            cycles[i]--;
            if (cycles[i] == 0) {
                int first = indices[i];
                System.arraycopy(indices, i + 1, indices, i, size - i - 1);
                indices[size - 1] = first;
                cycles[i] = size - i;
            } else {
                int j = size - cycles[i];
                int kept = indices[i];
                indices[i] = indices[j];
                indices[j] = kept;
                return true;
            }
        }
        return false;
    }

    private static PyTuple pick(Object[] pool, int[] indices, int count) {
        Object[] row = new Object[count];
        for (int i = 0; i < count; i++) {
            row[i] = pool[indices[i]];
        }
        return PyTuple.of(row);
    }

    static PyIterator combinations(Object values, Object length, boolean again) {
        Object[] pool = Iteration.toList(values).toArray();
        int chosen = ItertoolsModule.count(length, "r must be non-negative");
        boolean possible = again ? chosen == 0 || pool.length > 0 : chosen <= pool.length;
        int[] indices = new int[possible ? chosen : 0];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = again ? 0 : i;
        }
        boolean[] state = {possible, false};
        return ItertoolsModule.iterator(
                again ? "combinations_with_replacement" : "combinations",
                () -> {
                    if (state[1]) {
                        state[0] = advance(indices, pool.length, again);
                    }
                    state[1] = true;
                    return state[0] ? pick(pool, indices, indices.length) : null;
                });
    }

    /** Advances to the next combination, and tells whether there is one. */
    private static boolean advance(int[] indices, int size, boolean again) {
        int count = indices.length;
        int i = count - 1;
        while (i >= 0 && indices[i] == (again ? size - 1 : i + size - count)) {
            i--;
        }
        if (i < 0) {
            return false;
        }
        int next = indices[i] + 1;
        for (int j = i; j < count; j++) {
            indices[j] = again ? next : next + j - i;
        }
        return true;
    }
}
