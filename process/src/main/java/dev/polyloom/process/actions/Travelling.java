package dev.polyloom.process.actions;

import java.io.Serial;
import java.io.Serializable;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets paths travel, which are not serialisable: as their text, to be paths again over there. */
public final class Travelling {
    private Travelling() {}

    /**
     * Packs a value for the way.
     *
     * @param value the value
     * @return what can travel, and becomes the value when it is read; the value itself if it is no
     *     path
     */
    public static @Nullable Object packed(@Nullable Object value) {
        return switch (value) {
            case Path path when isOfThisMachine(path) -> new OnePath(path.toString());
            case Path[] paths when Arrays.stream(paths).allMatch(Travelling::isOfThisMachine) ->
                    new Paths(Arrays.stream(paths).map(Path::toString).toList());
            case null, default -> value;
        };
    }

    private static boolean isOfThisMachine(@Nullable Path path) {
        return path != null && path.getFileSystem().equals(FileSystems.getDefault());
    }

    private record OnePath(String text) implements Serializable {
        @Serial
        private Object readResolve() {
            return Path.of(text);
        }
    }

    private record Paths(List<String> texts) implements Serializable {
        @Serial
        private Object readResolve() {
            return texts.stream().map(Path::of).toArray(Path[]::new);
        }
    }
}
