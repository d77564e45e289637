package dev.polyloom.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A contender in a process of its own, asked by lines and answering by lines. */
final class ContenderProcess implements AutoCloseable {
    /** What the answer begins with of a contender that lives and says why it has no figure. */
    static final String NO_FIGURE = "! ";

    private static final int END_SECONDS = 20;
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(5);

    private final String name;
    private final Process process;
    private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();
    private final OutputStream commands;
    private final Set<ProcessHandle> seen = new HashSet<>();

    private ContenderProcess(String name, List<String> command, Map<String, String> environment)
            throws IOException {
        this.name = name;
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        this.process = builder.start();
        this.commands = process.getOutputStream();
        var _ = process.onExit().thenRun(() -> answers.add(Optional.empty()));
        Thread.ofPlatform().daemon().name("answers of " + name).start(this::read);
    }

    /** Said by a contender that lives: why it has no figure. */
    static final class NoFigureException extends IOException {
        private static final long serialVersionUID = 1L;

        NoFigureException(String reason) {
            super(reason);
        }
    }

    /** Starts any contender. */
    static ContenderProcess start(
            String name, List<String> command, Map<String, String> environment) throws IOException {
        return new ContenderProcess(name, command, environment);
    }

    /** Starts one of the contenders written in Java. */
    static ContenderProcess java(String name, int workers) throws IOException {
        return start(
                name,
                javaCommand(Contender.class, List.of(), name, Integer.toString(workers)),
                Map.of());
    }

    /** Starts the contender written in Python. */
    static ContenderProcess python(Path script, int workers) throws IOException {
        return start(
                "Python ProcessPoolExecutor",
                List.of("python3", script.toString(), Integer.toString(workers)),
                Map.of());
    }

    /** Returns the command that runs a class of this module in a JVM like this one. */
    static List<String> javaCommand(Class<?> main, List<String> flags, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Sends a command and returns the figures of its answer. */
    double[] ask(String command) throws IOException {
        return ask(command, LONGEST_ANSWER);
    }

    /** Sends a command and returns the figures of its answer, which must come in time. */
    double[] ask(String command, Duration bound) throws IOException {
        return Arrays.stream(tell(command, bound).strip().split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /**
     * Sends a command and returns the answer as it is. A contender that does not answer in time is
     * killed.
     */
    String tell(String command, Duration bound) throws IOException {
        seen.addAll(processes());
        try {
            commands.write((command + "\n").getBytes(StandardCharsets.UTF_8));
            commands.flush();
        } catch (IOException e) {
            throw ended(command, e);
        }
        String answer = awaitAnswer(command, bound).orElseThrow(() -> ended(command, null));
        if (answer.startsWith(NO_FIGURE)) {
            throw new NoFigureException(answer.substring(NO_FIGURE.length()));
        }
        return answer;
    }

    private Optional<String> awaitAnswer(String command, Duration bound) throws IOException {
        Optional<String> answer;
        try {
            answer = answers.poll(bound.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + name + " was asked '" + command + "'", e);
        }
        if (answer == null) {
            kill();
            throw new IOException(
                    "gave no answer to '%s' in %d s".formatted(command, bound.toSeconds()));
        }
        return answer;
    }

    private void read() {
        try (BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                answers.add(Optional.of(line));
            }
        } catch (IOException e) {
            System.err.println("the answers of " + name + " cannot be read: " + e.getMessage());
        }
        answers.add(Optional.empty());
    }

    private IOException ended(String command, @Nullable IOException cause) {
        return new IOException(
                "%s ended while it was asked '%s'; what it said stands above"
                        .formatted(name, command),
                cause);
    }

    /** Returns the contender's own process and all that it has started. */
    List<ProcessHandle> processes() {
        List<ProcessHandle> processes = new ArrayList<>(process.descendants().toList());
        processes.addFirst(process.toHandle());
        return processes;
    }

    /** Kills all that is left, also what has outlived the contender that started it. */
    private void kill() {
        seen.addAll(processes());
        seen.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        seen.addAll(processes());
        try {
            commands.close();
            process.waitFor(END_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            System.err.println("the commands of " + name + " cannot be closed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            kill();
        }
    }
}
