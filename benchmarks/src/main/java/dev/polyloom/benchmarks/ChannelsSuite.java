package dev.polyloom.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Our channels, pool and mutex beside the JDK's, JCTools', jox', Kotlin's and, only reported,
 * Rust's and Go's. The contenders of one kind of work live through all rounds of it; each round
 * puts each question to each of them once.
 */
final class ChannelsSuite {
    private static final Duration BOUND = Duration.ofSeconds(60);

    private final boolean quick;
    private final int rounds;
    private final Path sources;
    private final List<ChannelQuestions.Group> warming;
    private final List<ChannelQuestions.Group> groups;

    /**
     * Makes the suite.
     *
     * @param sources the folder with the contenders in other languages
     */
    ChannelsSuite(boolean quick, Path sources) {
        this.quick = quick;
        this.sources = sources;
        rounds = quick ? 1 : 15;
        int items = quick ? 100_000 : 10_000_000;
        warming = ChannelQuestions.all("0.6", items);
        groups = ChannelQuestions.all(quick ? "0.01" : "0.1", items);
    }

    List<Row> run() throws IOException {
        Path built = Files.createTempDirectory("polyloom-channels");
        try {
            List<Contestant.Entry> entries = ChannelContenders.entries(sources, built);
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < groups.size(); i++) {
                rows.addAll(run(warming.get(i), groups.get(i), entries));
            }
            return rows;
        } finally {
            delete(built);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private List<Row> run(
            ChannelQuestions.Group warm,
            ChannelQuestions.Group group,
            List<Contestant.Entry> entries) {
        List<Contestant> contestants = contestants(group, entries);
        try {
            for (int round = quick ? 1 : 0; round <= rounds; round++) {
                System.err.printf("channels: %s: round %d of %d%n", group.name(), round, rounds);
                boolean counts = round > 0;
                for (Question question : (counts ? group : warm).questions()) {
                    contestants.forEach(contestant -> contestant.ask(question, BOUND, counts));
                }
            }
            return group.questions().stream()
                    .flatMap(question -> rows(question, contestants).stream())
                    .toList();
        } finally {
            contestants.forEach(Contestant::close);
        }
    }

    private static List<Contestant> contestants(
            ChannelQuestions.Group group, List<Contestant.Entry> entries) {
        return entries.stream()
                .filter(entry ->
                        group.questions().stream()
                                .anyMatch(asked -> asked.contenders().contains(entry.name())))
                .map(Contestant::new)
                .toList();
    }

    private static List<Row> rows(Question question, List<Contestant> contestants) {
        Metric metric = question.metrics().getFirst();
        List<Contestant> asked =
                contestants.stream()
                        .filter(contestant -> question.contenders().contains(contestant.name()))
                        .toList();
        Contestant ours = asked.getFirst();
        String judge = judge(question, metric, asked);
        return asked.stream()
                .skip(1)
                .map(peer -> row(metric, ours, peer, peer.name().equals(judge)))
                .toList();
    }

    /** Returns the peer that the bar stands beside. */
    private static @Nullable String judge(
            Question question, Metric metric, List<Contestant> asked) {
        if (!metric.barPeer().equals(ChannelQuestions.BEST)) {
            return metric.barPeer();
        }
        boolean light = question.command().contains(" virtual ");
        Optional<Contestant> best =
                asked.stream()
                        .skip(1)
                        .filter(peer -> !ChannelQuestions.FOREIGN.contains(peer.name()))
                        .filter(peer ->
                                !light || !ChannelQuestions.COROUTINES.contains(peer.name()))
                        .filter(peer -> Double.isFinite(peer.figure(metric)))
                        .min(Comparator.comparingDouble(peer -> peer.figure(metric)));
        return best.map(Contestant::name).orElse(null);
    }

    private static Row row(Metric metric, Contestant ours, Contestant peer, boolean judges) {
        return Row.judged(
                metric.name() + ours.remark(metric),
                ours.figure(metric),
                metric.unit(),
                peer.name() + peer.remark(metric),
                peer.figure(metric),
                judges ? metric.bar() : null);
    }
}
