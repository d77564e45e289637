package dev.polyloom.process;

import dev.polyloom.Scope;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The primary's side of the pipes of one scope, through which the workers also reach each other.
 * Commands act on all workers of an address that are up when they are given; other workers that are
 * started later are not affected. Closing the scope closes all pipes.
 */
public interface Router extends Endpoint {
    /**
     * Returns the router of a scope of worker processes. From now on the scope keeps all its
     * workers up, and replaces those that end at once.
     *
     * @param scope the scope
     * @return its router, always the same
     * @throws IllegalArgumentException if the workers of the scope are no processes
     */
    static Router of(Scope scope) {
        return scope.extension(Router.class)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "scope %s runs on %s, whose workers have no pipes; open one with Run.processes()"
                                        .formatted(scope.name(), scope.flavor())));
    }

    /**
     * Pauses workers: they start no more tasks and take no more messages, until {@link #resume} or
     * the end of the scope. What runs goes on; what waits in a worker goes back to the queue. A
     * worker that replaces a paused one is paused from its start.
     *
     * @param to which workers
     * @return completes when all of them are paused
     */
    CompletableFuture<@Nullable Void> pause(To to);

    /**
     * Lets paused or drained workers go on.
     *
     * @param to which workers
     * @return completes when all of them go on
     */
    CompletableFuture<@Nullable Void> resume(To to);

    /**
     * Drains workers: they start no more tasks of the queue, end those that run, and deal with all
     * messages that have come. They stay so, as do those that replace them, until {@link #resume}
     * or the end of the scope.
     *
     * @param to which workers
     * @return completes when all of them have nothing to do
     */
    CompletableFuture<@Nullable Void> drain(To to);

    /**
     * Dumps the threads of workers, with their stacks and locks.
     *
     * @param to which workers
     * @return the dumps by name of worker
     */
    CompletableFuture<Map<String, String>> dumpThreads(To to);

    /**
     * Makes workers collect garbage.
     *
     * @param to which workers
     * @return the bytes in use afterwards by name of worker
     */
    CompletableFuture<Map<String, Long>> collectGarbage(To to);

    /**
     * Interrupts what runs in workers: tasks, handlers of requests and calls. The workers go on.
     *
     * @param to which workers
     * @return completes when all of them have interrupted what ran
     */
    CompletableFuture<@Nullable Void> interrupt(To to);

    /**
     * Replaces workers by fresh ones of the same index and name, with classes and static state
     * anew. An old one ends what it runs, and goes when the new one is ready.
     *
     * @param to which workers
     * @return completes when all new ones are ready
     */
    CompletableFuture<@Nullable Void> reload(To to);

    /**
     * Stops workers in good order: they take nothing more, and end what they run. They are started
     * again when a task or a pipe needs them.
     *
     * @param to which workers
     * @return completes when all of them are gone
     */
    CompletableFuture<@Nullable Void> stop(To to);
}
