package dev.polyloom.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every flavor beside the JDK's pools and Python's process pool: latency of one task, single
 * submits, mapped items. All contenders live through the whole run; each round measures each of
 * them once.
 */
final class FlavorsSuite {
    private static final String PYTHON = "Python ProcessPoolExecutor";
    private static final String AUTOMATIC = "map, automatic chunks";

    /** A flavor of ours and those it is put beside. */
    private record Matchup(String ours, List<String> peers) {}

    private static final List<Matchup> MATCHUPS =
            List.of(
                    new Matchup("threads", List.of("fixed-pool", "fork-join-pool", PYTHON)),
                    new Matchup("virtual", List.of("virtual-per-task", PYTHON)),
                    new Matchup("none", List.of("single-thread", PYTHON)),
                    new Matchup("auto", List.of("virtual-per-task", PYTHON)),
                    new Matchup("processes", List.of(PYTHON, "fixed-pool")));

    private static final List<String> JDK_PEERS =
            List.of("fixed-pool", "fork-join-pool", "virtual-per-task", "single-thread");

    /** What is asked of each contender, and what the figures of its answer are called. */
    private record Question(String command, String unit, List<String> metrics) {
        Question(String command, String unit, String metric) {
            this(command, unit, List.of(metric));
        }
    }

    private final int rounds;
    private final List<Question> questions;

    FlavorsSuite(boolean quick) {
        rounds = quick ? 1 : 7;
        String seconds = quick ? "0.05 " : "1 ";
        int few = quick ? 200 : 10_000;
        int many = quick ? 2_000 : 200_000;
        questions =
                List.of(
                        new Question(
                                "latency " + seconds.strip(),
                                "ns",
                                List.of("submit().get() p50", "submit().get() mean")),
                        new Question("submits " + seconds + few, "tasks/s", "single submits"),
                        new Question("map " + seconds + many + " 100", "items/s", "map, chunk 100"),
                        new Question("map " + seconds + few + " 1", "items/s", "map, chunk 1"),
                        new Question("map " + seconds + many + " 0", "items/s", AUTOMATIC));
    }

    List<Row> run() throws IOException {
        Map<String, ContenderProcess> contenders = new LinkedHashMap<>();
        try {
            open(contenders);
            return rows(measure(contenders));
        } finally {
            for (ContenderProcess contender : contenders.values()) {
                contender.close();
            }
        }
    }

    private static void open(Map<String, ContenderProcess> contenders) throws IOException {
        int workers = Runtime.getRuntime().availableProcessors();
        for (Matchup matchup : MATCHUPS) {
            contenders.put(matchup.ours, ContenderProcess.java(matchup.ours, workers));
        }
        for (String peer : JDK_PEERS) {
            contenders.put(peer, ContenderProcess.java(peer, workers));
        }
        openPython(contenders, workers);
    }

    private static void openPython(Map<String, ContenderProcess> contenders, int workers) {
        Path script = Main.folder().resolve("python/process_pool.py");
        try {
            contenders.put(PYTHON, ContenderProcess.python(script, workers));
        } catch (IOException e) {
            System.err.println(
                    "flavors: without python3 its executor is left out: " + e.getMessage());
        }
    }

    /** Returns the figures of all rounds but the first, by contender and metric. */
    private Map<String, Map<String, List<Double>>> measure(Map<String, ContenderProcess> contenders)
            throws IOException {
        Map<String, Map<String, List<Double>>> figures = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            System.err.printf("flavors: round %d of %d%n", round, rounds);
            for (Question question : questions) {
                for (Map.Entry<String, ContenderProcess> contender : contenders.entrySet()) {
                    double[] answer = contender.getValue().ask(question.command);
                    if (round > 0) {
                        keep(figures, contender.getKey(), question, answer);
                    }
                }
            }
        }
        return figures;
    }

    private static void keep(
            Map<String, Map<String, List<Double>>> figures,
            String contender,
            Question question,
            double... answer) {
        Map<String, List<Double>> own =
                figures.computeIfAbsent(contender, name -> new LinkedHashMap<>());
        for (int i = 0; i < answer.length; i++) {
            own.computeIfAbsent(question.metrics.get(i), metric -> new ArrayList<>())
                    .add(answer[i]);
        }
    }

    private List<Row> rows(Map<String, Map<String, List<Double>>> figures) {
        List<Row> rows = new ArrayList<>();
        for (Question question : questions) {
            for (String metric : question.metrics) {
                for (Matchup matchup : MATCHUPS) {
                    addRows(rows, figures, matchup, metric, question.unit);
                }
            }
        }
        return rows;
    }

    private static void addRows(
            List<Row> rows,
            Map<String, Map<String, List<Double>>> figures,
            Matchup matchup,
            String metric,
            String unit) {
        double ours = median(figures, matchup.ours, metric);
        for (String peer : matchup.peers) {
            if (figures.containsKey(peer)) {
                double theirs = median(figures, peer, comparable(metric));
                rows.add(Row.report(matchup.ours + ": " + metric, ours, unit, peer, theirs));
            }
        }
    }

    /** Peers do not choose their chunks: our own choice is put beside their better figure. */
    private static String comparable(String metric) {
        return metric.equals(AUTOMATIC) ? "map, chunk 100" : metric;
    }

    private static double median(
            Map<String, Map<String, List<Double>>> figures, String contender, String metric) {
        Map<String, List<Double>> own = figures.get(contender);
        List<Double> values = own == null ? null : own.get(metric);
        if (values == null) {
            throw new IllegalStateException(contender + " gave no figure for " + metric);
        }
        return Statistics.median(values);
    }
}
