package dev.polyloom.isolate;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Jars and folders in the order in which they are searched. Realms of one class path share it: its
 * jars are opened, and its class files read, once for all of them. Safe for use by several threads.
 */
final class ClassPath {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final Map<List<Stamp>, WeakReference<ClassPath>> SHARED = new HashMap<>();

    /** A file of a class path as it was when it was opened. */
    private record Stamp(Path path, long modified, long size) {
        static Stamp of(Path path) {
            File file = path.toFile();
            return new Stamp(path, file.lastModified(), file.isDirectory() ? 0 : file.length());
        }
    }

    /**
     * A class file.
     *
     * @param bytes its content
     * @param source the jar or folder it is from
     */
    @SuppressWarnings("ArrayRecordComponent")
    record ClassFile(byte[] bytes, URL source) {}

    /** A jar or a folder. */
    private sealed interface Entry {
        Path path();

        byte @Nullable [] read(String name) throws IOException;

        @Nullable URL find(String name) throws IOException;
    }

    private record Folder(Path path) implements Entry {
        @Override
        public byte @Nullable [] read(String name) throws IOException {
            try {
                return Files.readAllBytes(path.resolve(name));
            } catch (NoSuchFileException e) {
                return null;
            }
        }

        @Override
        public @Nullable URL find(String name) throws IOException {
            Path file = path.resolve(name);
            return Files.exists(file) ? file.toUri().toURL() : null;
        }
    }

    private record Jar(Path path, JarFile file) implements Entry {
        @Override
        public byte @Nullable [] read(String name) throws IOException {
            JarEntry entry = file.getJarEntry(name);
            if (entry == null) {
                return null;
            }
            try (InputStream in = file.getInputStream(entry)) {
                return in.readAllBytes();
            }
        }

        @Override
        public @Nullable URL find(String name) throws IOException {
            return file.getJarEntry(name) == null
                    ? null
                    : URI.create("jar:" + path.toUri() + "!/" + encoded(name)).toURL();
        }

        private static String encoded(String name) {
            return Path.of("/").resolve(name).toUri().getRawPath().substring(1);
        }
    }

    private final List<Path> paths;
    private final List<Entry> entries;
    private final Map<String, ClassFile> classes = new ConcurrentHashMap<>();

    private ClassPath(List<Path> paths, List<Entry> entries) {
        this.paths = paths;
        this.entries = entries;
    }

    /** Returns the class path of some entries before those of the application. */
    static ClassPath before(List<Path> first) {
        Set<Path> all = new LinkedHashSet<>();
        first.forEach(path -> add(path, all));
        for (String property : new String[] {"java.class.path", "jdk.module.path"}) {
            String value = System.getProperty(property, "");
            for (String path : value.split(File.pathSeparator, -1)) {
                if (!path.isEmpty()) {
                    add(Path.of(path).toAbsolutePath().normalize(), all);
                }
            }
        }
        return of(List.copyOf(all));
    }

    /** Adds an entry, the jars of a folder of modules, and those that a manifest names. */
    private static void add(Path path, Set<Path> all) {
        if (!Files.exists(path) || !all.add(path) || Files.isDirectory(path)) {
            return;
        }
        try (JarFile jar = new JarFile(path.toFile())) {
            Manifest manifest = jar.getManifest();
            String more =
                    manifest == null
                            ? null
                            : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            for (String link : more == null ? new String[0] : more.split(" ", -1)) {
                if (!link.isEmpty()) {
                    add(Path.of(path.toUri().resolve(link)).normalize(), all);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            // what is no jar, or names none, holds no classes, as for the JVM
        }
    }

    private static ClassPath of(List<Path> paths) {
        List<Stamp> key = paths.stream().map(Stamp::of).toList();
        synchronized (SHARED) {
            SHARED.values().removeIf(each -> each.get() == null);
            WeakReference<ClassPath> known = SHARED.get(key);
            ClassPath found = known == null ? null : known.get();
            if (found == null) {
                found = open(paths);
                SHARED.put(key, new WeakReference<>(found));
            }
            return found;
        }
    }

    private static ClassPath open(List<Path> paths) {
        List<Entry> entries = new ArrayList<>();
        List<JarFile> jars = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                entries.add(new Folder(path));
                continue;
            }
            try {
                JarFile jar =
                        new JarFile(
                                path.toFile(), false, JarFile.OPEN_READ, JarFile.runtimeVersion());
                jars.add(jar);
                entries.add(new Jar(path, jar));
            } catch (IOException e) {
                // what is no jar holds no classes, as for the JVM
            }
        }
        ClassPath opened = new ClassPath(paths, List.copyOf(entries));
        CLEANER.register(opened, () -> jars.forEach(ClassPath::close));
        return opened;
    }

    private static void close(JarFile jar) {
        try {
            jar.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Path> paths() {
        return paths;
    }

    /** Returns the file of a class, or null if there is none. */
    @Nullable ClassFile classFile(String className) throws IOException {
        ClassFile known = classes.get(className);
        if (known != null) {
            return known;
        }
        String name = className.replace('.', '/') + ".class";
        for (Entry entry : entries) {
            byte[] bytes = entry.read(name);
            if (bytes != null) {
                ClassFile read = new ClassFile(bytes, url(entry.path()));
                classes.put(className, read);
                return read;
            }
        }
        return null;
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }

    /** Returns where a resource is, in each entry that has it. */
    List<URL> resources(String name) throws IOException {
        List<URL> all = new ArrayList<>();
        for (Entry entry : entries) {
            URL url = entry.find(name);
            if (url != null) {
                all.add(url);
            }
        }
        return all;
    }
}
