package dev.polyloom.python.run;

import dev.polyloom.python.Locking;
import dev.polyloom.python.PythonSyntaxException;
import dev.polyloom.python.Script;
import dev.polyloom.python.UnsupportedException;
import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.library.Main;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What runs in a process that a program starts with {@code sys.executable}. */
public final class Child {
    private static final int REFUSED = 2;
    private static final int NO_FILE = 2;

    private Child() {}

    /** Returns the words of a command that runs this class in a JVM like this one. */
    static List<String> command() {
        String places =
                Stream.of(Child.class, None.class, Main.floor())
                        .map(Child::place)
                        .collect(Collectors.joining(File.pathSeparator));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                places,
                Child.class.getName(),
                Program.current().name());
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a program as {@code python3} would with the words behind the first, the locking. */
    public static void main(String[] words) throws IOException {
        FileOutputStream err = new FileOutputStream(FileDescriptor.err);
        int code;
        try {
            List<String> others = new ArrayList<>(Arrays.asList(words));
            code = run(Locking.valueOf(others.removeFirst()), others, err);
        } catch (MissingException e) {
            err.write((e.getMessage() + "\n").getBytes(StandardCharsets.UTF_8));
            code = e.code;
        } catch (PythonSyntaxException e) {
            err.write(e.report().getBytes(StandardCharsets.UTF_8));
            code = 1;
        } catch (UnsupportedException e) {
            for (Object each : e.findings()) {
                err.write((each + "\n").getBytes(StandardCharsets.UTF_8));
            }
            code = REFUSED;
        }
        Runtime.getRuntime().halt(code);
    }

    /** There is no such program. */
    private static final class MissingException extends IOException {
        private final int code;

        MissingException(String message, int code) {
            super("python3: " + message);
            this.code = code;
        }
    }

    private static int run(Locking locking, List<String> words, FileOutputStream err)
            throws IOException, PythonSyntaxException {
        while (!words.isEmpty() && words.getFirst().matches("-[uBEsSIOqvd]+|-[XW].*")) {
            boolean separate = words.removeFirst().matches("-[XW]");
            if (separate && !words.isEmpty()) {
                words.removeFirst();
            }
        }
        Script program = program(locking, words);
        Script.hearInterrupt();
        return program.run(words, System.in, new FileOutputStream(FileDescriptor.out), err);
    }

    /** Takes the words that name the program off the others. */
    private static Script program(Locking locking, List<String> words)
            throws IOException, PythonSyntaxException {
        if (words.isEmpty() || words.getFirst().equals("-")) {
            String text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
            if (!words.isEmpty()) {
                words.removeFirst();
            }
            return Script.of("-", "<stdin>", text, locking);
        }
        String first = words.removeFirst();
        if (first.equals("-c") && !words.isEmpty()) {
            return Script.of("-c", "<string>", words.removeFirst(), locking);
        }
        if (first.equals("-m") && !words.isEmpty()) {
            String module = words.removeFirst();
            Path file = Path.of(module.replace('.', '/') + ".py");
            return compiled(file, locking, missingModule(module), 1);
        }
        Path file = Path.of(first);
        String missing =
                "can't open file '%s': [Errno 2] No such file or directory"
                        .formatted(file.toAbsolutePath());
        return compiled(file, locking, missing, NO_FILE);
    }

    private static String missingModule(String module) {
        int dot = module.indexOf('.');
        return dot < 0
                ? "No module named " + module
                : "Error while finding module specification for '%s' ".formatted(module)
                        + "(ModuleNotFoundError: No module named '%s')"
                                .formatted(module.substring(0, dot));
    }

    private static Script compiled(Path file, Locking locking, String missing, int code)
            throws IOException, PythonSyntaxException {
        if (!Files.isRegularFile(file)) {
            throw new MissingException(missing, code);
        }
        return Script.compile(file, locking, null);
    }
}
