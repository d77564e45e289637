package dev.polyloom.rewrite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What all files of a project have to do with the mirrored classes. Files that hand values of a
 * mirrored class to each other swap its import together or not at all.
 */
public final class Survey {
    private final List<FileFacts> files = new ArrayList<>();
    private final Map<String, FileFacts> declaring = new HashMap<>();
    private @Nullable Map<Mirror, Map<Path, String>> kept;

    Survey() {}

    void add(FileFacts file) {
        files.add(file);
        file.declared().forEach(each -> declaring.put(each, file));
    }

    /** Tells whether an obstacle is one indeed, now that the project's classes are known. */
    boolean isReal(Obstacle obstacle) {
        return obstacle.declaredBy() == null || !declaring.containsKey(obstacle.declaredBy());
    }

    /** Returns the file for which a file has to keep the JDK's classes, or nothing. */
    Optional<String> keeper(Path file, Mirror mirror) {
        Map<Mirror, Map<Path, String>> known = kept;
        if (known == null) {
            known = new HashMap<>();
            for (Mirror each : Mirror.values()) {
                known.put(each, keepers(each));
            }
            kept = known;
        }
        return Optional.ofNullable(known.getOrDefault(mirror, Map.of()).get(file));
    }

    /** Spreads each obstacle from its file to all that are tied to it. */
    private Map<Path, String> keepers(Mirror mirror) {
        Map<Path, String> keepers = new HashMap<>();
        if (mirror.isIndependent()) {
            return keepers;
        }
        Map<Path, Set<Path>> ties = ties(mirror);
        for (FileFacts file : files) {
            boolean stays =
                    file.obstacles().stream()
                            .anyMatch(each -> each.mirror() == mirror && isReal(each));
            if (stays) {
                spread(file.path(), ties, keepers);
            }
        }
        return keepers;
    }

    private static void spread(Path from, Map<Path, Set<Path>> ties, Map<Path, String> keepers) {
        List<Path> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            Path file = open.removeLast();
            if (keepers.putIfAbsent(file, from.getFileName().toString()) == null) {
                open.addAll(ties.getOrDefault(file, Set.of()));
            }
        }
    }

    private Map<Path, Set<Path>> ties(Mirror mirror) {
        Map<Path, Set<Path>> ties = new HashMap<>();
        for (FileFacts file : files) {
            for (String used : file.used()) {
                FileFacts other = declaring.get(used);
                if (other != null
                        && !other.path().equals(file.path())
                        && file.mentioned().contains(mirror)
                        && other.mentioned().contains(mirror)) {
                    ties.computeIfAbsent(file.path(), _ -> new HashSet<>()).add(other.path());
                    ties.computeIfAbsent(other.path(), _ -> new HashSet<>()).add(file.path());
                }
            }
        }
        return ties;
    }
}
