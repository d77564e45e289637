package dev.polyloom.hostfile.read;

import dev.polyloom.loadout.check.Reader;
import dev.polyloom.loadout.source.Node;
import dev.polyloom.loadout.source.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The children of one supervisor, and whom each of them starts after. */
final class Siblings {
    private final Reader reader;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, List<Node.Text>> after = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<String> trail = new ArrayList<>();

    Siblings(Reader reader) {
        this.reader = reader;
    }

    /** Takes notice of a child, before what is said of it is read. */
    void add(String name, Place place) {
        Place before = places.putIfAbsent(name, place);
        if (before != null) {
            reader.problem(
                    place,
                    "'%s' is the name of two children of one supervisor, the other at %s"
                            .formatted(name, before));
        }
    }

    void startsAfter(String name, List<Node.Text> names) {
        after.put(name, names);
    }

    /** Makes problems of names that are not there, and of each circle once. */
    void check() {
        places.keySet().forEach(this::follow);
    }

    private void follow(String name) {
        if (!seen.add(name)) {
            return;
        }
        trail.add(name);
        for (Node.Text before : after.getOrDefault(name, List.of())) {
            if (!places.containsKey(before.text())) {
                reader.problem(before.place(), unknown(name, before.text()));
            } else if (trail.contains(before.text())) {
                reader.problem(before.place(), circle(before.text()));
            } else {
                follow(before.text());
            }
        }
        trail.removeLast();
    }

    private String unknown(String name, String before) {
        List<String> others =
                places.keySet().stream().filter(other -> !other.equals(name)).toList();
        return others.isEmpty()
                ? "no sibling '%s', for '%s' has none".formatted(before, name)
                : Reader.unknown("sibling", before, others);
    }

    private String circle(String name) {
        String way = String.join("' after '", trail.subList(trail.indexOf(name), trail.size()));
        return "they wait for each other: '%s' after '%s'".formatted(way, name);
    }
}
