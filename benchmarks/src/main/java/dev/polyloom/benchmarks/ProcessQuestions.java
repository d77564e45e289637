package dev.polyloom.benchmarks;

import static dev.polyloom.benchmarks.ProcessContenders.EXECUTOR;
import static dev.polyloom.benchmarks.ProcessContenders.FIXED;
import static dev.polyloom.benchmarks.ProcessContenders.FLOOR;
import static dev.polyloom.benchmarks.ProcessContenders.OURS;
import static dev.polyloom.benchmarks.ProcessContenders.POOL;
import static dev.polyloom.benchmarks.ProcessContenders.PP4J;
import static dev.polyloom.benchmarks.ProcessContenders.SOCKET;
import static dev.polyloom.benchmarks.ProcessContenders.SPARELESS;
import static dev.polyloom.benchmarks.ProcessContenders.UNFLAGGED;

import java.util.List;
import java.util.Set;

/** The questions of the suite {@code processes}, with the bars that ours are to keep. */
final class ProcessQuestions {
    private static final Set<String> ALL =
            Set.of(OURS, UNFLAGGED, SOCKET, EXECUTOR, POOL, PP4J, FIXED);
    private static final Set<String> PROCESSES =
            Set.of(OURS, UNFLAGGED, SOCKET, EXECUTOR, POOL, PP4J);
    private static final double MICROS = 1e-3;
    private static final double MILLIS = 1e-6;

    private ProcessQuestions() {}

    /** Returns what is asked in each round. */
    static List<Question> ofEachRound(boolean quick) {
        String seconds = quick ? " 0.02" : " 1";
        return List.of(
                latency("latency" + seconds),
                busy("latency" + seconds),
                submits("submits" + seconds + (quick ? " 200" : " 10000")),
                map("map" + seconds + (quick ? " 2000" : " 1000000")),
                payload("payload" + seconds + " 1048576"),
                sum("sum" + seconds + (quick ? " 8000000" : " 100000000")),
                open("open" + seconds + " 0"),
                openAfterPause("open" + seconds + (quick ? " 1" : " 2000")),
                loss("loss" + seconds + (quick ? " 200" : " 2000")));
    }

    /**
     * Returns the few tasks that a pool gets before it is left idle, and what is looked at then.
     */
    static Question idle(boolean quick) {
        return new Question(
                quick ? "latency 0.02" : "latency 0.5",
                List.of(
                        atMost("idle pool of 2, of a core", "%", 1, 0.5),
                        atMost("idle pool of 2, private memory a worker", "MiB", 0x1p-20, 40)),
                OURS,
                PROCESSES,
                false);
    }

    private static Question latency(String command) {
        return new Question(
                command,
                List.of(
                        atMost("submit().get() p50", "us", MICROS, 4),
                        atMost("submit().get() mean", "us", MICROS, 8)),
                OURS,
                ALL,
                false);
    }

    private static Question busy(String command) {
        return new Question(
                command,
                List.of(
                        Metric.report("submit().get(), cores busy, p50", "us", MICROS),
                        atMost("submit().get(), cores busy, mean", "us", MICROS, 20)),
                OURS,
                ALL,
                true);
    }

    private static Question submits(String command) {
        Bar bar = Bar.atLeastRatio(200).and(Bar.atLeast(2e6, "tasks/s"));
        return new Question(
                command,
                List.of(new Metric("single submits", "tasks/s", 1, bar, EXECUTOR)),
                OURS,
                ALL,
                false);
    }

    private static Question map(String command) {
        Bar bar = Bar.atLeastRatio(5);
        return new Question(
                command,
                List.of(new Metric("map, automatic chunks", "items/s", 1, bar, POOL)),
                OURS,
                ALL,
                false);
    }

    private static Question payload(String command) {
        return new Question(
                command,
                List.of(
                        atMost("1 MB argument and answer p50", "us", MICROS, 210),
                        Metric.report("1 MB argument and answer mean", "us", MICROS)),
                OURS,
                PROCESSES,
                false);
    }

    private static Question sum(String command) {
        Bar bar = Bar.atMostRatio(1.7);
        return new Question(
                command,
                List.of(
                        new Metric(
                                "100 MB of doubles summed, mapped, warm, p50",
                                "ms",
                                MILLIS,
                                bar,
                                FLOOR),
                        Metric.report(
                                "100 MB of doubles summed, mapped, warm, mean", "ms", MILLIS)),
                OURS,
                Set.of(OURS, FLOOR),
                false);
    }

    private static Question open(String command) {
        return new Question(
                command,
                List.of(
                        atMost("open() to first result, no spare, p50", "ms", MILLIS, 90),
                        Metric.report("open() to first result, no spare, mean", "ms", MILLIS)),
                SPARELESS,
                Set.of(SPARELESS, EXECUTOR, POOL, PP4J, FIXED),
                false);
    }

    private static Question openAfterPause(String command) {
        return new Question(
                command,
                List.of(
                        atMost("open() to first result, 2 s later, p50", "ms", MILLIS, 5),
                        Metric.report("open() to first result, 2 s later, mean", "ms", MILLIS)),
                OURS,
                Set.of(OURS, SOCKET, EXECUTOR, POOL),
                false);
    }

    private static Question loss(String command) {
        return new Question(
                command,
                List.of(atMost("killed worker, over the work itself", "ms", MILLIS, 60)),
                OURS,
                Set.of(OURS, SOCKET, EXECUTOR, POOL, PP4J),
                false);
    }

    private static Metric atMost(String name, String unit, double scale, double most) {
        return new Metric(name, unit, scale, Bar.atMost(most, unit), EXECUTOR);
    }
}
