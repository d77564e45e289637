package dev.polyloom.benchmarks;

import static dev.polyloom.benchmarks.ChannelContenders.GO;
import static dev.polyloom.benchmarks.ChannelContenders.JCTOOLS;
import static dev.polyloom.benchmarks.ChannelContenders.KOTLIN;
import static dev.polyloom.benchmarks.ChannelContenders.OURS;
import static dev.polyloom.benchmarks.ChannelContenders.RUST;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The questions of the suite {@code channels}, with the bars that ours are to keep. */
final class ChannelQuestions {
    /** Stands in a metric for the fastest of the peers that a bar may stand beside. */
    static final String BEST = "the best peer";

    /** Peers that are only reported beside virtual threads: what they run are no threads. */
    static final Set<String> COROUTINES = Set.of(KOTLIN);

    /** Peers that are only reported: they do not run on the JVM. */
    static final Set<String> FOREIGN = Set.of(RUST, GO);

    private static final Set<String> MEETING =
            Set.of("SynchronousQueue", "LinkedTransferQueue", "jox", KOTLIN, GO);
    private static final Set<String> BOUNDED =
            Set.of("ArrayBlockingQueue", "LinkedBlockingQueue", "jox", KOTLIN, GO);
    private static final Set<String> UNBOUNDED =
            Set.of(JCTOOLS, "LinkedBlockingQueue", "LinkedTransferQueue", "jox", KOTLIN);

    private final String seconds;
    private final int items;

    /**
     * Questions whose contenders live at the same time. Each kind of work has processes of its own,
     * as the other kinds would change what a JVM makes of the code.
     */
    record Group(String name, List<Question> questions) {}

    private ChannelQuestions(String seconds, int items) {
        this.seconds = seconds;
        this.items = items;
    }

    /**
     * Returns all questions.
     *
     * @param seconds for how long a contender is to work at one
     * @param items how long the list is that is mapped
     */
    static List<Group> all(String seconds, int items) {
        ChannelQuestions make = new ChannelQuestions(seconds, items);
        return List.of(
                make.platformSmall(),
                make.platformBuffered(),
                make.virtualSmall(),
                make.virtualBuffered(),
                make.unbounded(),
                make.pool(),
                make.map(),
                make.lock());
    }

    private Group platformSmall() {
        return new Group(
                "platform threads, no or little capacity",
                List.of(
                        flow("platform", 1, 1, 0, 0.50),
                        flow("platform", 1, 1, 1, 0.50),
                        echo("platform", 0.85)));
    }

    private Group platformBuffered() {
        return new Group(
                "platform threads, capacity",
                List.of(
                        flow("platform", 1, 1, 16, 0.80),
                        flow("platform", 4, 4, 16, 0.80),
                        flow("platform", 1, 1, 1024, 1.05),
                        flow("platform", 2, 2, 1024, 0.80),
                        flow("platform", 4, 4, 1024, 0.80)));
    }

    private Group virtualSmall() {
        return new Group(
                "virtual threads, no or little capacity",
                List.of(
                        flow("virtual", 1, 1, 0, 1.10),
                        flow("virtual", 1, 1, 1, 1.10),
                        echo("virtual", Double.NaN)));
    }

    private Group virtualBuffered() {
        return new Group(
                "virtual threads, capacity",
                List.of(
                        flow("virtual", 1, 1, 16, 0.80),
                        flow("virtual", 1, 1, 1024, 0.80),
                        flow("virtual", 100, 100, 16, 0.90),
                        flow("virtual", 100, 100, 1024, 0.80)));
    }

    private Group unbounded() {
        return new Group(
                "unbounded",
                List.of(
                        flow("platform", 1, 1, Link.UNBOUNDED, 1.05),
                        flow("platform", 2, 2, Link.UNBOUNDED, 1.05),
                        flow("virtual", 1, 1, Link.UNBOUNDED, Double.NaN)));
    }

    private Group pool() {
        return single(
                "pool: submit, then get",
                "submits " + seconds,
                1.10,
                "ForkJoinPool",
                Set.of("ForkJoinPool", "fixed pool"));
    }

    private Group map() {
        return single(
                "pool: map of %,d boxed".formatted(items),
                "map " + items,
                0.90,
                "parallelStream",
                Set.of("parallelStream"));
    }

    private Group lock() {
        return single(
                "mutex, nobody else wants it",
                "lock " + seconds,
                1.05,
                "ReentrantLock",
                Set.of("ReentrantLock"));
    }

    private static Group single(
            String name, String command, double most, String barPeer, Set<String> peers) {
        return new Group(name, List.of(question(name, command, most, barPeer, peers)));
    }

    private Question flow(String kind, int senders, int receivers, int capacity, double most) {
        boolean oneToOne = senders == 1 && receivers == 1;
        String name =
                switch (capacity) {
                    case 0 -> "rendezvous";
                    case Link.UNBOUNDED -> "unbounded";
                    default -> "capacity " + capacity;
                };
        Set<String> peers =
                switch (capacity) {
                    case 0 -> MEETING;
                    case Link.UNBOUNDED -> UNBOUNDED;
                    default -> BOUNDED;
                };
        return question(
                "%s, %d:%d, %s".formatted(kind, senders, receivers, name),
                "flow %s %d %d %d %s".formatted(kind, senders, receivers, capacity, seconds),
                most,
                capacity == Link.UNBOUNDED ? JCTOOLS : BEST,
                // Rust's channels have one receiver, and its threads are the system's.
                oneToOne && kind.equals("platform") ? with(peers, RUST) : peers);
    }

    private Question echo(String kind, double most) {
        return question(
                kind + ", ping-pong, capacity 1",
                "echo %s 1 %s".formatted(kind, seconds),
                most,
                BEST,
                kind.equals("platform") ? with(BOUNDED, RUST) : BOUNDED);
    }

    private static Question question(
            String name, String command, double most, String barPeer, Set<String> peers) {
        @Nullable Bar bar = Double.isNaN(most) ? null : Bar.atMostRatio(most);
        return new Question(
                command,
                List.of(new Metric(name, "ns", 1, bar, barPeer)),
                OURS,
                with(peers, OURS),
                false);
    }

    private static Set<String> with(Set<String> peers, String further) {
        return Stream.concat(peers.stream(), Stream.of(further)).collect(Collectors.toSet());
    }
}
