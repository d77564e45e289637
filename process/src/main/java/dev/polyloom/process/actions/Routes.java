package dev.polyloom.process.actions;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.process.Actions;
import dev.polyloom.process.DeferredCall;
import dev.polyloom.process.Endpoint;
import dev.polyloom.process.To;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The ways there are. */
public final class Routes {
    private Routes() {}

    /**
     * Returns the way to the caller's own thread.
     *
     * @param actions what can be called
     * @return the way
     */
    public static Route here(Actions actions) {
        return new Route() {
            @Override
            public CompletableFuture<@Nullable Object> submit(DeferredCall call) {
                try {
                    return ActionTask.staged(actions.invoke(call)).toCompletableFuture();
                } catch (Exception e) {
                    return CompletableFuture.failedFuture(e);
                }
            }

            @Override
            public String toString() {
                return "here";
            }
        };
    }

    /**
     * Returns the way to whichever worker of a scope is free first.
     *
     * @param scope the scope
     * @param actions what can be called in this JVM
     * @return the way
     */
    public static Route over(Scope scope, Actions actions) {
        return new Route() {
            @Override
            public CompletableFuture<@Nullable Object> submit(DeferredCall call) {
                return scope.submitAsync(new ActionTask(call, actions));
            }

            @Override
            public String toString() {
                return "any worker of " + scope.name();
            }
        };
    }

    /**
     * Returns the way to a worker process that is started for each call and ends with it.
     *
     * @param actions what can be called
     * @return the way
     */
    public static Route newProcess(Actions actions) {
        return new Route() {
            @Override
            public CompletableFuture<@Nullable Object> submit(DeferredCall call) {
                Scope scope = Run.processes().workers(1).initializer(actions.installer()).open();
                try {
                    return scope.submitAsync(new ActionTask(call, actions));
                } finally {
                    scope.shutdown();
                }
            }

            @Override
            public String toString() {
                return "a new process";
            }
        };
    }

    /**
     * Returns the way to one place that pipes lead to. Only the call goes there, to be looked up
     * among the actions of that process.
     *
     * @param endpoint where the pipes end here
     * @param to one worker, or the primary
     * @return the way
     */
    public static Route through(Supplier<? extends Endpoint> endpoint, To to) {
        return new Route() {
            @Override
            public CompletableFuture<@Nullable Object> submit(DeferredCall call) {
                return endpoint.get().pipe(to).request(call);
            }

            @Override
            public String toString() {
                return to.toString();
            }
        };
    }

    /**
     * Returns the way to a worker that is free first, or to a new one.
     *
     * @param endpoint where the pipes end here
     * @param to any worker, or a new one
     * @return the way
     */
    public static Route task(Supplier<? extends Endpoint> endpoint, To to) {
        return new Route() {
            @Override
            public CompletableFuture<@Nullable Object> submit(DeferredCall call) {
                return endpoint.get().submit(to, new WaitingTask(call));
            }

            @Override
            public String toString() {
                return to.toString();
            }
        };
    }

    /**
     * Waits for a result; when the caller is interrupted, the call is cancelled.
     *
     * @param result the result
     * @return what was called for
     * @throws Exception what the action threw
     */
    public static @Nullable Object await(CompletionStage<? extends @Nullable Object> result)
            throws Exception {
        CompletableFuture<? extends @Nullable Object> future = result.toCompletableFuture();
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw failure(e);
        }
    }

    private static Exception failure(ExecutionException e) {
        Throwable cause = e.getCause();
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof Exception exception ? exception : e;
    }
}
