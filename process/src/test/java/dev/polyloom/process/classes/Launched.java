package dev.polyloom.process.classes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.Run;
import dev.polyloom.process.codec.Codec;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Compiles small applications and starts them in JVMs of their own, as a user would. */
final class Launched {
    private static final long PATIENCE_SECONDS = 90;

    private final Path folder;

    Launched(Path folder) {
        this.folder = folder;
    }

    static Path core() {
        return location(Run.class);
    }

    static Path process() {
        return location(Codec.class);
    }

    /** Returns an example of the project. */
    static Path tests() {
        return process().resolveSibling("test-classes");
    }

    static Path example(String name) {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve("examples"))) {
            root = Objects.requireNonNull(root.getParent(), "folder of the project");
        }
        return root.resolve("examples").resolve(name);
    }

    static String path(Path... entries) {
        return String.join(File.pathSeparator, Arrays.stream(entries).map(Path::toString).toList());
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Path source(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    Path compile(String target, List<String> options, Path... sources) throws Exception {
        Path classes = folder.resolve(target);
        List<String> command = new ArrayList<>(options);
        command.addAll(List.of("-d", classes.toString()));
        for (Path source : sources) {
            command.add(source.toString());
        }
        assertThat(run("javac", command)).startsWith("exit 0");
        return classes;
    }

    String java(String... arguments) throws Exception {
        return run("java", List.of(arguments));
    }

    private String run(String tool, List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1"));
        if (tool.equals("java")) {
            command.removeLast();
        }
        command.addAll(arguments);
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process started =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            boolean ended = started.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            String text = Files.readString(output, StandardCharsets.UTF_8);
            return (ended ? "exit " + started.exitValue() : "still running") + "\n" + text;
        } finally {
            started.destroyForcibly();
        }
    }

    /** Makes a jar of a folder of classes, or of the content of another jar. */
    static Path jar(Path target, Path classes, String... manifest) throws IOException {
        Manifest attributes = new Manifest();
        attributes.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        for (int i = 0; i < manifest.length; i += 2) {
            attributes.getMainAttributes().putValue(manifest[i], manifest[i + 1]);
        }
        try (OutputStream out = Files.newOutputStream(target);
                JarOutputStream jar = new JarOutputStream(out, attributes)) {
            if (Files.isDirectory(classes)) {
                copyFolder(classes, jar);
            } else {
                copyJar(classes, jar);
            }
        }
        return target;
    }

    private static void copyFolder(Path classes, JarOutputStream jar) throws IOException {
        try (Stream<Path> files = Files.walk(classes).filter(Files::isRegularFile)) {
            files.forEach(file -> {
                String name = classes.relativize(file).toString().replace('\\', '/');
                try {
                    jar.putNextEntry(new JarEntry(name));
                    Files.copy(file, jar);
                    jar.closeEntry();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static void copyJar(Path classes, JarOutputStream jar) throws IOException {
        try (JarFile source = new JarFile(classes.toFile())) {
            for (JarEntry entry : source.stream().toList()) {
                if (!entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    jar.putNextEntry(new JarEntry(entry.getName()));
                    source.getInputStream(entry).transferTo(jar);
                    jar.closeEntry();
                }
            }
        }
    }

    /** Makes a jar that a JVM can take as Polyloom's agent, as the packaged one is. */
    Path agentJar() throws IOException {
        return agentJar("polyloom-process.jar", process());
    }

    /** Makes the agent's jar without the library, for applications that bring it in nested jars. */
    Path slimAgentJar() throws IOException {
        String pack = "dev/polyloom/process/agent";
        Path whole = jar(folder.resolve("whole.jar"), process());
        Path slim = folder.resolve("slim");
        try (JarFile jar = new JarFile(whole.toFile())) {
            for (JarEntry entry : jar.stream().filter(e -> e.getName().startsWith(pack)).toList()) {
                Path file = slim.resolve(entry.getName());
                Files.createDirectories(slim.resolve(pack));
                Files.copy(jar.getInputStream(entry), file);
            }
        }
        return agentJar("polyloom-process-agent.jar", slim);
    }

    private Path agentJar(String name, Path classes) throws IOException {
        return jar(
                folder.resolve(name),
                classes,
                "Premain-Class",
                "dev.polyloom.process.agent.LambdaAgent",
                "Can-Retransform-Classes",
                "true",
                "Can-Redefine-Classes",
                "true");
    }
}
