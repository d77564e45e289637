package dev.polyloom.threading;

import dev.polyloom.threading.channel.CoreChannel;
import dev.polyloom.threading.channel.Offer;
import dev.polyloom.threading.channel.Selection;
import dev.polyloom.threading.channel.Waiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A wait for whichever of several sends and receives can happen first. Exactly one of them happens,
 * and what is to follow on it is then run by the thread that waited. Of several that can happen one
 * is chosen by chance. Clauses may name one channel several times; a send and a receive of one
 * select never meet each other.
 *
 * <pre>{@code
 * String said = new Select<String>()
 *         .receive(orders, order -> "got " + order)
 *         .send(log, line, () -> "logged")
 *         .await();
 * }</pre>
 *
 * <p>A clause whose channel is closed (for a receive, and empty) counts as one that can happen: if
 * it is chosen, the select throws the channel's error. A select may be awaited any number of times;
 * it is not safe for use by several threads at a time.
 *
 * @param <R> the type of what follows returns
 */
public final class Select<R extends @Nullable Object> {
    private final List<Clause<R>> clauses = new ArrayList<>();

    /** Makes a select without clauses. */
    public Select() {}

    /**
     * Adds a receive.
     *
     * @param from the channel
     * @param then what follows on it, given the element
     * @param <T> the type of the elements
     * @return this
     * @throws IllegalArgumentException if it is not a channel of this library
     */
    public <T> Select<R> receive(Receiver<T> from, Function<? super T, ? extends R> then) {
        Objects.requireNonNull(then, "then");
        clauses.add(new Clause<>(channel(from), null, item -> then.apply(Select.<T>cast(item))));
        return this;
    }

    /**
     * Adds a send.
     *
     * @param to the channel
     * @param item the element, not null
     * @param then what follows on it
     * @param <T> the type of the elements
     * @return this
     * @throws IllegalArgumentException if it is not a channel of this library
     */
    public <T> Select<R> send(Sender<T> to, T item, Supplier<? extends R> then) {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(then, "then");
        clauses.add(new Clause<>(channel(to), item, _ -> then.get()));
        return this;
    }

    /**
     * Waits until a clause happens.
     *
     * @return what follows on it returned
     * @throws SendException if the channel of the send that was chosen is closed
     * @throws ReceiveException if the channel of the receive that was chosen is closed and empty
     * @throws InterruptedException if the thread is interrupted, before or meanwhile; then no
     *     clause has happened
     * @throws IllegalStateException if there is no clause
     */
    public R await() throws InterruptedException {
        throwIfInterrupted();
        Selection selection = selection();
        selection.await(Waiter.FOREVER);
        return follow(Objects.requireNonNull(selection.chosen(), "chosen"));
    }

    /**
     * Waits until a clause happens, but not for ever.
     *
     * @param most the longest wait; does not wait if it is not positive
     * @param otherwise what follows if none happens in time
     * @return what follows returned
     * @throws SendException if the channel of the send that was chosen is closed
     * @throws ReceiveException if the channel of the receive that was chosen is closed and empty
     * @throws InterruptedException if the thread is interrupted, before or meanwhile; then no
     *     clause has happened
     * @throws IllegalStateException if there is no clause
     */
    public R await(Duration most, Supplier<? extends R> otherwise) throws InterruptedException {
        Objects.requireNonNull(otherwise, "otherwise");
        long nanos = Nanos.of(most);
        throwIfInterrupted();
        Selection selection = selection();
        if (nanos > 0) {
            selection.await(nanos);
        } else {
            selection.attempt();
        }
        return followOr(selection, otherwise);
    }

    /**
     * Does a clause that can happen now, without waiting.
     *
     * @param otherwise what follows if there is none
     * @return what follows returned
     * @throws SendException if the channel of the send that was chosen is closed
     * @throws ReceiveException if the channel of the receive that was chosen is closed and empty
     * @throws IllegalStateException if there is no clause
     */
    public R orElse(Supplier<? extends R> otherwise) {
        Objects.requireNonNull(otherwise, "otherwise");
        Selection selection = selection();
        selection.attempt();
        return followOr(selection, otherwise);
    }

    private static void throwIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private Selection selection() {
        if (clauses.isEmpty()) {
            throw new IllegalStateException("a select needs at least one clause");
        }
        CoreChannel<?>[] channels = new CoreChannel<?>[clauses.size()];
        Offer[] offers = new Offer[channels.length];
        for (int i = 0; i < channels.length; i++) {
            Clause<R> clause = clauses.get(i);
            channels[i] = clause.channel;
            offers[i] = clause.item == null ? Offer.ofReceive(i) : Offer.ofSend(clause.item, i);
        }
        return new Selection(channels, offers);
    }

    private R followOr(Selection selection, Supplier<? extends R> otherwise) {
        Offer chosen = selection.chosen();
        return chosen == null ? otherwise.get() : follow(chosen);
    }

    private R follow(Offer chosen) {
        return clauses.get(chosen.clause()).then.apply(chosen.item());
    }

    private static CoreChannel<?> channel(Object end) {
        if (Objects.requireNonNull(end, "channel") instanceof CoreChannel<?> channel) {
            return channel;
        }
        throw new IllegalArgumentException("a select takes channels made by Channel, not " + end);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // an element is what was sent
    private static <T> T cast(Object item) {
        return (T) item;
    }

    private record Clause<R extends @Nullable Object>(
            CoreChannel<?> channel, @Nullable Object item, Function<Object, ? extends R> then) {}
}
