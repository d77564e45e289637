package dev.polyloom.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The commands that come on standard input, read by a thread of their own: so a contender whose
 * suite has died ends, whatever it is doing.
 */
final class ContenderCommands {
    private static final Duration LONGEST_END = Duration.ofSeconds(15);

    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

    /** Turns a command into the figures of an answer. */
    @FunctionalInterface
    interface Answers {
        String to(String... command) throws Exception;
    }

    ContenderCommands() {
        Thread.ofPlatform().daemon().name("commands").start(this::read);
    }

    /**
     * Answers each command with a line until the input ends; a failure is a line with its cause.
     */
    void answer(Answers answers) throws InterruptedException {
        Optional<String> line = lines.take();
        while (line.isPresent()) {
            System.out.println(answer(answers, line.get()));
            line = lines.take();
        }
    }

    private static String answer(Answers answers, String line) throws InterruptedException {
        try {
            return answers.to(line.split(" ", -1));
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return ContenderProcess.NO_FIGURE + reason(e).replaceAll("\\s+", " ");
        }
    }

    private static String reason(Exception failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    private void read() {
        try (BufferedReader input =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                lines.add(Optional.of(line));
            }
        } catch (IOException e) {
            System.err.println("a contender cannot read its commands: " + e.getMessage());
        }
        lines.add(Optional.empty());
        haltLater();
    }

    private static void haltLater() {
        Pause.of(LONGEST_END);
        Runtime.getRuntime().halt(1);
    }
}
