package dev.polyloom.process.classes;

import dev.polyloom.Run;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * The jars that hold Polyloom's classes and nothing else. A worker can have them first on its class
 * path, whatever stands before them in the primary: nobody else's class is hidden by it.
 *
 * @param paths their absolute paths, empty unless all Polyloom classes lie in such jars
 */
record OwnJars(List<String> paths) {
    static final OwnJars NONE = new OwnJars(List.of());
    private static final List<String> FRAME = List.of("dev/", "module-info.class");

    /** Those of this JVM, looked for once. */
    private static final class OfThisJvm {
        static final OwnJars FOUND = find();
    }

    static OwnJars ofThisJvm() {
        return OfThisJvm.FOUND;
    }

    private static OwnJars find() {
        List<String> paths = new ArrayList<>();
        for (Class<?> type : List.of(Run.class, OwnJars.class)) {
            CodeSource source = type.getProtectionDomain().getCodeSource();
            Path place = source == null ? null : place(source);
            if (place == null || !isPure(place)) {
                return NONE;
            }
            paths.add(place.toString());
        }
        return new OwnJars(List.copyOf(paths));
    }

    private static @Nullable Path place(CodeSource source) {
        try {
            return source.getLocation() == null ? null : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | RuntimeException e) {
            return null;
        }
    }

    static boolean isPure(Path place) {
        if (!Files.isRegularFile(place)) {
            return false;
        }
        try (JarFile jar = new JarFile(place.toFile())) {
            return jar.stream().allMatch(entry -> isOurs(entry.getName()));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isOurs(String entry) {
        return entry.startsWith("dev/polyloom/")
                || entry.startsWith("META-INF/")
                || FRAME.contains(entry);
    }

    /** Tells how many of the entries of an absolute class path are such jars, all or none. */
    int countIn(String classPath) {
        return entries(classPath).containsAll(paths) ? paths.size() : 0;
    }

    /** Returns an absolute class path with these jars first. */
    String first(String classPath) {
        List<String> entries = entries(classPath);
        if (!entries.containsAll(paths)) {
            return classPath;
        }
        List<String> ordered = new ArrayList<>(paths);
        entries.stream().filter(entry -> !paths.contains(entry)).forEach(ordered::add);
        return String.join(File.pathSeparator, ordered);
    }

    private static List<String> entries(String classPath) {
        return List.of(classPath.split(File.pathSeparator, -1));
    }
}
