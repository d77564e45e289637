package dev.polyloom.process;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One end of a two-way connection with another endpoint. Messages of one sender arrive once and in
 * order.
 *
 * <p>A pipe holds so many messages and bytes that the other side has not yet dealt with; then a
 * sender waits, for a limited time, or fails, at its choice. Messages with a handler are dealt with
 * when the handler returns, others when {@link #receive} takes them.
 *
 * <p>When the other side dies or is stopped, every sender, receiver and open request here fails at
 * once. Safe for use by several threads.
 */
public interface Pipe {
    /**
     * Returns who is at the other end.
     *
     * @return the peer
     */
    Peer peer();

    /**
     * Sends a one-way message. Waits for room if need be, as long as {@link
     * Heads.Builder#sendTimeout} says.
     *
     * @param message what to say
     * @throws PipeFullException if there is no room for too long
     * @throws PipeClosedException if the other side is gone
     * @throws dev.polyloom.SerializationException if the message cannot travel
     * @throws dev.polyloom.PolyloomException if the caller is interrupted while it waits; it stays
     *     interrupted
     */
    void send(@Nullable Object message);

    /**
     * Sends a one-way message with a name; otherwise like {@link #send(Object)}.
     *
     * @param name the name of a handler at the other end
     * @param message what to say
     */
    void send(String name, @Nullable Object message);

    /**
     * Sends a one-way message if there is room for it.
     *
     * @param message what to say
     * @return whether it was sent
     * @throws PipeClosedException if the other side is gone
     * @throws dev.polyloom.SerializationException if the message cannot travel
     */
    boolean trySend(@Nullable Object message);

    /**
     * Sends a one-way message with a name if there is room for it; otherwise like {@link
     * #trySend(Object)}.
     *
     * @param name the name of a handler at the other end
     * @param message what to say
     * @return whether it was sent
     */
    boolean trySend(String name, @Nullable Object message);

    /**
     * Sends a request to the handler of its type. Waits for room as {@link #send(Object)} does.
     *
     * @param <T> the type of the answer
     * @param message what to ask
     * @return the answer; fails with what the handler threw, with a {@link NoHandlerException}, or
     *     with a {@link dev.polyloom.WorkerDiedException} or {@link PipeClosedException} when the
     *     other side is gone
     */
    <T extends @Nullable Object> CompletableFuture<T> request(@Nullable Object message);

    /**
     * Sends a request to the handler of a name; otherwise like {@link #request(Object)}.
     *
     * @param <T> the type of the answer
     * @param name the name of a handler at the other end
     * @param message what to ask
     * @return the answer
     */
    <T extends @Nullable Object> CompletableFuture<T> request(
            String name, @Nullable Object message);

    /**
     * Sends a request whose answer is waited for only so long; then its future fails with a {@link
     * java.util.concurrent.TimeoutException} that names the peer, and a late answer is dropped.
     *
     * @param <T> the type of the answer
     * @param name the name of a handler at the other end, or empty for that of the type
     * @param message what to ask
     * @param timeout how long, more than zero
     * @return the answer
     */
    <T extends @Nullable Object> CompletableFuture<T> request(
            String name, @Nullable Object message, Duration timeout);

    /**
     * Takes the next message that has no name and no handler.
     *
     * @param timeout how long to wait for it
     * @return the message, or empty if none came in time
     * @throws PipeClosedException if the other side is gone and all it said has been taken
     * @throws InterruptedException if the caller is interrupted
     */
    Optional<Message> receive(Duration timeout) throws InterruptedException;

    /**
     * Tells the worker at the other end to stop, in good order, once it has dealt with all that was
     * sent to it on this pipe before.
     *
     * @throws IllegalStateException if the other end is the primary
     * @throws PipeClosedException if the other side is gone
     */
    void poison();

    /**
     * Tells whether the other side is there.
     *
     * @return whether the pipe is open
     */
    boolean isOpen();

    /**
     * Returns what tells when the other side is gone.
     *
     * @return completes when the other side was stopped in good order, and fails with a {@link
     *     dev.polyloom.WorkerDiedException} when it died
     */
    CompletionStage<@Nullable Void> closed();
}
