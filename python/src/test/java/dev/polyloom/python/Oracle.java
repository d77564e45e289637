package dev.polyloom.python;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A CPython of this machine that answers questions about programs. */
final class Oracle implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;
    private final String version;

    private Oracle(String python) throws IOException {
        process =
                new ProcessBuilder(python, "-I", "-X", "utf8", script().toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        answers = process.inputReader(StandardCharsets.US_ASCII);
        questions = process.outputWriter(StandardCharsets.US_ASCII);
        version = ask("version").getFirst();
    }

    /** Starts the first CPython of one of the versions, which are tried in turn. */
    static Optional<Oracle> start(String... versions) {
        for (String wanted : versions) {
            for (String python : candidates(wanted)) {
                try {
                    Oracle oracle = new Oracle(python);
                    if (oracle.version.equals(wanted)) {
                        return Optional.of(oracle);
                    }
                    oracle.close();
                } catch (IOException | UncheckedIOException e) {
                    // The next one may be there.
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> candidates(String version) {
        List<String> found = new ArrayList<>(List.of("python" + version, "python3"));
        Path pyenv = Path.of(System.getProperty("user.home"), ".pyenv", "versions");
        if (Files.isDirectory(pyenv)) {
            try (Stream<Path> versions = Files.list(pyenv)) {
                versions.filter(path -> path.getFileName().toString().startsWith(version))
                        .map(path -> path.resolve("bin/python3").toString())
                        .forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private static Path script() {
        try {
            var url = Oracle.class.getResource("oracle.py");
            return Path.of(java.util.Objects.requireNonNull(url).toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns whether the version knows the places of the parts of f-strings. */
    boolean isExact() {
        return !version.equals("3.11");
    }

    /** Returns the folder of the standard library. */
    Path standardLibrary() {
        return Path.of(ask("library").getFirst());
    }

    /** Asks a question and returns the parts of the answer. */
    List<String> ask(String... question) {
        try {
            questions.write(
                    Arrays.stream(question).map(Oracle::encoded).collect(Collectors.joining(" ")));
            questions.write("\n");
            questions.flush();
            String line = answers.readLine();
            if (line == null) {
                throw new IOException("python is gone");
            }
            return Arrays.stream(line.split(" ", -1)).map(Oracle::decoded).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String part) {
        return part.equals("=")
                ? ""
                : new String(Base64.getDecoder().decode(part), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
