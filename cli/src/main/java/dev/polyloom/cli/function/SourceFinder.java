package dev.polyloom.cli.function;

import dev.polyloom.loadout.ClassFinder;
import dev.polyloom.process.named.ClassPath;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Finds the classes of a load-out by name, or in source files, each of which it compiles once. */
public final class SourceFinder implements ClassFinder {
    private final Map<Path, Class<?>> compiled = new HashMap<>();

    /** Makes a finder that has compiled nothing yet. */
    public SourceFinder() {}

    @Override
    public Class<?> find(Wanted wanted) throws ClassNotFoundException {
        if (!wanted.name().endsWith(".java")) {
            return ON_CLASS_PATH.find(wanted);
        }
        Path source = wanted.folder().resolve(wanted.name()).normalize();
        Class<?> known = compiled.get(source);
        if (known == null) {
            known = compile(source, wanted);
            compiled.put(source, known);
        }
        return known;
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
