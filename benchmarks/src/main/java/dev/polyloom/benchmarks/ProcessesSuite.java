package dev.polyloom.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Our pool of worker processes over shared memory beside Python's pools, the other process pool for
 * Java, the JDK's pool of threads, and our own pool over sockets. All live through the whole run;
 * each round puts each question to each of them once.
 */
final class ProcessesSuite {
    static final String OURS = "polyloom, ring";

    private static final String SPARELESS = "polyloom, ring without spares";
    private static final String UNFLAGGED = "polyloom, ring without native access";
    private static final String SOCKET = "polyloom, socket";
    private static final String EXECUTOR = "Python ProcessPoolExecutor";
    private static final String POOL = "multiprocessing.Pool";
    private static final String PP4J = "pp4j";
    private static final String FIXED = "JDK fixed pool";
    private static final List<String> PEERS =
            List.of(EXECUTOR, POOL, PP4J, FIXED, SOCKET, UNFLAGGED);
    private static final Set<String> ALL =
            Set.of(OURS, UNFLAGGED, SOCKET, EXECUTOR, POOL, PP4J, FIXED);
    private static final Set<String> PROCESSES =
            Set.of(OURS, UNFLAGGED, SOCKET, EXECUTOR, POOL, PP4J);
    private static final String TRANSPORT = "POLYLOOM_TRANSPORT";
    private static final double MICROS = 1e-3;
    private static final double MILLIS = 1e-6;
    private static final int WORKERS = 2;

    private final boolean quick;
    private final int rounds;
    private final Duration bound;
    private final Path folder;
    private final List<Question> questions;
    private final Question idle;

    /**
     * Makes the suite.
     *
     * @param folder the folder with the contenders in other languages
     */
    ProcessesSuite(boolean quick, Path folder) {
        this.quick = quick;
        this.folder = folder;
        rounds = quick ? 1 : 7;
        bound = Duration.ofSeconds(quick ? 60 : 120);
        String seconds = quick ? " 0.02" : " 1";
        questions =
                List.of(
                        latency("latency" + seconds),
                        busy("latency" + seconds),
                        submits("submits" + seconds + (quick ? " 200" : " 10000")),
                        map("map" + seconds + (quick ? " 2000" : " 1000000")),
                        payload("payload" + seconds + " 1048576"),
                        open("open" + seconds + " 0"),
                        openAfterPause("open" + seconds + (quick ? " 1" : " 2000")),
                        loss("loss" + seconds + (quick ? " 200" : " 2000")));
        idle = idle(quick ? "latency 0.02" : "latency 0.5");
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

    private static Question idle(String command) {
        return new Question(
                command,
                List.of(
                        atMost("idle pool of 2, of a core", "%", 1, 0.5),
                        atMost("idle pool of 2, private memory a worker", "MiB", 0x1p-20, 40)),
                OURS,
                PROCESSES,
                false);
    }

    private static Metric atMost(String name, String unit, double scale, double most) {
        return new Metric(name, unit, scale, Bar.atMost(most, unit), EXECUTOR);
    }

    List<Row> run() {
        List<Contestant> contestants = entries().stream().map(Contestant::new).toList();
        try {
            for (int round = quick ? 1 : 0; round <= rounds; round++) {
                System.err.printf("processes: round %d of %d%n", round, rounds);
                for (Question question : questions) {
                    ask(question, contestants, round > 0);
                }
            }
            System.err.println("processes: idle pools");
            contestants.stream().filter(contestant -> !quick).forEach(Contestant::close);
            new IdlePools(idle, Duration.ofMillis(quick ? 0 : 5_000), watching())
                    .measure(contestants, bound, quick ? 1 : 3);
            return rows(contestants);
        } finally {
            contestants.forEach(Contestant::close);
        }
    }

    private Duration watching() {
        return Duration.ofMillis(quick ? 200 : 20_000);
    }

    private void ask(Question question, List<Contestant> contestants, boolean counts) {
        List<ContenderProcess> spinners = new ArrayList<>();
        try {
            for (int i = 0;
                    question.busy() && i < Runtime.getRuntime().availableProcessors();
                    i++) {
                spinners.add(spinner());
            }
            for (Contestant contestant : contestants) {
                contestant.ask(question, bound, counts);
            }
        } catch (IOException e) {
            contestants.forEach(contestant -> contestant.failed(question, e));
        } finally {
            spinners.forEach(ContenderProcess::close);
        }
    }

    private ContenderProcess spinner() throws IOException {
        ContenderProcess spinner =
                ContenderProcess.start(
                        "a spinning process",
                        ContenderProcess.javaCommand(Spinner.class, List.of()),
                        Map.of());
        try {
            spinner.ask("spin", bound);
            return spinner;
        } catch (IOException e) {
            spinner.close();
            throw e;
        }
    }

    private List<Contestant.Entry> entries() {
        String granted = "--enable-native-access=ALL-UNNAMED";
        return List.of(
                ours(OURS, List.of(granted), transport("ring")),
                ours(SPARELESS, List.of(granted), spareless()),
                python(EXECUTOR, "executor"),
                python(POOL, "pool"),
                java(PP4J, "pp4j"),
                java(FIXED, "fixed-pool"),
                ours(SOCKET, List.of(granted), transport("socket")),
                ours(UNFLAGGED, List.of(), transport("ring")));
    }

    private static Map<String, String> transport(String transport) {
        return Map.of(TRANSPORT, transport);
    }

    private static Map<String, String> spareless() {
        return Map.of(TRANSPORT, "ring", "POLYLOOM_PROCESS_SPARE", "off");
    }

    private static Contestant.Entry ours(
            String name, List<String> flags, Map<String, String> environment) {
        return new Contestant.Entry(
                name,
                command(flags, "polyloom"),
                environment,
                environment.getOrDefault(TRANSPORT, ""));
    }

    private static Contestant.Entry java(String name, String pool) {
        return new Contestant.Entry(name, command(List.of(), pool), Map.of(), "");
    }

    private static List<String> command(List<String> flags, String pool) {
        return ContenderProcess.javaCommand(
                ProcessContender.class, flags, pool, Integer.toString(WORKERS));
    }

    private Contestant.Entry python(String name, String kind) {
        String script = folder.resolve("python/process_pool.py").toString();
        return new Contestant.Entry(
                name, List.of("python3", script, Integer.toString(WORKERS), kind), Map.of(), "");
    }

    private List<Row> rows(List<Contestant> contestants) {
        List<Question> all = new ArrayList<>(questions);
        all.add(idle);
        List<Row> rows = new ArrayList<>();
        for (Question question : all) {
            for (Metric metric : question.metrics()) {
                PEERS.stream()
                        .filter(question.contenders()::contains)
                        .map(peer ->
                                row(
                                        metric,
                                        named(contestants, question.ours()),
                                        named(contestants, peer)))
                        .forEach(rows::add);
            }
        }
        return rows;
    }

    private static Contestant named(List<Contestant> contestants, String name) {
        return contestants.stream().filter(c -> c.name().equals(name)).findAny().orElseThrow();
    }

    private static Row row(Metric metric, Contestant ours, Contestant peer) {
        return Row.judged(
                metric.name() + ours.remark(metric),
                ours.figure(metric),
                metric.unit(),
                peer.name() + peer.remark(metric),
                peer.figure(metric),
                metric.barPeer().equals(peer.name()) ? metric.bar() : null);
    }
}
