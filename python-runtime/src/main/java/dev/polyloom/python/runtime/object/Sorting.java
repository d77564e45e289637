package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import java.util.Arrays;
import java.util.Comparator;

/** Sorts as Python does: stable, by {@code <} alone. */
final class Sorting {
    private Sorting() {}

    private record Keyed(Object key, Object value) {}

    static Object[] sorted(Object[] values, Object key, boolean reverse) {
        Keyed[] keyed = new Keyed[values.length];
        for (int i = 0; i < values.length; i++) {
            Object by = key == None.NONE ? values[i] : Calls.call(key, values[i]);
            keyed[i] = new Keyed(by, values[i]);
        }
        Comparator<Keyed> order = (a, b) -> Compare.forSorting(a.key, b.key);
        try {
            Arrays.sort(keyed, reverse ? (a, b) -> order.compare(b, a) : order);
        } catch (IllegalArgumentException e) {
            insertion(keyed, reverse);
        }
        return Arrays.stream(keyed).map(Keyed::value).toArray();
    }

    /** Sorts by values whose order contradicts itself, which Java's sort refuses. */
    private static void insertion(Keyed[] keyed, boolean reverse) {
        for (int i = 1; i < keyed.length; i++) {
            Keyed moved = keyed[i];
            int at = i;
            while (at > 0 && before(moved, keyed[at - 1], reverse)) {
                keyed[at] = keyed[at - 1];
                at--;
            }
            keyed[at] = moved;
        }
    }

    private static boolean before(Keyed a, Keyed b, boolean reverse) {
        return reverse ? Compare.lt(b.key, a.key) : Compare.lt(a.key, b.key);
    }
}
