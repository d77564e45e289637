package dev.polyloom.process.named;

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

/** Jars and folders with classes, all of which exist. */
public final class ClassPath {
    private final List<Path> entries;

    private ClassPath(List<Path> entries) {
        this.entries = entries;
    }

    /**
     * Reads a class path as the {@code java} command has it.
     *
     * @param text entries with the system's separator between them; {@code folder/*} stands for the
     *     jars of a folder
     * @return the class path
     * @throws IllegalArgumentException if an entry cannot be read
     */
    public static ClassPath parse(String text) {
        return of(Path.of(""), List.of(text.split(File.pathSeparator, -1)));
    }

    /**
     * Makes a class path of its entries.
     *
     * @param base the folder that relative entries are relative to
     * @param parts the entries; {@code folder/*} stands for the jars of a folder
     * @return the class path
     * @throws IllegalArgumentException if an entry cannot be read
     */
    public static ClassPath of(Path base, List<String> parts) {
        List<Path> entries = new ArrayList<>();
        for (String part : parts) {
            if (part.equals("*") || part.endsWith("/*") || part.endsWith(File.separator + "*")) {
                entries.addAll(jarsOf(base.resolve(folderOf(part))));
            } else if (!part.isEmpty()) {
                entries.add(existing(base.resolve(part)));
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
            throw new IllegalArgumentException(
                    "no readable file or folder '%s'; separate entries by '%s'"
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
            throw new IllegalArgumentException(
                    "cannot list folder '%s': %s".formatted(folder, e.getMessage()), e);
        }
    }

    /**
     * Puts another class path behind this one.
     *
     * @param other the other
     * @return both
     */
    public ClassPath and(ClassPath other) {
        return new ClassPath(Stream.concat(entries.stream(), other.entries.stream()).toList());
    }

    /**
     * Returns the entries.
     *
     * @return the jars and folders in order
     */
    public List<Path> entries() {
        return List.copyOf(entries);
    }

    /**
     * Tells whether there is no entry.
     *
     * @return whether it is empty
     */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /**
     * Makes a loader of the entries, over the one that has this program's own classes.
     *
     * @return a new loader
     */
    public ClassLoader loader() {
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

    /**
     * Returns the entries for a compiler, which also sees this program's own classes.
     *
     * @return the entries with the system's separator between them
     */
    public String forCompiler() {
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
