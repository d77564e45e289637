package dev.polyloom.process.actions;

import dev.polyloom.process.ActionException;
import java.io.Serial;
import java.io.Serializable;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** One method of those registered under a name. */
public final class ActionMethod implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    private final String name;
    private final Class<?>[] parameters;
    private final boolean varArgs;
    private final @Nullable Class<?> result;
    private final ActionBody body;

    private ActionMethod(
            String name,
            Class<?>[] parameters,
            boolean varArgs,
            @Nullable Class<?> result,
            ActionBody body) {
        this.name = ActionNames.check(name);
        this.parameters = parameters;
        this.varArgs = varArgs;
        this.result = result;
        this.body = body;
    }

    static ActionMethod of(String name, Method method, @Nullable Receiver receiver) {
        return new ActionMethod(
                name,
                method.getParameterTypes(),
                method.isVarArgs(),
                method.getReturnType(),
                new MethodBody(method, receiver));
    }

    static ActionMethod of(String name, List<Class<?>> parameters, ActionBody body) {
        return new ActionMethod(name, parameters.toArray(Class<?>[]::new), false, null, body);
    }

    String name() {
        return name;
    }

    int arity() {
        return parameters.length;
    }

    boolean isVarArgs() {
        return varArgs;
    }

    /** Returns the type of an argument, where those after the last are the last one's items. */
    Class<?> parameter(int index, boolean spread) {
        int last = parameters.length - 1;
        return spread && index >= last ? parameters[last].getComponentType() : parameters[index];
    }

    /**
     * Returns the class of its code.
     *
     * @return the class, whose loader knows all that the code needs
     */
    public Class<?> type() {
        return body.type();
    }

    boolean hasParametersOf(ActionMethod other) {
        return Arrays.equals(parameters, other.parameters);
    }

    /** Calls the method with arguments that fit it. */
    @Nullable Object call(@Nullable Object[] arguments) throws Exception {
        try {
            return body.call(arguments);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new ActionException("action %s failed: %s".formatted(name, e), e);
        }
    }

    /** Puts the arguments from the last parameter on into an array, as the compiler would. */
    @Nullable Object[] gathered(@Nullable Object[] arguments) {
        int fixed = parameters.length - 1;
        Object rest =
                Array.newInstance(parameters[fixed].getComponentType(), arguments.length - fixed);
        for (int i = fixed; i < arguments.length; i++) {
            Array.set(rest, i - fixed, arguments[i]);
        }
        @Nullable Object[] all = Arrays.copyOf(arguments, parameters.length);
        all[fixed] = rest;
        return all;
    }

    /** Returns the name with the types of the parameters. */
    String call() {
        StringJoiner types = new StringJoiner(", ", name + "(", ")");
        for (int i = 0; i < parameters.length; i++) {
            boolean last = varArgs && i == parameters.length - 1;
            types.add(parameter(i, last).getSimpleName() + (last ? "..." : ""));
        }
        return types.toString();
    }

    /** Returns the signature, such as {@code images.thumbnail(String, int) -> Path}. */
    String signature() {
        return result == null || result == void.class
                ? call()
                : call() + " -> " + result.getSimpleName();
    }

    /** Says which code it is. */
    String source() {
        return body.toString();
    }

    @Override
    public String toString() {
        return signature();
    }
}
