package dev.polyloom.threading;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Stages that elements pass one after the other, each with threads of its own and a little room
 * before it, so that a slow stage holds up those before it. Describes what is done; each run starts
 * its own threads. Immutable.
 *
 * <pre>{@code
 * List<Integer> sizes = Pipeline.from(List.of("a", "bcd"))
 *         .stage(2, String::strip)
 *         .orderedStage(4, String::length)
 *         .toList();
 * }</pre>
 *
 * <p>The first failure of the source, a stage or what takes the results ends the whole run: its
 * threads are interrupted, and the run fails with that failure when they have ended. No thread of a
 * run is left when it ends.
 *
 * @param <T> the type of what comes out, which is not null
 */
public final class Pipeline<T> {
    private static final int MOST_THREADS = 10_000;

    private final Part<T> last;

    private Pipeline(Part<T> last) {
        this.last = last;
    }

    /**
     * What a stage does with an element.
     *
     * @param <T> the type of the element
     * @param <R> the type of the result
     */
    @FunctionalInterface
    public interface Step<T, R> {
        /**
         * Does it.
         *
         * @param element the element
         * @return the result, not null
         * @throws Exception if it fails
         */
        R apply(T element) throws Exception;
    }

    /** Starts a stage and all before it, and returns what comes out of it. */
    private interface Part<T> {
        Channel<T> start(ThreadTeam team);
    }

    /**
     * Begins a pipeline.
     *
     * @param source the elements, not null; iterated over by one thread a run
     * @param <T> the type of the elements
     * @return a pipeline without stages
     */
    public static <T> Pipeline<T> from(Iterable<? extends T> source) {
        Objects.requireNonNull(source, "source");
        return new Pipeline<>(team -> {
            Channel<T> out = team.channel();
            team.start(() -> {
                Elements.each(source, out::send);
                out.close();
            });
            return out;
        });
    }

    /**
     * Adds a stage. With several threads the elements may overtake each other.
     *
     * @param threads how many threads do it, at least 1
     * @param step what they do
     * @param <R> the type of the results
     * @return a pipeline with one stage more
     * @throws IllegalArgumentException if there are less than 1 or more than 10,000 threads
     */
    public <R> Pipeline<R> stage(int threads, Step<? super T, ? extends R> step) {
        check(threads, step);
        return new Pipeline<>(team -> {
            Channel<T> in = last.start(team);
            Channel<R> out = team.channel();
            startWorkers(team, threads, in, each -> out.send(step.apply(each)), out::close);
            return out;
        });
    }

    /**
     * Adds a stage whose results come out in the order of its elements, however many threads there
     * are. As many elements as threads, and a few more, may wait for a slow one.
     *
     * @param threads how many threads do it, at least 1
     * @param step what they do
     * @param <R> the type of the results
     * @return a pipeline with one stage more
     * @throws IllegalArgumentException if there are less than 1 or more than 10,000 threads
     */
    public <R> Pipeline<R> orderedStage(int threads, Step<? super T, ? extends R> step) {
        check(threads, step);
        return new Pipeline<>(team -> {
            Channel<T> in = last.start(team);
            Channel<Turn<T, R>> work = team.channel(threads);
            Channel<Turn<T, R>> order = team.channel(2 * threads);
            Channel<R> out = team.channel();
            team.start(() -> {
                Elements.each(
                        in,
                        each -> {
                            Turn<T, R> turn = new Turn<>(each, Channel.bounded(1));
                            order.send(turn);
                            work.send(turn);
                        });
                order.close();
                work.close();
            });
            startWorkers(
                    team,
                    threads,
                    work,
                    turn -> turn.result.send(step.apply(turn.element)),
                    () -> {});
            team.start(() -> {
                Elements.each(order, turn -> out.send(turn.result.receive()));
                out.close();
            });
            return out;
        });
    }

    private static void check(int threads, Step<?, ?> step) {
        Objects.requireNonNull(step, "step");
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException(
                    "a stage has from 1 to %d threads, not %d".formatted(MOST_THREADS, threads));
        }
    }

    /** An element, and a place for its result. */
    private record Turn<T, R>(T element, Channel<R> result) {}

    private static <T> void startWorkers(
            ThreadTeam team,
            int threads,
            Channel<T> in,
            Elements.Use<? super T, Exception> use,
            Runnable atEnd) {
        AtomicInteger left = new AtomicInteger(threads);
        for (int i = 0; i < threads; i++) {
            team.start(() -> {
                Elements.each(in, use);
                if (left.decrementAndGet() == 0) {
                    atEnd.run();
                }
            });
        }
    }

    /**
     * Runs the pipeline, and gives each result to an action, one after the other.
     *
     * @param action what takes the results; called by this thread
     * @throws JoinException if something fails; the cause is the first failure
     * @throws InterruptedException if this thread is interrupted, before or meanwhile
     */
    public void forEach(Consumer<? super T> action) throws InterruptedException {
        Objects.requireNonNull(action, "action");
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        ThreadTeam team = new ThreadTeam("pipeline");
        team.finish(() -> {
            Channel<T> out = last.start(team);
            boolean more = true;
            while (more) {
                more = next(out, action);
            }
        });
    }

    /** Does one element; false at the end. An interrupt is one, unlike in an iterator. */
    private static <T> boolean next(Channel<T> channel, Consumer<? super T> action)
            throws InterruptedException {
        T element;
        try {
            element = channel.receive();
        } catch (ReceiveException e) {
            return false;
        }
        action.accept(element);
        return true;
    }

    /**
     * Runs the pipeline, and collects the results.
     *
     * @return the results; cannot be modified
     * @throws JoinException if something fails; the cause is the first failure
     * @throws InterruptedException if this thread is interrupted, before or meanwhile
     */
    public List<T> toList() throws InterruptedException {
        List<T> results = new ArrayList<>();
        forEach(results::add);
        return List.copyOf(results);
    }
}
