package dev.polyloom.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A contender in a process of its own, asked by lines and answering by lines. */
final class ContenderProcess implements AutoCloseable {
    private static final int END_SECONDS = 20;

    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final OutputStream commands;

    private ContenderProcess(String name, List<String> command) throws IOException {
        this.name = name;
        this.process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        this.answers =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.commands = process.getOutputStream();
    }

    /** Starts one of the contenders written in Java. */
    static ContenderProcess java(String name, int workers) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        Contender.class.getName(),
                        name,
                        Integer.toString(workers)));
        return new ContenderProcess(name, command);
    }

    /** Starts the contender written in Python. */
    static ContenderProcess python(Path script, int workers) throws IOException {
        return new ContenderProcess(
                "Python ProcessPoolExecutor",
                List.of("python3", script.toString(), Integer.toString(workers)));
    }

    /** Sends a command and returns the figures of its answer. */
    double[] ask(String command) throws IOException {
        String answer = answer(command);
        return Arrays.stream(answer.strip().split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private String answer(String command) throws IOException {
        try {
            commands.write((command + "\n").getBytes(StandardCharsets.UTF_8));
            commands.flush();
            String answer = answers.readLine();
            if (answer != null) {
                return answer;
            }
        } catch (IOException e) {
            throw ended(command, e);
        }
        throw ended(command, null);
    }

    private IOException ended(String command, @Nullable IOException cause) {
        return new IOException(
                "%s ended while it was asked '%s'; what it said stands above"
                        .formatted(name, command),
                cause);
    }

    @Override
    public void close() {
        try {
            commands.close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
