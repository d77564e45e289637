package dev.polyloom.process;

import dev.polyloom.Scope;
import dev.polyloom.process.actions.CallProxy;
import dev.polyloom.process.actions.Route;
import dev.polyloom.process.actions.Routes;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls of actions, by name or by the methods of an interface, and has them run at one place.
 * Immutable, and safe for use by several threads.
 *
 * <pre>{@code
 * interface Images {
 *     Path thumbnail(String file, int size) throws IOException;
 * }
 *
 * Calls calls = Calls.over(scope, actions);
 * Path small = calls.of(Images.class).thumbnail("a.png", 128);
 * }</pre>
 */
public final class Calls {
    private final Actions actions;
    private final Route route;

    private Calls(Actions actions, Route route) {
        this.actions = actions;
        this.route = route;
    }

    /**
     * Returns what calls actions in the thread that asks for it.
     *
     * @param actions what can be called
     * @return the calls
     */
    public static Calls here(Actions actions) {
        return new Calls(actions, Routes.here(actions));
    }

    /**
     * Returns what calls actions in whichever worker of a scope is free first. Worker processes
     * must have been given the actions, with {@link Actions#installer()}.
     *
     * @param scope the scope
     * @param actions what can be called
     * @return the calls
     */
    public static Calls over(Scope scope, Actions actions) {
        return new Calls(actions, Routes.over(scope, actions));
    }

    /**
     * Returns what runs each call in a worker process of its own, which ends with the call.
     *
     * @param actions what can be called
     * @return the calls
     */
    public static Calls inNewProcesses(Actions actions) {
        return new Calls(actions, Routes.newProcess(actions));
    }

    /**
     * Makes a call and waits for its result. If the caller is interrupted, the call is cancelled.
     *
     * @param name the action's name
     * @param arguments its arguments
     * @return what the action returns, null for one that returns nothing; what a stage that it
     *     returns completes with
     * @throws ActionException if there is no such action or none that takes the arguments
     * @throws InterruptedException if the caller is interrupted
     * @throws Exception what the action throws
     */
    public @Nullable Object call(String name, @Nullable Object... arguments) throws Exception {
        return call(DeferredCall.of(name, arguments));
    }

    /**
     * Makes a call and waits for its result. If the caller is interrupted, the call is cancelled.
     *
     * @param call the call
     * @return what the action returns, null for one that returns nothing; what a stage that it
     *     returns completes with
     * @throws ActionException if there is no such action or none that takes the arguments
     * @throws InterruptedException if the caller is interrupted
     * @throws Exception what the action throws
     */
    public @Nullable Object call(DeferredCall call) throws Exception {
        return Routes.await(submit(call));
    }

    /**
     * Makes a call whose result comes later.
     *
     * @param name the action's name
     * @param arguments its arguments
     * @return the result; cancelling it cancels the call
     * @throws ActionException if there is no such action or none that takes the arguments
     */
    public CompletableFuture<@Nullable Object> submit(String name, @Nullable Object... arguments) {
        return submit(DeferredCall.of(name, arguments));
    }

    /**
     * Makes a call whose result comes later.
     *
     * @param call the call
     * @return the result; cancelling it cancels the call
     * @throws ActionException if there is no such action or none that takes the arguments
     */
    public CompletableFuture<@Nullable Object> submit(DeferredCall call) {
        actions.check(call);
        return route.submit(call);
    }

    /**
     * Returns an object whose methods are actions. The action of a method is named by its {@link
     * Action}; without one by the interface, its first letters in lower case, and the method:
     * {@code images.thumbnail}. Methods that return a {@link CompletableFuture}, a stage or a
     * {@link java.util.concurrent.Future} return at once, the others wait. What an action throws is
     * thrown as it is if the method declares it or it is unchecked, else inside an {@link
     * java.lang.reflect.UndeclaredThrowableException}.
     *
     * @param <T> the interface
     * @param type the interface
     * @return the object, to be used by any thread
     * @throws ActionException if a method has no action, or one that returns something else
     * @throws IllegalArgumentException if the type is no interface
     */
    public <T> T of(Class<T> type) {
        return CallProxy.of(type, actions, route);
    }

    @Override
    public String toString() {
        return "Calls[%s, %s]".formatted(route, actions);
    }
}
