package dev.polyloom.isolate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders of classes that are compiled for a test, and are not on its class path. */
final class Library {
    private Library() {}

    /** Compiles one class into a folder. */
    static Path compile(Path folder, String name, String source)
            throws IOException, InterruptedException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path file = folder.resolve("src").resolve(name.replace('.', '/') + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        Process javac =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                                "-d",
                                classes.toString(),
                                file.toString())
                        .inheritIO()
                        .start();
        if (javac.waitFor() != 0) {
            throw new IOException("javac failed on " + file);
        }
        return classes;
    }
}
