package dev.polyloom.supervisor.remote;

import dev.polyloom.Scope;
import dev.polyloom.SerializableCallable;
import dev.polyloom.process.MessageHandler;
import dev.polyloom.process.Peer;
import dev.polyloom.process.Registration;
import dev.polyloom.process.Router;
import dev.polyloom.process.To;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A scope with one worker process, for one start of a service after the other. A process that has
 * died is replaced at once, so that the worker can be used again, unless it has been told not to.
 */
final class ServiceWorker implements AutoCloseable {
    private static final To IT = To.worker(1);

    private final Scope scope;
    private final Router router;

    ServiceWorker(Scope scope) {
        this.scope = scope;
        this.router = Router.of(scope);
    }

    Registration listen(MessageHandler<@Nullable Object> handler) {
        return router.on(ServiceMessage.NAME, handler);
    }

    /** Waits until the process is up, and has it run a task beside all else. */
    <T extends @Nullable Object> CompletableFuture<T> submit(SerializableCallable<T> task) {
        return router.submit(IT, task);
    }

    /** Kills the process that is up now, if any. */
    void kill() {
        for (Peer peer : router.peers()) {
            ProcessHandle.of(peer.pid()).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /** From now on a process that dies is not replaced; the service that runs is not disturbed. */
    void replaceNoMore() {
        scope.shutdown();
    }

    /** Tells whether a process that dies is replaced, so that there can be one more service. */
    boolean isReplaced() {
        return !scope.isShutdown();
    }

    /** Lets the process end by itself, and waits for that. */
    void end() {
        scope.close();
    }

    /** Ends the process, whatever it does, and waits for that. */
    @Override
    public void close() {
        // the scope kills it itself: a death that it knows of is not reported as one to worry about
        scope.shutdownNow();
        scope.close();
    }
}
