package dev.polyloom.verification.portable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.verification.Command;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.diagnostics.Problem;
import org.teavm.model.MethodReference;
import org.teavm.tooling.EmptyTeaVMToolLog;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.vm.TeaVMOptimizationLevel;

/**
 * Compiles a program for a target that is not the JVM, as the author of another backend would: with
 * classes of its own in place of those that name what is the JVM's.
 */
final class TeaVmBuild {
    private static final List<String> PLATFORMS =
            List.of(
                    """
                    package dev.polyloom.threading.backend;

                    import dev.polyloom.threading.portable.PortableBackend;

                    public final class Platform {
                        public static final String PROPERTY = "polyloom.threading.backend";

                        private static final Backend BACKEND = new PortableBackend();

                        private Platform() {}

                        public static Backend backend() {
                            return BACKEND;
                        }
                    }
                    """,
                    """
                    package dev.polyloom.python.runtime.platform;

                    public final class Platform {
                        private static final Machine MACHINE = new Machine();

                        private Platform() {}

                        public static Machine machine() {
                            return MACHINE;
                        }

                        public static void acquireFence() {}

                        public static void releaseFence() {}
                    }
                    """);

    private static final int HEAP = 128 << 20;

    private final Path folder;
    private final Path classes;

    /**
     * What came of a build.
     *
     * @param problems what is missing on the target or wrong otherwise
     * @param reached the methods that are compiled
     * @param file the program
     */
    record Outcome(List<String> problems, Set<MethodReference> reached, Path file) {}

    /**
     * Prepares builds.
     *
     * @param folder an empty folder
     * @param written further classes
     */
    TeaVmBuild(Path folder, Map<String, byte[]> written) throws IOException {
        this.folder = folder;
        classes = folder.resolve("classes");
        for (Map.Entry<String, byte[]> type : written.entrySet()) {
            Path file = classes.resolve(type.getKey().replace('.', '/') + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, type.getValue());
        }
        for (int i = 0; i < PLATFORMS.size(); i++) {
            Path source = Files.createDirectories(folder.resolve("platform" + i));
            Files.writeString(source.resolve("Platform.java"), PLATFORMS.get(i));
            addSources(source);
        }
    }

    /** Compiles the sources in a folder, as part of the program. */
    void addSources(Path sources) throws IOException {
        List<String> words = new ArrayList<>(List.of("-proc:none", "-nowarn"));
        words.addAll(List.of("-cp", Command.classPath(), "-d", classes.toString()));
        try (Stream<Path> files = Files.list(sources)) {
            files.map(Path::toString).forEach(words::add);
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler.run(null, null, null, words.toArray(String[]::new)) != 0) {
            throw new IOException(sources + " does not compile");
        }
    }

    /** Compiles a program for a target. */
    Outcome compile(TeaVMTargetType target, String mainClass)
            throws IOException, TeaVMToolException {
        String name = target.name().toLowerCase(Locale.ROOT);
        Path output = Files.createDirectories(folder.resolve(name));
        TeaVMTool tool = new TeaVMTool();
        tool.setTargetType(target);
        tool.setMainClass(mainClass);
        tool.setTargetDirectory(output.toFile());
        tool.setTargetFileName("program.js");
        tool.setOptimizationLevel(TeaVMOptimizationLevel.SIMPLE);
        tool.setObfuscated(false);
        tool.setStrict(true);
        tool.setMinHeapSize(HEAP / 32);
        tool.setMaxHeapSize(HEAP);
        tool.setShortFileNames(true);
        tool.setClassPath(classPath());
        tool.setLog(new EmptyTeaVMToolLog());
        tool.generate();
        return new Outcome(
                tool.getProblemProvider().getSevereProblems().stream()
                        .map(TeaVmBuild::text)
                        .sorted()
                        .toList(),
                Set.copyOf(tool.getDependencyInfo().getReachableMethods()),
                output.resolve("program.js"));
    }

    /** Returns what a program for JavaScript prints, or nothing where there is no {@code node}. */
    static Optional<String> run(Path script) throws Exception {
        boolean installed =
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
        return installed
                ? Optional.of(
                        output(Command.of("node", "-e", "require('" + script + "').main([])")))
                : Optional.empty();
    }

    /** Returns what a command prints that ends well. */
    static String output(Command command) throws Exception {
        Command.Result result = command.run();
        assertThat(result.exit()).as(result.err()).isZero();
        return result.out();
    }

    private List<File> classPath() {
        return Stream.concat(
                        Stream.of(classes.toFile()),
                        Arrays.stream(Command.classPath().split(File.pathSeparator, -1))
                                .map(File::new))
                .toList();
    }

    private static String text(Problem problem) {
        DefaultProblemTextConsumer text = new DefaultProblemTextConsumer();
        problem.render(text);
        return text.getText()
                + (problem.getLocation() == null
                        ? ""
                        : ", in " + problem.getLocation().getMethod());
    }
}
