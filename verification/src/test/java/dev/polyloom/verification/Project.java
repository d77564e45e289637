package dev.polyloom.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The project's own files, as the checks of this module see them. */
public final class Project {
    private static final Path ROOT = findRoot();

    private Project() {}

    /** Returns the folder of the root pom. */
    public static Path root() {
        return ROOT;
    }

    /** Returns a file or folder by its path from the root. */
    public static Path file(String path) {
        return ROOT.resolve(path);
    }

    /** Returns the folders of the modules in the order of the root pom. */
    public static List<Path> modules() {
        return text(file("pom.xml"))
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("<module>"))
                .map(line -> line.replaceAll("</?module>", ""))
                .map(ROOT::resolve)
                .toList();
    }

    /** Returns the Java files of every module's main sources. */
    public static List<Path> mainSources() {
        return modules().stream()
                .map(module -> module.resolve("src/main/java"))
                .filter(Files::isDirectory)
                .flatMap(folder -> files(folder).filter(file -> file.toString().endsWith(".java")))
                .toList();
    }

    /** Returns the module declarations, one of each module that has one. */
    public static List<Path> moduleDeclarations() {
        return modules().stream()
                .map(module -> module.resolve("src/main/java/module-info.java"))
                .filter(Files::isRegularFile)
                .toList();
    }

    /** Returns the files that belong to the project: what is built or ignored is left out. */
    public static List<Path> ownFiles() {
        return files(ROOT).toList();
    }

    /** Returns the text of a file, or empty if it is not UTF-8 text. */
    public static Optional<String> textIfText(Path file) {
        try {
            String text = Files.readString(file);
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (MalformedInputException binary) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the text of a file. */
    public static String text(Path file) {
        return textIfText(file)
                .orElseThrow(() -> new IllegalArgumentException(file + " is not UTF-8 text"));
    }

    /** Returns a file's path from the root, as messages name it. */
    public static String name(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList().stream()
                    .filter(entry -> !isForeign(entry))
                    .flatMap(entry ->
                            Files.isDirectory(entry)
                                    ? files(entry)
                                    : Stream.of(entry).filter(Files::isRegularFile));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isForeign(Path entry) {
        return switch (entry.getFileName().toString()) {
            case ".git", "target", ".idea", ".vscode", ".settings", ".polyloom" -> true;
            default -> Files.isSymbolicLink(entry);
        };
    }

    private static Path findRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("scripts/find-jdk"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException(
                        "not inside the project: no folder above "
                                + Path.of("").toAbsolutePath()
                                + " has scripts/find-jdk");
            }
        }
        return folder;
    }
}
