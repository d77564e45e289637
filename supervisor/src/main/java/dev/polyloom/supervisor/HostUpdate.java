package dev.polyloom.supervisor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two declarations of a host, as paths. A supervisor counts as changed when
 * something said of itself has changed, not when a child has.
 *
 * @param added what was not declared before, each without what is beneath it
 * @param changed what is declared otherwise than before
 * @param removed what is not declared any more, each without what was beneath it
 * @see Host#update
 */
public record HostUpdate(List<String> added, List<String> changed, List<String> removed) {
    /** Copies the lists. */
    public HostUpdate {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    /**
     * Compares two declarations.
     *
     * @param before the one
     * @param after the other, of the same name
     * @return the difference
     */
    public static HostUpdate between(SupervisorSpec before, SupervisorSpec after) {
        Comparison found = new Comparison().of(after.name(), before, after);
        return new HostUpdate(found.added, found.changed, found.removed);
    }

    /**
     * Returns this difference with one more that has changed, before the others.
     *
     * @param path its path
     * @return this if the path is among those that have changed
     */
    public HostUpdate withChanged(String path) {
        return changed.contains(path)
                ? this
                : new HostUpdate(
                        added, Stream.concat(Stream.of(path), changed.stream()).toList(), removed);
    }

    /**
     * Tells whether there is no difference.
     *
     * @return whether all lists are empty
     */
    public boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    /** Returns the difference in words, such as {@code changed host/web/listener}. */
    @Override
    public String toString() {
        String text =
                Stream.of(part("added", added), part("changed", changed), part("removed", removed))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("; "));
        return text.isEmpty() ? "no change" : text;
    }

    private static String part(String what, List<String> paths) {
        return paths.isEmpty() ? "" : what + " " + String.join(", ", paths);
    }

    private static final class Comparison {
        private final List<String> added = new ArrayList<>();
        private final List<String> changed = new ArrayList<>();
        private final List<String> removed = new ArrayList<>();

        Comparison of(String path, SupervisorSpec before, SupervisorSpec after) {
            if (!before.withoutChildren().equals(after.withoutChildren())) {
                changed.add(path);
            }
            Map<String, ChildSpec> old = new HashMap<>();
            before.children().forEach(child -> old.put(child.name(), child));
            for (ChildSpec child : after.children()) {
                child(path + "/" + child.name(), old.remove(child.name()), child);
            }
            before.children().stream()
                    .map(ChildSpec::name)
                    .filter(old::containsKey)
                    .forEach(name -> removed.add(path + "/" + name));
            return this;
        }

        private void child(String path, @Nullable ChildSpec before, ChildSpec after) {
            if (before == null) {
                added.add(path);
            } else if (before instanceof SupervisorSpec one
                    && after instanceof SupervisorSpec two) {
                Comparison _ = of(path, one, two);
            } else if (!before.equals(after)) {
                changed.add(path);
            }
        }
    }
}
