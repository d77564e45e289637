package dev.polyloom.process;

import dev.polyloom.Scope;
import dev.polyloom.process.actions.CallProxy;
import dev.polyloom.process.actions.Route;
import dev.polyloom.process.actions.Routes;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
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
    private final @Nullable Actions actions;
    private final Route route;
    private final Function<To, Calls> places;

    private Calls(@Nullable Actions actions, Route route, Function<To, Calls> places) {
        this.actions = actions;
        this.route = route;
        this.places = places;
    }

    /**
     * Returns what calls actions in the thread that asks for it.
     *
     * @param actions what can be called
     * @return the calls
     */
    public static Calls here(Actions actions) {
        return new Calls(actions, Routes.here(actions), to -> hereAt(to, actions));
    }

    private static Calls hereAt(To to, Actions actions) {
        return switch (to) {
            case To.Fresh fresh ->
                    new Calls(actions, Routes.newProcess(actions), at -> hereAt(at, actions));
            case To.Primary primary -> here(actions);
            default ->
                    throw new IllegalArgumentException(
                            "calls here do not reach %s; use Calls.over(scope, actions)"
                                    .formatted(to));
        };
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
        return new Calls(actions, Routes.over(scope, actions), to -> overAt(to, scope, actions));
    }

    private static Calls overAt(To to, Scope scope, Actions actions) {
        Route route =
                switch (to) {
                    case To.Any any -> Routes.over(scope, actions);
                    case To.Primary primary -> Routes.here(actions);
                    case To.Fresh fresh when scope.flavor().isInProcess() ->
                            Routes.newProcess(actions);
                    case To.Fresh fresh -> Routes.task(() -> Router.of(scope), to);
                    case To.Worker worker -> Routes.through(() -> Router.of(scope), to);
                    case To.Named worker -> Routes.through(() -> Router.of(scope), to);
                    case To.Group group -> throw several(to);
                    case To.All all -> throw several(to);
                };
        return new Calls(actions, route, at -> overAt(at, scope, actions));
    }

    /**
     * Returns what calls actions from a worker process: the worker's own in whichever worker of its
     * scope is free first, and with {@link #at} those of the primary or of another worker.
     *
     * @return the calls
     * @throws IllegalStateException if this process is no worker
     */
    public static Calls ofWorker() {
        Head.current();
        return workerAt(To.any());
    }

    private static Calls workerAt(To to) {
        return switch (to) {
            case To.Any any -> ofWorker(Actions.installed(), Routes.task(Head::current, to));
            case To.Fresh fresh -> ofWorker(Actions.installed(), Routes.task(Head::current, to));
            case To.Primary primary -> ofWorker(null, Routes.through(Head::current, to));
            case To.Worker worker -> ofWorker(null, Routes.through(Head::current, to));
            case To.Named worker -> ofWorker(null, Routes.through(Head::current, to));
            case To.Group group -> throw several(to);
            case To.All all -> throw several(to);
        };
    }

    private static Calls ofWorker(@Nullable Actions known, Route route) {
        return new Calls(known, route, Calls::workerAt);
    }

    private static IllegalArgumentException several(To to) {
        return new IllegalArgumentException(
                "a call runs at one place, and %s may be several; make one for each of them"
                        .formatted(to));
    }

    /**
     * Returns what runs its calls elsewhere. A worker answers with the actions it was started with,
     * the primary with those it {@linkplain Actions#serve serves}; calls that the primary makes to
     * itself run in the thread that asks. The {@code taskTimeout} of the scope is for calls through
     * its queue, not for those to a given place.
     *
     * @param to the primary, one worker, any worker, or a new one for each call
     * @return the calls
     * @throws IllegalArgumentException if the address may be several workers, or cannot be reached
     *     from here
     */
    public Calls at(To to) {
        return places.apply(to);
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
        if (actions != null) {
            actions.check(call);
        }
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
        return "Calls[%s]".formatted(route);
    }
}
