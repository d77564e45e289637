package dev.polyloom.cli.function;

import dev.polyloom.loadout.ClassFinder;
import dev.polyloom.process.named.ClassPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the classes of load-outs and host files by name, or in source files, each of which it
 * compiles once, and again when it has changed.
 */
public final class SourceFinder implements ClassFinder {
    private final Map<Path, Compiled> compiled = new HashMap<>();

    private record Compiled(Class<?> type, String state) {}

    /** Makes a finder that has compiled nothing yet. */
    public SourceFinder() {}

    @Override
    public Class<?> find(Wanted wanted) throws ClassNotFoundException {
        if (!wanted.name().endsWith(".java")) {
            return ON_CLASS_PATH.find(wanted);
        }
        Path source = wanted.folder().resolve(wanted.name()).normalize();
        String state = state(source);
        Compiled known = compiled.get(source);
        if (known == null || !known.state.equals(state)) {
            known = new Compiled(compile(source, wanted), state);
            compiled.put(source, known);
        }
        return known.type;
    }

    private static String state(Path source) {
        try {
            return Files.getLastModifiedTime(source) + " " + Files.size(source);
        } catch (IOException e) {
            return "unreadable";
        }
    }

    private static Class<?> compile(Path source, Wanted wanted) {
        ClassPath path =
                ClassPath.of(Path.of(""), wanted.classPath().stream().map(Path::toString).toList());
        try {
            return Functions.classesIn(source, path.forCompiler(), wanted.loader()).getFirst();
        } catch (FunctionException e) {
            throw new IllegalArgumentException(String.join("; ", e.lines()), e);
        }
    }
}
