package dev.polyloom.supervisor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sorts children so that each comes after those it depends on, and otherwise stays in place. */
final class StartOrder {
    private final String supervisor;
    private final Map<String, ChildSpec> byName = new LinkedHashMap<>();
    private final Map<String, Boolean> placed = new HashMap<>();
    private final List<String> trail = new ArrayList<>();
    private final List<ChildSpec> sorted = new ArrayList<>();

    StartOrder(String supervisor, List<ChildSpec> children) {
        this.supervisor = supervisor;
        for (ChildSpec child : children) {
            if (byName.put(child.name(), child) != null) {
                throw new IllegalArgumentException(
                        "two children of %s are named %s".formatted(supervisor, child.name()));
            }
        }
    }

    List<ChildSpec> sorted() {
        byName.values().forEach(this::place);
        return List.copyOf(sorted);
    }

    private void place(ChildSpec child) {
        Boolean done = placed.putIfAbsent(child.name(), false);
        if (done == null) {
            trail.add(child.name());
            for (String before : child.policy().after()) {
                place(sibling(child, before));
            }
            trail.removeLast();
            placed.put(child.name(), true);
            sorted.add(child);
        } else if (!done) {
            throw circle(child.name());
        }
    }

    private ChildSpec sibling(ChildSpec child, String before) {
        ChildSpec found = byName.get(before);
        if (found == null) {
            throw new IllegalArgumentException(
                    "%s of %s shall start after %s, but its siblings are %s"
                            .formatted(child.name(), supervisor, before, byName.keySet()));
        }
        return found;
    }

    private IllegalArgumentException circle(String name) {
        String way = String.join(" after ", trail.subList(trail.indexOf(name), trail.size()));
        return new IllegalArgumentException(
                "children of %s wait for each other: %s after %s".formatted(supervisor, way, name));
    }
}
