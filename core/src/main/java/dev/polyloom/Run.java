package dev.polyloom;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * The gate to every kind of worker: opens scopes, tells what was decided and why.
 *
 * <pre>{@code
 * try (Scope scope = Run.processes().workers(4).open()) {
 *     Future<Integer> answer = scope.submit(() -> 6 * 7);
 *     System.out.println(answer.get());
 * }
 * }</pre>
 *
 * <p>A scope opened inside a compatible one (same flavor or auto, nothing set) is a view of that
 * one: it has a life of its own, but the workers are the outer scope's and end with it. "Inside"
 * means in a task of the outer scope, or on the thread that opened it and has not closed it. All
 * methods may be called by several threads at once.
 */
public final class Run {
    private Run() {}

    /**
     * Opens a scope of a flavor with default options.
     *
     * @param flavor the flavor
     * @return the open scope, to be closed by the caller
     * @throws FlavorUnavailableException if the flavor cannot be had here
     */
    public static Scope open(Flavor flavor) {
        return of(flavor).open();
    }

    /**
     * Returns a builder for a scope of a flavor.
     *
     * @param flavor the flavor
     * @return a new builder
     */
    public static ScopeBuilder of(Flavor flavor) {
        return switch (flavor) {
            case PROCESSES -> new ProcessScopeBuilder();
            case ISOLATES -> new IsolateScopeBuilder();
            default -> new ScopeBuilder(flavor);
        };
    }

    /**
     * Returns a builder for a scope whose flavor the scheduler chooses.
     *
     * @return a new builder
     */
    public static ScopeBuilder auto() {
        return new ScopeBuilder(Flavor.AUTO);
    }

    /**
     * Returns a builder for a scope over platform threads.
     *
     * @return a new builder
     */
    public static ScopeBuilder threads() {
        return new ScopeBuilder(Flavor.THREADS);
    }

    /**
     * Returns a builder for a scope over virtual threads.
     *
     * @return a new builder
     */
    public static ScopeBuilder virtual() {
        return new ScopeBuilder(Flavor.VIRTUAL);
    }

    /**
     * Returns a builder for a scope over worker processes.
     *
     * @return a new builder
     */
    public static ProcessScopeBuilder processes() {
        return new ProcessScopeBuilder();
    }

    /**
     * Returns a builder for a scope over class-loader realms in this JVM, each with its own copy of
     * the application's static state. It needs the module {@code dev.polyloom.isolate}.
     *
     * @return a new builder
     */
    public static IsolateScopeBuilder isolates() {
        return new IsolateScopeBuilder();
    }

    /**
     * Returns a builder for a scope without parallelism.
     *
     * @return a new builder
     */
    public static ScopeBuilder none() {
        return new ScopeBuilder(Flavor.NONE);
    }

    /**
     * Opens a scope around an executor that the caller brings. Closing the scope waits for the
     * tasks submitted through it and never shuts the executor down.
     *
     * @param executor the executor
     * @param carry what each task takes along from the thread that submits it, see {@link
     *     ScopeBuilder#carry}
     * @return the open scope, to be closed by the caller
     */
    public static Scope around(ExecutorService executor, Carrier... carry) {
        return ScopeRegistry.INSTANCE.around(executor, List.of(carry));
    }

    /**
     * Makes an executor that was opened elsewhere known: its decision is told to listeners and
     * recorded, and scopes that its tasks open share its part of the core budget.
     *
     * @param name the prefix of its threads' names
     * @param flavor the kind of its workers
     * @param workers how many tasks it may run at once, {@link Integer#MAX_VALUE} for no bound, 0
     *     for the caller's part of the core budget
     * @param detail what it is, in words
     * @return what marks its threads
     * @throws IllegalArgumentException if {@code workers} is negative, or the flavor is auto
     */
    public static Adoption adopt(String name, Flavor flavor, int workers, String detail) {
        if (flavor == Flavor.AUTO) {
            throw new IllegalArgumentException("the flavor of an open executor cannot be auto");
        }
        int some = (int) Checks.notNegative("workers", workers);
        return ScopeRegistry.INSTANCE.adopt(name, flavor, some, detail);
    }

    /**
     * Returns the innermost open scope that the caller runs in: the scope whose task the caller is,
     * or the last one opened on this thread and not yet closed.
     *
     * @return the scope, or empty
     */
    public static Optional<Scope> current() {
        return ScopeRegistry.INSTANCE.current();
    }

    /**
     * Returns what this machine and JVM can do; measured once and kept until {@link #reset()}.
     *
     * @return the capabilities
     */
    public static Capabilities capabilities() {
        return ScopeRegistry.INSTANCE.capabilities();
    }

    /**
     * Returns the decision made last by any thread.
     *
     * @return the decision, or empty before the first
     */
    public static Optional<Decision> lastDecision() {
        return ScopeRegistry.INSTANCE.lastDecision();
    }

    /**
     * Adds a listener that hears every decision until it is removed.
     *
     * @param listener the listener
     */
    public static void addListener(DecisionListener listener) {
        ScopeRegistry.INSTANCE.addListener(listener);
    }

    /**
     * Removes a listener.
     *
     * @param listener the listener
     * @return whether it was there
     */
    public static boolean removeListener(DecisionListener listener) {
        return ScopeRegistry.INSTANCE.removeListener(listener);
    }

    /**
     * Logs every decision at level INFO until the returned scope is closed.
     *
     * @param logger where to
     * @return closes the observation
     */
    public static Observation observeDecisions(System.Logger logger) {
        DecisionListener listener =
                (scope, decision) ->
                        logger.log(System.Logger.Level.INFO, () -> scope + ": " + decision);
        addListener(listener);
        return () -> removeListener(listener);
    }

    /** Something that is observed until closed. */
    @FunctionalInterface
    public interface Observation extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Stops every open scope as {@code shutdownNow} does, waits a bounded time for its workers, and
     * forgets cached capabilities and the last decision. Listeners stay. The same happens when the
     * JVM exits.
     */
    public static void reset() {
        ScopeRegistry.INSTANCE.reset();
    }
}
