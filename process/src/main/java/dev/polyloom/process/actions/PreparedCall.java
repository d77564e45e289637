package dev.polyloom.process.actions;

import dev.polyloom.SerializableCallable;
import dev.polyloom.process.Actions;
import dev.polyloom.process.DeferredCall;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The function of a prep that calls an action; which one it is, is looked up where it runs. */
public final class PreparedCall implements SerializableCallable<@Nullable Object> {
    @Serial private static final long serialVersionUID = 1L;

    private final DeferredCall call;
    private final transient @Nullable Actions local;

    /**
     * Prepares a call.
     *
     * @param call the call
     * @param local what can be called in this JVM
     */
    public PreparedCall(DeferredCall call, Actions local) {
        this.call = call;
        this.local = local;
    }

    @Override
    public @Nullable Object call() throws Exception {
        return local == null
                ? new WaitingTask(call).call()
                : Routes.await(ActionTask.staged(local.invoke(call)));
    }

    @Override
    public String toString() {
        return call.toString();
    }
}
