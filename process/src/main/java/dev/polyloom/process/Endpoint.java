package dev.polyloom.process;

import dev.polyloom.SerializableCallable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Where pipes end: the {@link Head} of a worker, or the {@link Router} of the primary. Safe for use
 * by several threads.
 */
public interface Endpoint {
    /**
     * Returns the pipe to one other endpoint. A worker that is not there is started and waited for.
     * The pipe leads to that process and no other: when it has ended, and another worker took its
     * index and name, ask again.
     *
     * @param to the primary or one worker, by index or name
     * @return the open pipe, the same one for the same process
     * @throws UnknownPeerException if there is no such worker, naming those there are
     * @throws IllegalArgumentException if the address is not one of a single endpoint
     */
    Pipe pipe(To to);

    /**
     * Returns the pipes to all workers of an address that are up now.
     *
     * @param to any address but {@link To#any()} and {@link To#fresh()}
     * @return the pipes in order of index, possibly none
     */
    List<Pipe> pipes(To to);

    /**
     * Returns the workers that are up now.
     *
     * @return the workers in order of index, oneself included
     */
    List<Peer> peers();

    /**
     * Sends a one-way message to all workers of an address that are up now. Waits for room in each
     * pipe in turn, as {@link Pipe#send(Object)} does; a worker that dies meanwhile is left out.
     *
     * @param to the address
     * @param message what to say
     * @return to how many it was sent
     * @throws PipeFullException if a pipe has no room for too long; those after it got nothing
     * @throws dev.polyloom.SerializationException if the message cannot travel
     */
    int broadcast(To to, @Nullable Object message);

    /**
     * Takes the messages of a type, unless they are named. The handler of the most specific type
     * takes a message.
     *
     * @param <T> the type
     * @param type the type
     * @param handler takes them
     * @return takes the handler back
     * @throws IllegalStateException if the type has a handler
     */
    <T> Registration on(Class<T> type, MessageHandler<? super T> handler);

    /**
     * Takes the messages of a name.
     *
     * @param name the name
     * @param handler takes them
     * @return takes the handler back
     * @throws IllegalStateException if the name has a handler
     * @throws IllegalArgumentException if the name is empty or longer than 1000 characters
     */
    Registration on(String name, MessageHandler<@Nullable Object> handler);

    /**
     * Runs a task elsewhere, beside the queue of the scope. A given worker runs it at once, in a
     * thread of its own. {@link To#any()} means the worker with the fewest such tasks; each runs as
     * many of them as its {@code concurrency} says, and one more for each that waits for another;
     * the rest wait in the primary. The primary runs tasks of workers only if {@link
     * Heads.Builder#tasksInPrimary} allows it. The {@code taskTimeout} of the scope is for the
     * tasks of its queue, not for these: cancel the future of one that takes too long.
     *
     * @param <T> what it returns
     * @param to any address of one worker, of any, of a new one, or the primary
     * @param task the task, such as a {@link Prep}
     * @return its future; cancelling it interrupts the task
     * @throws dev.polyloom.SerializationException if the task cannot travel
     * @throws UnknownPeerException if there is no such worker
     */
    <T extends @Nullable Object> CompletableFuture<T> submit(To to, SerializableCallable<T> task);
}
