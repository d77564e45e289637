package dev.polyloom.hostfile.read;

import dev.polyloom.loadout.ClassFinder;
import dev.polyloom.loadout.check.Reader;
import dev.polyloom.loadout.source.Node;
import dev.polyloom.process.named.ClassPath;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds classes that a host file names, and tells from the files they are in if they change. */
final class Code implements ClassFinder {
    private final Reader reader;
    private final Path folder;
    private final ClassPath classPath;
    private final ClassFinder finder;
    private final ClassLoader loader;
    private final StringBuilder stamps = new StringBuilder();

    Code(Reader reader, Path folder, ClassPath classPath, ClassFinder finder) {
        this.reader = reader;
        this.folder = folder;
        this.classPath = classPath;
        this.finder = finder;
        this.loader = classPath.loader();
    }

    @Override
    public Class<?> find(Wanted wanted) throws ClassNotFoundException {
        Class<?> type = finder.find(wanted);
        stamps.append(stamp(wanted, type)).append('\n');
        return type;
    }

    /** Returns what tells of the files of all classes found since the last call. */
    String takeStamps() {
        String taken = classPath + "\n" + stamps;
        stamps.setLength(0);
        return taken;
    }

    ClassPath classPath() {
        return classPath;
    }

    /** Makes something of a class, or a problem. */
    <T> @Nullable T with(Node node, Function<Class<?>, T> use) {
        String name = reader.text(node);
        if (name == null) {
            return null;
        }
        try {
            return use.apply(find(new Wanted(name, folder, classPath.entries(), loader)));
        } catch (ClassNotFoundException e) {
            String where = classPath.isEmpty() ? "" : " on class path " + classPath;
            reader.problem(
                    node.place(),
                    "no class '%s' found%s; write its full name, and its jar or folder in 'classPath'"
                            .formatted(name, where));
        } catch (LinkageError e) {
            reader.problem(
                    node.place(),
                    "class '%s' cannot be loaded: %s; is all it needs in 'classPath'?"
                            .formatted(name, e));
        } catch (IllegalArgumentException e) {
            reader.problem(node.place(), String.valueOf(e.getMessage()));
        }
        return null;
    }

    private static String stamp(Wanted wanted, Class<?> type) {
        try {
            Path file =
                    wanted.name().endsWith(".java")
                            ? wanted.folder().resolve(wanted.name())
                            : file(type);
            return file == null
                    ? type.getName()
                    : "%s %s %d %s"
                            .formatted(
                                    type.getName(),
                                    file,
                                    Files.size(file),
                                    Files.getLastModifiedTime(file));
        } catch (IOException | URISyntaxException | RuntimeException e) {
            return type.getName();
        }
    }

    /** Returns the jar or class file that a class is in, or null where there is none. */
    private static @Nullable Path file(Class<?> type) throws URISyntaxException {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        if (location == null || !location.getProtocol().equals("file")) {
            return null;
        }
        Path place = Path.of(location.toURI());
        return Files.isDirectory(place)
                ? place.resolve(type.getName().replace('.', '/') + ".class")
                : place;
    }
}
