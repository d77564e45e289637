package dev.polyloom.process;

import dev.polyloom.process.actions.ActionNames;
import dev.polyloom.process.actions.CallText;
import dev.polyloom.process.actions.Travelling;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of an action that has not been made yet: a name and arguments. It can be kept, compared,
 * sent, and run wherever the action is registered, on any thread and any number of times. It holds
 * no code, so having one gives nobody the right to run anything.
 *
 * @param name the action's name
 * @param arguments its arguments; to be sent they must be serialisable, or paths
 */
public record DeferredCall(String name, List<@Nullable Object> arguments) implements Serializable {
    private static final int MOST_ARGUMENTS = 100_000;

    /**
     * Makes a call.
     *
     * @throws ActionException if the name is none or there are too many arguments
     */
    public DeferredCall {
        ActionNames.check(name);
        if (arguments.size() > MOST_ARGUMENTS) {
            throw new ActionException(
                    "%s is called with %d arguments, more than %d; pass a list of them"
                            .formatted(name, arguments.size(), MOST_ARGUMENTS));
        }
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
    }

    /**
     * Makes a call.
     *
     * @param name the action's name
     * @param arguments its arguments
     * @return the call
     * @throws ActionException if the name is none or there are too many arguments
     */
    public static DeferredCall of(String name, @Nullable Object... arguments) {
        return new DeferredCall(name, Arrays.asList(arguments));
    }

    @Serial
    private Object writeReplace() {
        List<@Nullable Object> packed = new ArrayList<>(arguments);
        packed.replaceAll(Travelling::packed);
        return new DeferredCall(name, packed);
    }

    /** Compares names and arguments; arrays among the arguments by what they hold. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeferredCall(String itsName, List<@Nullable Object> itsArguments)
                && name.equals(itsName)
                && Arrays.deepEquals(arguments.toArray(), itsArguments.toArray());
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.deepHashCode(arguments.toArray());
    }

    /** Returns the call as it would be written, such as {@code images.thumbnail("a.png", 128)}. */
    @Override
    public String toString() {
        return CallText.of(name, arguments);
    }
}
