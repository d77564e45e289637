package dev.polyloom.python.run;

import dev.polyloom.python.runtime.object.Ops;
import dev.polyloom.python.translate.JavaSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Writes translated modules as a Maven project. The project holds the runtime in {@code lib}, so it
 * builds without any repository of ours. A list of its files lies in it: only those are overwritten
 * by a later translation.
 */
@SuppressWarnings("InlineFormatString") // whole files read better by themselves
record Project(Path folder) {
    private static final String LIST = ".polyloom";

    private static final String START =
            """
            import dev.polyloom.python.runtime.library.Main;
            import dev.polyloom.python.runtime.object.Modules;

            /** Starts the program. */
            public final class Start {
                private Start() {}

                /** Runs it and exits with its code. */
                public static void main(String[] args) {
            %s        Main.start("%s", args, %s::run$module);
                }
            }
            """;

    /** Writes all files and returns their places within the folder. */
    List<Path> write(List<JavaSource> sources) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("pom.xml", text(pom(sources.getFirst())));
        for (JavaSource source : sources) {
            files.put("src/main/java/" + source.className() + ".java", text(source.text()));
        }
        files.put("src/main/java/Start.java", text(start(sources)));
        List<String> names = new ArrayList<>(files.keySet());
        names.add("lib/polyloom-python-runtime.jar");
        names.add("lib/polyloom-threading.jar");
        List<String> old = ownFiles();
        refuseForeign(names, old);
        for (String gone : old) {
            if (!names.contains(gone)) {
                Files.deleteIfExists(folder.resolve(gone));
            }
        }
        Files.createDirectories(folder.resolve("src/main/java"));
        Files.createDirectories(folder.resolve("lib"));
        Files.writeString(folder.resolve(LIST), String.join("\n", names) + "\n");
        for (Map.Entry<String, byte[]> each : files.entrySet()) {
            Files.write(folder.resolve(each.getKey()), each.getValue());
        }
        library(Compiler.place(Ops.class), "polyloom-python-runtime.jar");
        library(Compiler.place(Compiler.floor()), "polyloom-threading.jar");
        return names.stream().map(Path::of).toList();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the files that an earlier translation has put here. */
    private List<String> ownFiles() throws IOException {
        Path list = folder.resolve(LIST);
        return Files.isRegularFile(list)
                ? Files.readAllLines(list).stream().filter(Project::isInside).toList()
                : List.of();
    }

    /** A list is trusted with what could have been written here, and with nothing elsewhere. */
    private static boolean isInside(String name) {
        Path path = Path.of(name);
        return !name.isBlank()
                && !path.isAbsolute()
                && path.equals(path.normalize())
                && !path.startsWith("..");
    }

    private void refuseForeign(List<String> names, List<String> own) throws IOException {
        for (String name : names) {
            if (Files.exists(folder.resolve(name)) && !own.contains(name)) {
                throw new FileAlreadyExistsException(
                        folder.resolve(name).toString(),
                        null,
                        "was not written by a translation and is not overwritten");
            }
        }
    }

    private String pom(JavaSource main) throws IOException {
        try (InputStream in = Project.class.getResourceAsStream("project.xml")) {
            return new String(
                            Objects.requireNonNull(in, "project.xml").readAllBytes(),
                            StandardCharsets.UTF_8)
                    .replace("ARTIFACT", main.className().toLowerCase(Locale.ROOT))
                    .replace("LIB", "${project.basedir}/lib");
        }
    }

    private static String start(List<JavaSource> sources) {
        JavaSource main = sources.getFirst();
        StringBuilder known = new StringBuilder();
        for (JavaSource source : sources.subList(1, sources.size())) {
            known.append(
                    "        Modules.register(%s.module(), %s::run$module);\n"
                            .formatted(source.className(), source.className()));
        }
        known.append(
                "        Modules.register(%s.module(), () -> {});\n".formatted(main.className()));
        return START.formatted(known, main.className(), main.className());
    }

    /** Puts a jar of classes into the project; a folder of classes becomes one. */
    private void library(Path classes, String name) throws IOException {
        Path jar = folder.resolve("lib").resolve(name);
        if (!Files.isDirectory(classes)) {
            Files.copy(classes, jar, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String entry = classes.relativize(file).toString().replace('\\', '/');
                entries.putNextEntry(new ZipEntry(entry));
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
    }
}
