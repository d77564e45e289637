package dev.polyloom.verification.portable;

import dev.polyloom.verification.Command;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * a class of its own in place of the one that names the JVM's backend.
 */
final class TeaVmBuild {
    private static final String PLATFORM =
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
            """;

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
        compilePlatform();
    }

    private void compilePlatform() throws IOException {
        Path source = Files.writeString(folder.resolve("Platform.java"), PLATFORM);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int exit =
                compiler.run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        Command.classPath(),
                        "-d",
                        classes.toString(),
                        source.toString());
        if (exit != 0) {
            throw new IOException("the other platform does not compile");
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
