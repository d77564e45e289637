package dev.polyloom.benchmarks;

import dev.polyloom.python.PythonSyntaxException;
import dev.polyloom.python.Script;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Python programs, translated, beside python3. Each program measures its own work and prints the
 * seconds as its last line; what a run takes from its start to its end, translation and compilation
 * included, is measured from outside. Rounds of ours and of python3 alternate.
 */
final class PythonSuite {
    private static final String PEER = "python3";
    private static final long MOST_SECONDS = 120;
    private static final Bar TWENTY_TIMES = atMostPart(20);
    private static final Bar TEN_TIMES = atMostPart(10);

    private final boolean quick;
    private final Path programs;

    /**
     * A program.
     *
     * @param file its name without ending
     * @param metric what it shows
     * @param whole whether what counts is the time from its start to its end
     */
    private record Case(String file, String metric, boolean whole, @Nullable Bar bar) {}

    private static final List<Case> CASES =
            List.of(
                    new Case("primes_threads", "primes in two threads", false, TWENTY_TIMES),
                    new Case("int_loop", "t += i*i % 7, 20,000,000 times", false, TEN_TIMES),
                    new Case(
                            "sleepers",
                            "10,000 threads that sleep for 100 ms",
                            false,
                            Bar.atMost(1_000, "ms")),
                    new Case(
                            "hundred_lines",
                            "translate, compile and run 100 lines, cold",
                            true,
                            Bar.atMost(1_500, "ms")),
                    new Case("fib", "fib(30)", false, null),
                    new Case("nbody", "planets as lists of floats", false, null),
                    new Case("sieve", "sieve over a list", false, null),
                    new Case("word_count", "words counted in a dict", false, null),
                    new Case("text_building", "text put together", false, null),
                    new Case("methods", "methods and attributes", false, null),
                    new Case("generators", "generators", false, null),
                    new Case("module_loop", "loop at module level", false, null));

    PythonSuite(boolean quick, Path folder) {
        this.quick = quick;
        this.programs = folder.resolve("python/programs");
    }

    private static Bar atMostPart(double times) {
        return new Bar("ratio <= 1/%.0f".formatted(times), (ours, peer) -> ours * times <= peer);
    }

    List<Row> run() throws IOException, InterruptedException {
        Map<Case, List<Double>> ours = new HashMap<>();
        Map<Case, List<Double>> peers = new HashMap<>();
        for (int round = 0; round < (quick ? 1 : 5); round++) {
            System.err.printf("python: round %d%n", round + 1);
            for (Case each : CASES) {
                String file = programs.resolve(each.file + ".py").toString();
                List<String> own = ContenderProcess.javaCommand(PythonSuite.class, List.of(), file);
                ours.computeIfAbsent(each, key -> new ArrayList<>()).add(milliseconds(own, each));
                peers.computeIfAbsent(each, key -> new ArrayList<>())
                        .add(milliseconds(List.of(PEER, file), each));
            }
        }
        return CASES.stream()
                .map(each ->
                        Row.judged(
                                each.metric,
                                Statistics.median(ours.getOrDefault(each, List.of())),
                                "ms",
                                PEER,
                                Statistics.median(peers.getOrDefault(each, List.of())),
                                each.bar))
                .toList();
    }

    private static double milliseconds(List<String> command, Case what)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process process =
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                        .start();
        CompletableFuture.delayedExecutor(MOST_SECONDS, TimeUnit.SECONDS)
                .execute(process::destroyForcibly);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        double whole = (System.nanoTime() - begun) / 1e6;
        if (code != 0) {
            throw new IOException("%s ended with %d: %s".formatted(command, code, out));
        }
        String[] lines = out.strip().split("\n", -1);
        return what.whole ? whole : Double.parseDouble(lines[lines.length - 1]) * 1e3;
    }

    /**
     * Runs a Python program, as {@code polyloom run} does.
     *
     * @param args its file
     * @throws IOException if it cannot be read
     * @throws PythonSyntaxException if it is not Python
     */
    public static void main(String... args) throws IOException, PythonSyntaxException {
        OutputStream out = new ByteArrayOutputStream();
        int code =
                Script.compile(Path.of(args[0]))
                        .run(List.of(), new ByteArrayInputStream(new byte[0]), out, System.err);
        System.out.print(out);
        System.out.flush();
        System.exit(code);
    }
}
