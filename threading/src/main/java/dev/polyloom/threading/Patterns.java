package dev.polyloom.threading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ways for threads to work together, each as one call. See {@link Pipeline} and {@link Retry} for
 * two more.
 *
 * <p>A call starts threads that cost little, and returns when they have ended. The first failure of
 * one of them ends all: they are interrupted, and the call fails with a {@link JoinException} whose
 * cause it is. So does an interrupt of the thread that calls.
 */
public final class Patterns {
    private Patterns() {}

    /**
     * Makes elements.
     *
     * @param <T> the type of the elements
     */
    @FunctionalInterface
    public interface Producer<T> {
        /**
         * Makes elements until there are no more.
         *
         * @param out where they go
         * @throws Exception if it fails
         */
        void produce(Sender<T> out) throws Exception;
    }

    /**
     * Has producers make elements that consumers take, each element one consumer. Producers wait
     * while there is no room.
     *
     * <pre>{@code
     * Patterns.<String>produceAndConsume(
     *         List.of(out -> out.send("a"), out -> out.send("b")), 16, 4, word -> seen.add(word));
     * }</pre>
     *
     * @param producers the producers, a thread each
     * @param capacity for how many elements there is room between them, at least 0
     * @param consumers how many threads consume, at least 1
     * @param action what they do with an element
     * @param <T> the type of the elements, which are not null
     * @throws IllegalArgumentException if the capacity is negative, or there is no consumer
     * @throws JoinException if something fails; the cause is the first failure
     * @throws InterruptedException if this thread is interrupted, before or meanwhile
     */
    public static <T> void produceAndConsume(
            List<? extends Producer<T>> producers,
            int capacity,
            int consumers,
            Consumer<? super T> action)
            throws InterruptedException {
        Objects.requireNonNull(action, "action");
        if (consumers < 1) {
            throw new IllegalArgumentException("at least 1 consumer is needed, not " + consumers);
        }
        ThreadTeam team = team("producers and consumers");
        Channel<T> channel = team.channel(capacity);
        AtomicInteger left = new AtomicInteger(producers.size());
        team.finish(() -> {
            Elements.each(
                    producers,
                    each ->
                            team.start(() -> {
                                each.produce(channel);
                                if (left.decrementAndGet() == 0) {
                                    channel.close();
                                }
                            }));
            if (producers.isEmpty()) {
                channel.close();
            }
            for (int i = 0; i < consumers; i++) {
                team.start(() -> consume(channel, action));
            }
        });
    }

    private static <T> void consume(Channel<T> channel, Consumer<? super T> action) {
        Elements.each(channel, action::accept);
    }

    private static ThreadTeam team(String what) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return new ThreadTeam(what);
    }

    /**
     * Gives one request to several functions at the same time, and gathers their results.
     *
     * <pre>{@code
     * List<Integer> prices =
     *         Patterns.scatterAndGather("tea", List.of(shop::priceOf, market::priceOf));
     * }</pre>
     *
     * @param request the request, given to all
     * @param functions the functions, a thread each
     * @param <T> the type of the request
     * @param <R> the type of the results, which may be null
     * @return the results in the order of the functions
     * @throws JoinException if something fails; the cause is the first failure
     * @throws InterruptedException if this thread is interrupted, before or meanwhile
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // what the functions returned
    public static <T extends @Nullable Object, R extends @Nullable Object> List<R> scatterAndGather(
            T request, List<? extends Function<? super T, ? extends R>> functions)
            throws InterruptedException {
        ThreadTeam team = team("scatter and gather");
        @Nullable Object[] results = new Object[functions.size()];
        team.finish(() -> {
            for (int i = 0; i < results.length; i++) {
                Function<? super T, ? extends R> function = functions.get(i);
                int place = i;
                team.start(() -> results[place] = function.apply(request));
            }
        });
        List<R> gathered = new ArrayList<>();
        for (Object each : results) {
            gathered.add((R) each);
        }
        return gathered;
    }

    /**
     * Gives each element to every receiver, in the order of the elements. A receiver may be a few
     * elements behind the others, then these wait for it.
     *
     * <pre>{@code
     * Patterns.broadcast(List.of("a", "b"), List.of(log::add, index::add));
     * }</pre>
     *
     * @param elements the elements, not null; iterated over by this thread
     * @param receivers the receivers, a thread each
     * @param <T> the type of the elements
     * @throws JoinException if something fails; the cause is the first failure
     * @throws InterruptedException if this thread is interrupted, before or meanwhile
     */
    public static <T> void broadcast(
            Iterable<? extends T> elements, List<? extends Consumer<? super T>> receivers)
            throws InterruptedException {
        ThreadTeam team = team("broadcast");
        List<Channel<T>> channels = new ArrayList<>();
        team.finish(() -> {
            Elements.each(
                    receivers,
                    each -> {
                        Channel<T> channel = team.channel();
                        channels.add(channel);
                        team.start(() -> consume(channel, each));
                    });
            Elements.each(elements, element -> Elements.each(channels, each -> each.send(element)));
            channels.forEach(Channel::close);
        });
    }

    /**
     * Does something in a thread of its own, or something else if that takes too long.
     *
     * <pre>{@code
     * String news = Patterns.withTimeout(Duration.ofSeconds(1), () -> fetch(), () -> "no news");
     * }</pre>
     *
     * @param most how long it may take; there is no attempt if it is not positive
     * @param body what is done; interrupted when its time is up, and not waited for then
     * @param fallback gives the result if the time is up; called by this thread
     * @param <T> the type of the result, which may be null
     * @return the result of the one or the other
     * @throws JoinException if the body fails in time; the cause is what it threw
     * @throws InterruptedException if this thread is interrupted, before or meanwhile; the body is
     *     interrupted too
     */
    public static <T extends @Nullable Object> T withTimeout(
            Duration most, Callable<? extends T> body, Supplier<? extends T> fallback)
            throws InterruptedException {
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(fallback, "fallback");
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (Nanos.of(most) <= 0) {
            return fallback.get();
        }
        ThreadHandle<T> thread = Threads.<T>spawn(body::call);
        try {
            return thread.join(most);
        } catch (TimedOutException e) {
            thread.interrupt();
            return fallback.get();
        } catch (InterruptedException e) {
            thread.interrupt();
            throw e;
        }
    }
}
