package dev.polyloom.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Our pool of worker processes over shared memory beside Python's pools, the other process pool for
 * Java, the JDK's pool of threads, our own pool over sockets, and memory read without any pool. All
 * live through the whole run; each round puts each question to each of them once.
 */
final class ProcessesSuite {
    private static final List<String> PEERS =
            List.of(
                    ProcessContenders.EXECUTOR,
                    ProcessContenders.POOL,
                    ProcessContenders.PP4J,
                    ProcessContenders.FIXED,
                    ProcessContenders.FLOOR,
                    ProcessContenders.SOCKET,
                    ProcessContenders.UNFLAGGED);

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
        questions = ProcessQuestions.ofEachRound(quick);
        idle = ProcessQuestions.idle(quick);
    }

    List<Row> run() {
        List<Contestant> contestants =
                ProcessContenders.entries(folder).stream().map(Contestant::new).toList();
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
            int busy = question.busy() ? Runtime.getRuntime().availableProcessors() : 0;
            for (int i = 0; i < busy; i++) {
                spinners.add(spinner());
            }
            contestants.forEach(contestant -> contestant.ask(question, bound, counts));
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
