package dev.polyloom.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Python programs under the command {@code polyloom run}, beside python3. Each program measures its
 * own work and prints the seconds as its last line; what a run takes from its start to its end,
 * translation and compilation included, is measured from outside. Rounds of ours and of python3
 * alternate.
 */
final class PythonSuite {
    private static final String PEER = "python3";
    private static final String CACHE = "POLYLOOM_PROCESS_CACHE";
    private static final long MOST_SECONDS = 120;
    private static final Bar TWENTY_TIMES = atMostPart(20);
    private static final Bar TEN_TIMES = atMostPart(10);

    private final boolean quick;
    private final Path programs;
    private final String command;

    /** What counts of a run. */
    private enum Time {
        /** What the program says it took. */
        OWN,
        /** All of it, where nothing is kept of an earlier run. */
        COLD,
        /** All of it, where the compiled program is kept. */
        CACHED
    }

    /**
     * A program.
     *
     * @param file its name without ending
     * @param metric what it shows
     * @param time what counts
     */
    private record Case(String file, String metric, Time time, @Nullable Bar bar) {}

    private static final List<Case> CASES =
            List.of(
                    new Case("primes_threads", "primes in two threads", Time.OWN, TWENTY_TIMES),
                    new Case("int_loop", "t += i*i % 7, 20,000,000 times", Time.OWN, TEN_TIMES),
                    new Case(
                            "sleepers",
                            "10,000 threads that sleep for 100 ms",
                            Time.OWN,
                            Bar.atMost(1_000, "ms")),
                    new Case(
                            "hundred_lines",
                            "translate, compile and run 100 lines, cold",
                            Time.COLD,
                            Bar.atMost(1_500, "ms")),
                    new Case(
                            "hundred_lines",
                            "run 100 lines from the cache",
                            Time.CACHED,
                            Bar.atMost(400, "ms")),
                    new Case("fib", "fib(30)", Time.OWN, null),
                    new Case("nbody", "planets as lists of floats", Time.OWN, null),
                    new Case("sieve", "sieve over a list", Time.OWN, null),
                    new Case("word_count", "words counted in a dict", Time.OWN, null),
                    new Case("text_building", "text put together", Time.OWN, null),
                    new Case("methods", "methods and attributes", Time.OWN, null),
                    new Case("generators", "generators", Time.OWN, null),
                    new Case("module_loop", "loop at module level", Time.OWN, null));

    PythonSuite(boolean quick, Path folder) {
        this.quick = quick;
        this.programs = folder.resolve("python/programs");
        this.command = folder.resolveSibling("polyloom").toString();
    }

    private static Bar atMostPart(double times) {
        return new Bar("ratio <= 1/%.0f".formatted(times), (ours, peer) -> ours * times <= peer);
    }

    List<Row> run() throws IOException, InterruptedException {
        Map<Case, List<Double>> ours = new HashMap<>();
        Map<Case, List<Double>> peers = new HashMap<>();
        Path kept = Files.createTempDirectory("polyloom-benchmark");
        try {
            for (Case each : CASES) {
                if (each.time == Time.CACHED) {
                    milliseconds(ours(each), each, kept);
                }
            }
            for (int round = 0; round < (quick ? 1 : 5); round++) {
                System.err.printf("python: round %d%n", round + 1);
                for (Case each : CASES) {
                    ours.computeIfAbsent(each, key -> new ArrayList<>()).add(measured(each, kept));
                    peers.computeIfAbsent(each, key -> new ArrayList<>())
                            .add(milliseconds(List.of(PEER, file(each)), each, kept));
                }
            }
        } finally {
            delete(kept);
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

    private String file(Case what) {
        return programs.resolve(what.file + ".py").toString();
    }

    private List<String> ours(Case what) {
        return List.of(command, "run", file(what));
    }

    private double measured(Case what, Path kept) throws IOException, InterruptedException {
        if (what.time != Time.COLD) {
            return milliseconds(ours(what), what, kept);
        }
        Path empty = Files.createTempDirectory("polyloom-benchmark");
        try {
            return milliseconds(ours(what), what, empty);
        } finally {
            delete(empty);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static double milliseconds(List<String> command, Case what, Path cache)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().put(CACHE, cache.toString());
        long begun = System.nanoTime();
        Process process = builder.start();
        CompletableFuture.delayedExecutor(MOST_SECONDS, TimeUnit.SECONDS)
                .execute(process::destroyForcibly);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        double whole = (System.nanoTime() - begun) / 1e6;
        if (code != 0) {
            throw new IOException("%s ended with %d: %s".formatted(command, code, out));
        }
        String[] lines = out.strip().split("\n", -1);
        return what.time == Time.OWN ? Double.parseDouble(lines[lines.length - 1]) * 1e3 : whole;
    }
}
