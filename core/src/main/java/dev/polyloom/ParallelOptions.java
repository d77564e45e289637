package dev.polyloom;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a parallel map runs. Immutable: every method returns changed options and leaves these as they
 * are.
 *
 * <p>The scope of a map is, in this order: the one given to {@link #over}; if neither flavor nor
 * workers are set, the innermost open one, {@link Run#current()}; else one that is opened for the
 * first item and closed with the map. A task of a scope around a caller's executor, whose threads
 * cannot grow in number while it waits, always gets one of its own.
 */
public final class ParallelOptions {
    private static final ParallelOptions DEFAULTS = new ParallelOptions(new Values());

    /** The options; never changed once they belong to a {@link ParallelOptions}. */
    private static final class Values {
        private @Nullable Scope scope;
        private @Nullable Flavor flavor;
        private int workers;
        private int chunk;
        private int lookAhead;
        private @Nullable Duration timeout;
        private @Nullable Duration deadline;
        private int retries;
        private FailurePolicy onFailure = FailurePolicy.FAIL_FAST;
        private boolean unordered;
        private @Nullable ProgressListener listener;

        Values() {}

        Values(Values from) {
            scope = from.scope;
            flavor = from.flavor;
            workers = from.workers;
            chunk = from.chunk;
            lookAhead = from.lookAhead;
            timeout = from.timeout;
            deadline = from.deadline;
            retries = from.retries;
            onFailure = from.onFailure;
            unordered = from.unordered;
            listener = from.listener;
        }
    }

    private final Values values;

    private ParallelOptions(Values values) {
        this.values = values;
    }

    /**
     * Returns the options that nothing was set in.
     *
     * @return the defaults
     */
    public static ParallelOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Returns default options for maps that run in an open scope, which they never close.
     *
     * @param scope the scope
     * @return options with that scope
     */
    public static ParallelOptions over(Scope scope) {
        Values copy = new Values();
        copy.scope = Objects.requireNonNull(scope, "scope");
        return new ParallelOptions(copy);
    }

    private Values copy() {
        return new Values(values);
    }

    private void requireNoScope(String option) {
        if (values.scope != null) {
            throw new IllegalArgumentException(
                    ("%s cannot be set for a map over the open scope '%s'; set it where the scope"
                                    + " is opened")
                            .formatted(option, values.scope.name()));
        }
    }

    /**
     * Sets the flavor of the scope that is opened for the map.
     *
     * @param flavor the flavor
     * @return changed options
     * @throws IllegalArgumentException if these options are over an open scope
     */
    public ParallelOptions flavor(Flavor flavor) {
        requireNoScope("flavor");
        Values copy = copy();
        copy.flavor = Objects.requireNonNull(flavor, "flavor");
        return new ParallelOptions(copy);
    }

    /**
     * Sets how many workers the scope that is opened for the map has.
     *
     * @param workers the number, at least 1
     * @return changed options
     * @throws IllegalArgumentException if the number is less than 1, or these options are over an
     *     open scope
     */
    public ParallelOptions workers(int workers) {
        requireNoScope("workers");
        Values copy = copy();
        copy.workers = Checks.atLeastOne("workers", workers);
        return new ParallelOptions(copy);
    }

    /**
     * Sets how many items go to a worker at once. By default this follows the measured time of the
     * items, so that short ones share the cost of a hand-over and long ones go one by one; with a
     * timeout the default is 1.
     *
     * @param items the number, 0 for automatic
     * @return changed options
     * @throws IllegalArgumentException if the number is negative
     */
    public ParallelOptions chunk(int items) {
        Values copy = copy();
        copy.chunk = (int) Checks.notNegative("chunk", items);
        return new ParallelOptions(copy);
    }

    /**
     * Sets how many items may be taken from the input ahead of the results that were taken from the
     * map. An eager map never has more items than this under way. The default is a small multiple
     * of what the workers can hold.
     *
     * @param items the number, 0 for automatic
     * @return changed options
     * @throws IllegalArgumentException if the number is negative
     */
    public ParallelOptions lookAhead(int items) {
        Values copy = copy();
        copy.lookAhead = (int) Checks.notNegative("lookAhead", items);
        return new ParallelOptions(copy);
    }

    /**
     * Sets how long an item may run, counted from its start. Then it fails with a {@link
     * TaskTimeoutException}. If a chunk size is set, too, a chunk may run as long as all its items.
     *
     * @param timeout the timeout, more than zero
     * @return changed options
     * @throws IllegalArgumentException if the timeout is zero or negative
     */
    public ParallelOptions timeout(Duration timeout) {
        Values copy = copy();
        copy.timeout = Checks.positive("timeout", timeout);
        return new ParallelOptions(copy);
    }

    /**
     * Sets how long the whole map may take, counted from its first item. Then all that is left is
     * cancelled and the map fails with a {@link DeadlineExceededException}. A lazy map notices when
     * it is asked for its next result.
     *
     * @param deadline the deadline, more than zero
     * @return changed options
     * @throws IllegalArgumentException if the deadline is zero or negative
     */
    public ParallelOptions deadline(Duration deadline) {
        Values copy = copy();
        copy.deadline = Checks.positive("deadline", deadline);
        return new ParallelOptions(copy);
    }

    /**
     * Sets how often an item is run again, alone, whose worker died while it ran. Without it, the
     * items that the worker held fail with a {@link WorkerDiedException}.
     *
     * @param retries the number, 0 by default
     * @return changed options
     * @throws IllegalArgumentException if the number is negative
     */
    public ParallelOptions retries(int retries) {
        Values copy = copy();
        copy.retries = (int) Checks.notNegative("retries", retries);
        return new ParallelOptions(copy);
    }

    /**
     * Sets what happens when an item fails; by default the map fails fast.
     *
     * @param policy the policy
     * @return changed options
     */
    public ParallelOptions onFailure(FailurePolicy policy) {
        Values copy = copy();
        copy.onFailure = Objects.requireNonNull(policy, "policy");
        return new ParallelOptions(copy);
    }

    /**
     * Sets whether {@link Parallel#results} gives results as they come instead of in the order of
     * the input. Other maps say by their name what they do.
     *
     * @param unordered whether as they come
     * @return changed options
     */
    public ParallelOptions unordered(boolean unordered) {
        Values copy = copy();
        copy.unordered = unordered;
        return new ParallelOptions(copy);
    }

    /**
     * Sets who hears of every item that is through.
     *
     * @param listener the listener
     * @return changed options
     */
    public ParallelOptions listener(ProgressListener listener) {
        Values copy = copy();
        copy.listener = Objects.requireNonNull(listener, "listener");
        return new ParallelOptions(copy);
    }

    @Nullable Scope scope() {
        return values.scope;
    }

    @Nullable Flavor flavor() {
        return values.flavor;
    }

    int workers() {
        return values.workers;
    }

    int chunk() {
        return values.chunk;
    }

    int lookAhead() {
        return values.lookAhead;
    }

    @Nullable Duration timeout() {
        return values.timeout;
    }

    @Nullable Duration deadline() {
        return values.deadline;
    }

    int retries() {
        return values.retries;
    }

    FailurePolicy onFailure() {
        return values.onFailure;
    }

    boolean unordered() {
        return values.unordered;
    }

    @Nullable ProgressListener listener() {
        return values.listener;
    }
}
