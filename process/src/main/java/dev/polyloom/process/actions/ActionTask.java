package dev.polyloom.process.actions;

import dev.polyloom.SerializableCallable;
import dev.polyloom.process.Actions;
import dev.polyloom.process.DeferredCall;
import java.io.Serial;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A call as the task of a scope. Only the call itself travels; what it may reach is what is
 * registered where it arrives.
 */
final class ActionTask implements SerializableCallable<CompletionStage<@Nullable Object>> {
    @Serial private static final long serialVersionUID = 1L;

    private final DeferredCall call;
    private final transient @Nullable Actions local;

    ActionTask(DeferredCall call, Actions local) {
        this.call = call;
        this.local = local;
    }

    @Override
    public CompletionStage<@Nullable Object> call() throws Exception {
        return local == null
                ? staged(Actions.installed().invoke(call)).thenApply(Travelling::packed)
                : staged(local.invoke(call));
    }

    /** Returns a result as a stage, which is completed unless the action returned one. */
    @SuppressWarnings("unchecked") // a stage of anything gives an object
    static CompletionStage<@Nullable Object> staged(@Nullable Object result) {
        return result instanceof CompletionStage<?> stage
                ? (CompletionStage<@Nullable Object>) stage
                : CompletableFuture.completedFuture(result);
    }

    @Override
    public String toString() {
        return call.toString();
    }
}
