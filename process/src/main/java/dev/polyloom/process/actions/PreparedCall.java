package dev.polyloom.process.actions;

import dev.polyloom.SerializableFunction;
import dev.polyloom.process.Actions;
import dev.polyloom.process.DeferredCall;
import dev.polyloom.process.Prep;
import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The function of a prep that calls an action; which one it is, is looked up where it runs. */
public final class PreparedCall
        implements SerializableFunction<List<@Nullable Object>, @Nullable Object> {
    @Serial private static final long serialVersionUID = 1L;

    private final String name;
    private final transient @Nullable Actions local;

    private PreparedCall(String name, Actions local) {
        this.name = name;
        this.local = local;
    }

    /**
     * Prepares a call.
     *
     * @param name the action's name
     * @param arguments its arguments
     * @param local what can be called in this JVM
     * @return the prep
     */
    public static Prep<@Nullable Object> of(
            String name, List<? extends @Nullable Object> arguments, Actions local) {
        return Prep.ofList(new PreparedCall(name, local), arguments);
    }

    @Override
    public @Nullable Object apply(List<@Nullable Object> arguments) throws Exception {
        Actions actions = local == null ? Actions.installed() : local;
        return Routes.await(ActionTask.staged(actions.invoke(new DeferredCall(name, arguments))));
    }
}
