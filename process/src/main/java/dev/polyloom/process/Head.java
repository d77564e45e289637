package dev.polyloom.process;

import dev.polyloom.SerializableCallable;
import dev.polyloom.process.message.CurrentHead;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The head of the worker process that the caller runs in. It is there from before the initializer
 * to the end of the process; pipes open when the worker is ready, that is after its initializer.
 */
public interface Head extends Endpoint {
    /**
     * Returns the head of this process.
     *
     * @return the head
     * @throws IllegalStateException if this process is no worker
     */
    static Head current() {
        return find().orElseThrow(() ->
                new IllegalStateException(
                        "this JVM is no worker process, so it has no head; in the"
                                + " primary Router.of(scope) has the pipes"));
    }

    /**
     * Returns the head of this process, if it is a worker.
     *
     * @return the head, or empty in any other JVM
     */
    static Optional<Head> find() {
        return CurrentHead.find();
    }

    /**
     * Returns this worker's index, which its replacement will have, too.
     *
     * @return the index, from 1
     */
    int index();

    /**
     * Returns this worker's name.
     *
     * @return the name, such as {@code images-2}
     */
    String name();

    /**
     * Returns the arguments that the scope was opened with.
     *
     * @return the arguments, as {@link Heads.Builder#arguments} took them
     */
    List<@Nullable Object> arguments();

    /**
     * Returns this worker's annotations.
     *
     * @return the annotations by key
     */
    Map<String, String> annotations();

    /**
     * Returns the pipe to the primary.
     *
     * @return the pipe
     * @throws IllegalStateException if the worker is not ready
     */
    Pipe primary();

    /**
     * Opens a pipe straight to another worker, or returns the one that is open. The primary
     * introduces the two, starting the other one if need be, and has nothing to do with the pipe
     * afterwards. The wait for that has a limit.
     *
     * <p>A request through such a pipe keeps a worker from being stopped while it is waited for, as
     * other requests do, from about half a second on; younger ones have three seconds.
     *
     * @param index the other worker's index
     * @return the pipe, the same for both workers until it is closed
     * @throws IllegalArgumentException if it is this worker's own index, or less than 1
     * @throws UnknownPeerException if there is no such worker
     * @throws IllegalStateException if this worker is not ready
     * @throws dev.polyloom.PolyloomException if the other worker cannot be started or reached, or
     *     the caller is interrupted while it waits; it stays interrupted
     */
    PeerPipe peer(int index);

    /**
     * Handles exceptions of a type that a task, a request or a call throws in this worker. The
     * handler of the most specific type is asked; one registered later comes before an equal one of
     * {@link Heads.Builder#onException}.
     *
     * @param <X> the type
     * @param type the type
     * @param handler says what to do
     * @return takes the handler back
     */
    <X extends Throwable> Registration onException(
            Class<X> type, ExceptionHandler<? super X> handler);

    /**
     * Hands a task on to whichever worker is free first, this one included. While its tasks wait
     * for the futures of popped tasks, a worker runs others in their place; so it is safe when all
     * workers wait.
     *
     * @param <T> what it returns
     * @param task the task
     * @return its future, to be waited for with {@code get} or {@code join}
     */
    default <T extends @Nullable Object> CompletableFuture<T> pop(SerializableCallable<T> task) {
        return submit(To.any(), task);
    }
}
