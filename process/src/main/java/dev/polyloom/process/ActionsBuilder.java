package dev.polyloom.process;

import dev.polyloom.SerializableBiFunction;
import dev.polyloom.SerializableCallable;
import dev.polyloom.SerializableFunction;
import dev.polyloom.process.actions.ActionMethod;
import dev.polyloom.process.actions.ActionMethods;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects what can be called by name; made by {@link Actions#builder()}. */
public final class ActionsBuilder {
    private final Map<String, List<ActionMethod>> methods = new TreeMap<>();

    ActionsBuilder() {}

    /**
     * Registers the methods of a class that carry {@link Action}, inherited ones too. Those that
     * are not static are called on one object a process, made with the constructor without
     * parameters when it is first needed; several threads may call it at once.
     *
     * @param type the class
     * @return this builder
     * @throws ActionException if it has no such method, or one that cannot be called
     */
    public ActionsBuilder type(Class<?> type) {
        ActionMethods.annotated(type).forEach(this::add);
        return this;
    }

    /**
     * Registers the methods of an object that carry {@link Action}. The object travels to worker
     * processes, so it must be serialisable.
     *
     * @param object the object
     * @return this builder
     * @throws ActionException if it has no such method, or one that cannot be called
     */
    public ActionsBuilder object(Object object) {
        ActionMethods.annotated(object).forEach(this::add);
        return this;
    }

    /**
     * Registers the methods of one name, annotated or not, under another.
     *
     * @param name the action's name
     * @param type the class, called on as {@link #type} says
     * @param method the methods' name; all that are not private are registered
     * @return this builder
     * @throws ActionException if there is no such method, or one that cannot be called
     */
    public ActionsBuilder method(String name, Class<?> type, String method) {
        ActionMethods.named(name, type, method).forEach(this::add);
        return this;
    }

    /**
     * Registers a function without parameters.
     *
     * @param name the action's name
     * @param function the function
     * @return this builder
     * @throws ActionException if the name is none, or taken by another such function
     */
    public ActionsBuilder function(String name, SerializableCallable<?> function) {
        return add(ActionMethods.function(name, function));
    }

    /**
     * Registers a function with one parameter.
     *
     * @param <A> the parameter's type
     * @param name the action's name
     * @param parameter the parameter's type
     * @param function the function
     * @return this builder
     * @throws ActionException if the name is none, or taken by another such function
     */
    public <A> ActionsBuilder function(
            String name,
            Class<A> parameter,
            SerializableFunction<? super A, ? extends @Nullable Object> function) {
        return add(ActionMethods.function(name, parameter, function));
    }

    /**
     * Registers a function with two parameters.
     *
     * @param <A> the first parameter's type
     * @param <B> the second parameter's type
     * @param name the action's name
     * @param first the first parameter's type
     * @param second the second parameter's type
     * @param function the function
     * @return this builder
     * @throws ActionException if the name is none, or taken by another such function
     */
    public <A, B> ActionsBuilder function(
            String name,
            Class<A> first,
            Class<B> second,
            SerializableBiFunction<? super A, ? super B, ? extends @Nullable Object> function) {
        return add(ActionMethods.function(name, first, second, function));
    }

    private ActionsBuilder add(ActionMethod method) {
        ActionMethods.add(method, methods);
        return this;
    }

    /**
     * Returns the actions.
     *
     * @return what was registered so far
     */
    public Actions build() {
        return new Actions(methods);
    }
}
