package dev.polyloom.python.assess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of the modules that lie beside a program. */
public final class ModuleFiles {
    private static final String PACKAGE = "__init__.py";

    private ModuleFiles() {}

    /**
     * Returns the file of a module: its own, or the {@code __init__.py} of a package, which need
     * not exist where a folder is one without it; null where there is none.
     *
     * @param root the folder that the name starts from
     * @param module its name, dotted
     */
    public static @Nullable Path find(Path root, String module) {
        Path path = root.resolve(module.replace('.', '/'));
        Path init = path.resolve(PACKAGE);
        Path file = path.resolveSibling(path.getFileName() + ".py");
        if (Files.isRegularFile(init)) {
            return init;
        }
        if (Files.isRegularFile(file)) {
            return file;
        }
        return !OfPython.has(module.split("\\.", 2)[0]) && holdsModules(path) ? init : null;
    }

    /** Tells whether a file is that of a package. */
    public static boolean isPackage(Path file) {
        return file.endsWith(PACKAGE);
    }

    /** Returns the folder that the names of modules start from, as far as the files tell. */
    static @Nullable Path root(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        while (folder != null && Files.isRegularFile(folder.resolve(PACKAGE))) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static boolean holdsModules(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(each ->
                    each.toString().endsWith(".py") || Files.isRegularFile(each.resolve(PACKAGE)));
        } catch (IOException e) {
            return false;
        }
    }
}
