package dev.polyloom.python.runtime.object;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The order in which CPython's last collection meets the objects of the main module: by age, but
 * for those that only younger objects lead to, which come after all others.
 */
final class ExitOrder {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Mortal> inPlace = new ArrayList<>();

    private ExitOrder() {}

    static List<Mortal> of(Module main) {
        ExitOrder order = new ExitOrder();
        List<Object> roots = new ArrayList<>(main.owned().values());
        order.walk(roots);
        order.inPlace.sort(Comparator.comparingLong(each -> each.number));
        Set<Mortal> all = new LinkedHashSet<>(order.inPlace);
        Reach late =
                new Reach(
                        Integer.MAX_VALUE,
                        each -> {
                            Mortal mortal = Mortal.of(each);
                            if (mortal != null) {
                                all.add(mortal);
                            }
                        });
        roots.forEach(late::from);
        for (Object each : roots) {
            if (each instanceof PyType type) {
                type.owned().values().forEach(late::from);
            }
        }
        return List.copyOf(all);
    }

    private void walk(List<Object> roots) {
        List<Object> open = new ArrayList<>(roots);
        while (!open.isEmpty()) {
            Object next = open.removeLast();
            if (isOlder(next) && seen.add(next)) {
                List<Object> held = new ArrayList<>();
                Reach.held(next, held);
                Mortal mortal = Mortal.of(next);
                if (mortal != null) {
                    inPlace.add(mortal);
                    held.removeIf(each -> isBefore(each, mortal));
                }
                open.addAll(held);
            }
        }
    }

    private static boolean isBefore(Object held, Mortal holder) {
        Mortal mortal = Mortal.of(held);
        return mortal != null && mortal.number < holder.number;
    }

    /** Tells whether an object was probably there before what it holds. */
    private static boolean isOlder(Object object) {
        return !(object instanceof PyTuple
                || object instanceof BoundMethod
                || (object instanceof PyList list && list.isFull()));
    }
}
