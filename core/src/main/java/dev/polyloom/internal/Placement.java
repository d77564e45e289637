package dev.polyloom.internal;

import dev.polyloom.Flavor;
import dev.polyloom.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * Decides where the next tasks of an automatic scope run, and on how many platform threads: pure
 * functions of what a sampler saw.
 *
 * <p>A virtual thread that computes holds its carrier until it waits; nothing takes the carrier
 * away from it. While as many tasks compute as there are carriers, tasks that would only wait for a
 * moment queue behind them. A platform thread that waits holds a place in a pool that has but few.
 * So either kind of task harms the other where it does not belong, and belongs elsewhere: tasks
 * that compute on a few platform threads, which the system interrupts in favour of others, tasks
 * that wait on virtual threads, which cost next to nothing while they do.
 *
 * <p>Which kind a task is cannot be seen before it runs; but tasks of the same code are mostly
 * alike. The sampler looks at running tasks at fixed intervals and counts, for the code of each,
 * how often it found it computing and how often waiting. From these counts:
 *
 * <pre>
 * on virtual threads   to platform threads   computing in 3 of 4 looks or more, and all carriers held
 * on platform threads  to virtual threads    waiting in more than 1 of 2 looks
 * </pre>
 *
 * <p>The gap between the two shares keeps tasks that do both where they are. A first move takes
 * four samples of two looks; each further move of the same code twice as many as the last, so that
 * code whose nature changes for ever moves ever more seldom.
 *
 * <p>The pool of platform threads has one for each core, one more for each that was found waiting,
 * and one more for each half second in which tasks were queued and none ended.
 *
 * <p>The parts are known from elsewhere. Go's monitor thread {@code sysmon} looks at what runs, and
 * takes a processor back after 10 ms of computing, or from a thread that waits in a system call
 * ({@code retake} in its {@code runtime/proc.go}); what the JVM cannot take back is kept away here
 * by moving the next tasks. A thread for each that waits is what {@link
 * java.util.concurrent.ForkJoinPool} does for a {@code ManagedBlocker}, and Tokio for {@code
 * block_in_place}, when told; the sampler sees it by itself. Half a second without progress is when
 * the gate thread of .NET's pool adds a worker. Its hill climbing, which tries other sizes and
 * keeps what raises the throughput, was left out: it takes seconds of even load to tell a gain from
 * noise, and a state that was seen needs no guess.
 */
public final class Placement {
    private static final int FIRST_EVIDENCE = 4;
    private static final int MOST_DOUBLINGS = 6;
    private static final int LEAST_LOOKS = 2;
    private static final int STARVED_LOOKS = 50;
    private static final int MOST_PER_CORE = 32;

    private Placement() {}

    /**
     * What was seen of the tasks of one code since they were moved last.
     *
     * @param at where its next tasks run now: {@link Flavor#VIRTUAL} or {@link Flavor#THREADS}
     * @param computing how often one was found computing
     * @param waiting how often one was found waiting
     * @param looks how many looks found any
     * @param moves how often they were moved before
     * @param held carriers that tasks of the scope hold, or platform threads that run one
     * @param of how many carriers, or platform threads, there are
     * @param open tasks of the scope that were submitted and have not ended
     */
    public record Sample(
            Flavor at,
            int computing,
            int waiting,
            int looks,
            int moves,
            int held,
            int of,
            long open) {
        private boolean suffices() {
            int doublings = Math.min(moves, MOST_DOUBLINGS);
            return looks >= LEAST_LOOKS && computing + waiting >= FIRST_EVIDENCE << doublings;
        }
    }

    /**
     * Where the next tasks of a code are to run instead.
     *
     * @param to where
     * @param reason why
     * @param detail why in words, with the numbers
     */
    public record Verdict(Flavor to, ReasonCode reason, String detail) {}

    /**
     * Judges where the next tasks of a code run.
     *
     * @param seen what was seen of them
     * @return where they are to run instead, or null if they stay
     */
    public static @Nullable Verdict judge(Sample seen) {
        if (!seen.suffices()) {
            return null;
        }
        int all = seen.computing + seen.waiting;
        if (seen.at == Flavor.VIRTUAL) {
            return seen.computing * 4 >= all * 3 && seen.held >= seen.of
                    ? new Verdict(Flavor.THREADS, ReasonCode.HOLDS_CARRIERS, computes(seen, all))
                    : null;
        }
        return seen.waiting * 2 > all
                ? new Verdict(Flavor.VIRTUAL, ReasonCode.HOLDS_THREADS, waits(seen, all))
                : null;
    }

    private static String computes(Sample seen, int all) {
        return "%d of %d samples found it computing, and %d of %d carriers were held while %d tasks were open"
                .formatted(seen.computing, all, seen.held, seen.of, seen.open);
    }

    private static String waits(Sample seen, int all) {
        return "%d of %d samples found it waiting, and %d of %d platform threads were held while %d tasks were open"
                .formatted(seen.waiting, all, seen.held, seen.of, seen.open);
    }

    /**
     * What was seen of the pool of platform threads.
     *
     * @param cores the cores that the scope may use
     * @param size its size now
     * @param waiting threads whose task was found waiting
     * @param queued whether tasks wait for a thread
     * @param stuck looks in a row that found tasks queued and none ended since the look before
     */
    public record Crew(int cores, int size, int waiting, boolean queued, int stuck) {}

    /**
     * Tells how many platform threads there should be. It grows at once, while tasks are queued,
     * and shrinks by one a look.
     *
     * @param seen what was seen of the pool
     * @return its new size, at least the number of cores
     */
    public static int threads(Crew seen) {
        int wanted = seen.cores + seen.waiting + seen.stuck / STARVED_LOOKS;
        int most = seen.cores * MOST_PER_CORE;
        if (wanted >= seen.size) {
            return seen.queued ? Math.max(seen.size, Math.min(wanted, most)) : seen.size;
        }
        return Math.max(seen.cores, seen.size - 1);
    }
}
