package dev.polyloom.cli.function;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The entries of {@code --class-path}, all of which exist. */
final class ClassPath {
    private final List<Path> entries;

    private ClassPath(List<Path> entries) {
        this.entries = entries;
    }

    static ClassPath parse(String text) {
        List<Path> entries = new ArrayList<>();
        for (String part : text.split(File.pathSeparator, -1)) {
            if (part.equals("*") || part.endsWith("/*") || part.endsWith(File.separator + "*")) {
                entries.addAll(jarsOf(folderOf(part)));
            } else if (!part.isEmpty()) {
                entries.add(existing(Path.of(part)));
            }
        }
        return new ClassPath(entries);
    }

    private static Path folderOf(String wildcard) {
        String folder = wildcard.substring(0, wildcard.length() - 1);
        return Path.of(folder.isEmpty() ? "." : folder);
    }

    private static Path existing(Path entry) {
        if (!Files.isReadable(entry)) {
            throw new FunctionException(
                    "--class-path: no readable file or folder '%s'; separate entries by '%s'"
                            .formatted(entry, File.pathSeparator));
        }
        return entry;
    }

    private static List<Path> jarsOf(Path folder) {
        existing(folder);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new FunctionException(
                    "--class-path: cannot list folder '%s': %s".formatted(folder, e.getMessage()));
        }
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Returns a loader of the entries, over the one that has this program's own classes. */
    ClassLoader loader() {
        ClassLoader own = ClassPath.class.getClassLoader();
        URL[] urls = entries.stream().map(ClassPath::url).toArray(URL[]::new);
        return new URLClassLoader("class-path", urls, own);
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the entries for a compiler, which also sees this program's own classes. */
    String forCompiler() {
        List<String> all = new ArrayList<>();
        entries.forEach(entry -> all.add(entry.toString()));
        for (String key : List.of("java.class.path", "jdk.module.path")) {
            String value = System.getProperty(key, "");
            if (!value.isEmpty()) {
                all.add(value);
            }
        }
        return String.join(File.pathSeparator, all);
    }

    @Override
    public String toString() {
        return String.join(File.pathSeparator, entries.stream().map(Path::toString).toList());
    }
}
