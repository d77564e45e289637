package dev.polyloom.process.actions;

import dev.polyloom.SerializableFunction;
import dev.polyloom.process.Actions;
import dev.polyloom.process.DeferredCall;
import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The function of a prep that calls an action; which one it is, is looked up where it runs. */
public final class PreparedCall
        implements SerializableFunction<List<@Nullable Object>, @Nullable Object> {
    @Serial private static final long serialVersionUID = 1L;

    private final String name;
    private final transient @Nullable Actions local;

    /**
     * Prepares calls of an action.
     *
     * @param name the name of the action
     * @param local what can be called in this JVM
     */
    public PreparedCall(String name, Actions local) {
        this.name = name;
        this.local = local;
    }

    @Override
    public @Nullable Object apply(List<@Nullable Object> arguments) throws Exception {
        DeferredCall call = new DeferredCall(name, arguments);
        return local == null
                ? new WaitingTask(call).call()
                : Routes.await(ActionTask.staged(local.invoke(call)));
    }

    @Override
    public String toString() {
        return name;
    }
}
