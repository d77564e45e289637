package dev.polyloom;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The scope that a parallel map runs in: one already open, or its own, opened when first needed.
 */
final class ParallelScope implements AutoCloseable {
    private static final long END_SECONDS = 10;

    private final @Nullable Flavor flavor;
    private final int workers;
    private final boolean owned;
    private @Nullable Scope scope;

    /** Finds the scope for a map that the calling thread starts. */
    ParallelScope(ParallelOptions options) {
        flavor = options.flavor();
        workers = options.workers();
        Scope found = options.scope();
        if (found == null && flavor == null && workers == 0) {
            found = ScopeRegistry.INSTANCE.surrounding();
        }
        scope = found;
        owned = found == null;
    }

    Scope get() {
        if (scope == null) {
            ScopeBuilder builder = Run.of(flavor == null ? Flavor.AUTO : flavor);
            scope =
                    ScopeRegistry.INSTANCE.openApart(
                            workers == 0 ? builder : builder.workers(workers));
        }
        return scope;
    }

    /** Tells the scope, if it is the map's own, to interrupt what runs and start nothing more. */
    void stop() {
        if (owned && scope != null) {
            scope.shutdownNow();
        }
    }

    /** Closes the scope if it is the map's own; waits a bounded time for its workers to end. */
    @Override
    public void close() {
        if (!owned || scope == null) {
            return;
        }
        scope.shutdown();
        boolean interrupted = Thread.interrupted();
        try {
            if (interrupted || !ended(scope)) {
                stop(scope);
            }
        } catch (InterruptedException e) {
            interrupted = true;
            scope.shutdownNow();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(Scope scope) throws InterruptedException {
        scope.shutdownNow();
        if (!ended(scope)) {
            Log.warn(
                    ("scope %s of a parallel map has not ended %d s after it was told to; a task"
                                    + " ignores its interrupt")
                            .formatted(scope.name(), END_SECONDS));
        }
    }

    private static boolean ended(Scope scope) throws InterruptedException {
        return scope.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
    }
}
