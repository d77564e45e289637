package dev.polyloom.process.actions;

import dev.polyloom.SerializableCallable;
import dev.polyloom.process.Actions;
import dev.polyloom.process.DeferredCall;
import org.jspecify.annotations.Nullable;

/** A call as a task that ends with its result, also when that comes later. */
record WaitingTask(DeferredCall deferred) implements SerializableCallable<@Nullable Object> {
    @Override
    public @Nullable Object call() throws Exception {
        return Travelling.packed(
                Routes.await(ActionTask.staged(Actions.installed().invoke(deferred))));
    }

    @Override
    public String toString() {
        return deferred.toString();
    }
}
