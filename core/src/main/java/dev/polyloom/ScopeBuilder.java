package dev.polyloom;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens a scope with options; made by {@link Run}. Not safe for use by several threads. */
public sealed class ScopeBuilder permits ProcessScopeBuilder, IsolateScopeBuilder {
    private final Flavor flavor;
    private @Nullable String name;
    private int workers;
    private @Nullable RuntimeConfig config;
    private @Nullable Boolean trace;
    private @Nullable Duration taskTimeout;
    private final List<ScopeListener> listeners = new ArrayList<>();
    private final List<Carrier> carriers = new ArrayList<>();

    ScopeBuilder(Flavor flavor) {
        this.flavor = flavor;
    }

    /**
     * Sets the name of the scope, from which its workers get theirs.
     *
     * @param name the name, not blank
     * @return this builder
     * @throws IllegalArgumentException if the name is blank
     */
    public ScopeBuilder name(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name of a scope must not be blank");
        }
        this.name = name;
        return this;
    }

    /**
     * Sets how many tasks may run at once.
     *
     * @param workers the number, at least 1
     * @return this builder
     * @throws IllegalArgumentException if the number is less than 1
     */
    public ScopeBuilder workers(int workers) {
        this.workers = Checks.atLeastOne("workers", workers);
        return this;
    }

    /**
     * Sets the configuration; what it leaves open comes from system properties and environment.
     *
     * @param config the configuration
     * @return this builder
     */
    public ScopeBuilder config(RuntimeConfig config) {
        this.config = config;
        return this;
    }

    /**
     * Sets whether tasks are timed and told to listeners one by one. An automatic scope that is
     * told not to trace does not look at its work either, and stays as it was decided.
     *
     * @param trace whether to trace
     * @return this builder
     */
    public ScopeBuilder trace(boolean trace) {
        this.trace = trace;
        return this;
    }

    /**
     * Sets how long each task that is submitted to the scope may run, counted from its start.
     *
     * @param taskTimeout the timeout, more than zero
     * @return this builder
     * @throws IllegalArgumentException if the timeout is zero or negative
     */
    public ScopeBuilder taskTimeout(Duration taskTimeout) {
        this.taskTimeout = Checks.positive("taskTimeout", taskTimeout);
        return this;
    }

    /**
     * Adds a listener, which also hears of single tasks if the scope is traced.
     *
     * @param listener the listener
     * @return this builder
     */
    public ScopeBuilder listener(ScopeListener listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * Adds what each task takes along from the thread that submits it. An asynchronous task finds
     * it while it is called, and not any more in what its stage does later.
     *
     * @param more carriers, the first of which surrounds the others
     * @return this builder
     */
    public ScopeBuilder carry(Carrier... more) {
        carriers.addAll(List.of(more));
        return this;
    }

    /** Returns the options of worker processes; other flavors ignore them. */
    ProcessOptions processOptions() {
        return ProcessOptions.DEFAULTS;
    }

    /** Returns the options of isolates; other flavors ignore them. */
    IsolateOptions isolateOptions() {
        return IsolateOptions.DEFAULTS;
    }

    /**
     * Tells what {@link #open()} would decide here and now, and opens nothing.
     *
     * @return the decision
     * @throws FlavorUnavailableException if the flavor cannot be had here
     */
    public Decision decide() {
        return ScopeRegistry.INSTANCE.decide(this);
    }

    /**
     * Opens the scope.
     *
     * @return the open scope, to be closed by the caller
     * @throws FlavorUnavailableException if the flavor cannot be had here
     */
    public Scope open() {
        return ScopeRegistry.INSTANCE.open(this);
    }

    /**
     * Opens the scope for longer than a block: it does not become the scope around what the calling
     * thread opens next, and may be closed by any thread at any time.
     *
     * @return the open scope, to be closed by the caller
     * @throws FlavorUnavailableException if the flavor cannot be had here
     */
    public Scope openApart() {
        return ScopeRegistry.INSTANCE.openApart(this);
    }

    Flavor flavor() {
        return flavor;
    }

    @Nullable String name() {
        return name;
    }

    int workers() {
        return workers;
    }

    @Nullable RuntimeConfig config() {
        return config;
    }

    @Nullable Boolean trace() {
        return trace;
    }

    @Nullable Duration taskTimeout() {
        return taskTimeout;
    }

    List<ScopeListener> listeners() {
        return List.copyOf(listeners);
    }

    List<Carrier> carriers() {
        return List.copyOf(carriers);
    }

    /** Tells whether nothing was set that a scope already open could not offer. */
    boolean isPlain() {
        return name == null
                && workers == 0
                && config == null
                && trace == null
                && taskTimeout == null
                && listeners.isEmpty()
                && carriers.isEmpty()
                && processOptions().equals(ProcessOptions.DEFAULTS)
                && isolateOptions().equals(IsolateOptions.DEFAULTS);
    }
}
