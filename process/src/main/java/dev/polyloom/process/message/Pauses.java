package dev.polyloom.process.message;

import dev.polyloom.process.Peer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The workers that are paused: the indexes, whose next worker will be so, too, and those workers
 * that have been told so. Guarded by its own monitor, which the caller holds.
 */
final class Pauses {
    private final Map<Integer, Peer> held = new HashMap<>();
    private final Set<Station> told = new LinkedHashSet<>();

    void hold(Station station) {
        held.put(station.peer().index(), station.peer());
        told.add(station);
    }

    boolean holds(int index) {
        return held.containsKey(index);
    }

    /** Returns the indexes of some, also of those that are not up. */
    Set<Integer> indexes(Predicate<Peer> meant) {
        return held.values().stream()
                .filter(meant)
                .map(Peer::index)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Holds some no longer, and returns those that must be told. */
    List<Station> release(Predicate<Peer> meant) {
        held.values().removeIf(meant);
        List<Station> released = told.stream().filter(each -> meant.test(each.peer())).toList();
        released.forEach(told::remove);
        return released;
    }

    void gone(Station station) {
        told.remove(station);
    }
}
