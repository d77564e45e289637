package dev.polyloom.python.runtime.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Objects that have gone together, each before what it holds.
 *
 * @param plain those whose references would have told that they are gone
 * @param cyclic those that hold themselves, and what these hold
 */
record Outermost(List<PyObject> plain, List<PyObject> cyclic) {
    private static final int MOST = 2000;

    /** Orders them; where they are many, they stay in the order in which they are given. */
    static Outermost of(List<PyObject> batch, boolean ordered) {
        if (!ordered) {
            return new Outermost(batch, List.of());
        }
        Map<Mortal, PyObject> members = new LinkedHashMap<>();
        batch.forEach(each -> members.put(Finalizers.known(each), each));
        Map<Mortal, Set<Mortal>> held = new LinkedHashMap<>();
        members.forEach((mortal, object) -> held.put(mortal, held(object, members.keySet())));
        Set<Mortal> cyclic = new LinkedHashSet<>();
        held.forEach((mortal, own) -> {
            if (own.contains(mortal)) {
                cyclic.add(mortal);
                cyclic.addAll(own);
            }
        });
        held.keySet().removeAll(cyclic);
        return new Outermost(
                outermostFirst(held).stream().map(members::get).toList(),
                cyclic.stream().map(members::get).toList());
    }

    private static List<Mortal> outermostFirst(Map<Mortal, Set<Mortal>> held) {
        List<Mortal> ordered = new ArrayList<>();
        while (!held.isEmpty()) {
            Mortal next =
                    held.keySet().stream()
                            .filter(each ->
                                    held.values().stream().noneMatch(own -> own.contains(each)))
                            .findFirst()
                            .orElseGet(() -> held.keySet().iterator().next());
            held.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static Set<Mortal> held(PyObject object, Set<Mortal> members) {
        Set<Mortal> found = new LinkedHashSet<>();
        Reach reach =
                new Reach(
                        MOST,
                        each -> {
                            Mortal mortal = Mortal.of(each);
                            if (mortal != null && members.contains(mortal)) {
                                found.add(mortal);
                            }
                        });
        List<Object> direct = new ArrayList<>();
        Reach.held(object, direct);
        direct.forEach(reach::from);
        return found;
    }
}
