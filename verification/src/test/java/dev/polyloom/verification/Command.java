package dev.polyloom.verification;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a command to its end with a bound on its time. */
public final class Command {
    private static final long LIMIT_SECONDS = 120;

    /**
     * How a command ended.
     *
     * @param exit its exit code
     * @param out what it printed to standard output
     * @param err what it printed to standard error
     */
    public record Result(int exit, String out, String err) {}

    private final List<String> words;
    private Path folder = Project.root();
    private boolean emptyEnvironment;
    private Map<String, String> environment = Map.of();

    private Command(List<String> words) {
        this.words = words;
    }

    /** Returns a command of these words, to be run in the project's folder. */
    public static Command of(String... words) {
        return new Command(List.of(words));
    }

    /** Returns a command that runs a Java program on the JVM and class path of the tests. */
    public static Command java(String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-cp");
        words.add(classPath());
        words.addAll(List.of(arguments));
        return new Command(words);
    }

    /** Returns the class path that the tests run on. */
    public static String classPath() {
        String surefire = System.getProperty("surefire.test.class.path");
        return surefire != null ? surefire : System.getProperty("java.class.path");
    }

    /** Sets the folder it is run in. */
    public Command in(Path folder) {
        this.folder = folder;
        return this;
    }

    /** Sets variables on top of this JVM's environment. */
    public Command with(Map<String, String> environment) {
        this.environment = environment;
        return this;
    }

    /** Sets the whole environment. */
    public Command withOnly(Map<String, String> environment) {
        this.emptyEnvironment = true;
        this.environment = environment;
        return this;
    }

    /**
     * Runs it without standard input, and kills it with all its children when it takes too long.
     */
    public Result run() throws IOException, InterruptedException {
        Path out = Files.createTempFile("polyloom-out", ".txt");
        Path err = Files.createTempFile("polyloom-err", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
            if (emptyEnvironment) {
                builder.environment().clear();
            }
            builder.environment().putAll(environment);
            builder.redirectInput(new File("/dev/null"));
            Process process =
                    builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(
                        "%s did not end within %d s; stdout: %s; stderr: %s"
                                .formatted(
                                        words,
                                        LIMIT_SECONDS,
                                        Files.readString(out),
                                        Files.readString(err)));
            }
            return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        }
    }
}
