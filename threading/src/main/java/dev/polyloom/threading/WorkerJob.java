package dev.polyloom.threading;

import dev.polyloom.threading.backend.Failure;
import dev.polyloom.threading.backend.QueuedTask;
import dev.polyloom.threading.backend.Runner;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A task with a name, for one worker alone or for whoever comes first, and a time it may run. */
final class WorkerJob extends QueuedTask<byte[]> {
    private static final long serialVersionUID = 1L;

    private final transient WorkerCore core;
    private final String name;
    private final long nanos;
    private final boolean bound;
    private transient @Nullable WorkerJob outer;
    private long begun;

    /** Whether its time was up; known to the clock alone. */
    private boolean expired;

    /** Makes a job; bound to the worker whose inbox it gets into, or for any of them. */
    WorkerJob(WorkerCore core, String name, Callable<byte[]> body, long nanos, boolean bound) {
        super(core, body);
        this.core = core;
        this.name = name;
        this.nanos = nanos;
        this.bound = bound;
    }

    String name() {
        return name;
    }

    boolean isBound() {
        return bound;
    }

    /** Tells whether it may not run for ever. */
    boolean isTimed() {
        return nanos != Long.MAX_VALUE;
    }

    /** Says that it runs from now on, in the place of a job that waits for it. */
    void begin(@Nullable WorkerJob waiting) {
        outer = waiting;
        begun = System.nanoTime();
    }

    /** Returns the job that goes on when this one has ended. */
    @Nullable WorkerJob outer() {
        return outer;
    }

    /** Returns how long it may still run. */
    long left(long now) {
        return isTimed() && !expired && !isDone() ? nanos - (now - begun) : Long.MAX_VALUE;
    }

    /** Notes that its time is up, so that none is left again. */
    void expire() {
        expired = true;
    }

    /** Ends it because its time is up. */
    void endLate() {
        String message =
                "task '%s' of pool '%s' ran for longer than %s"
                        .formatted(name, core.name(), Duration.ofNanos(nanos));
        boolean _ = abort(Failure.verdict(() -> new TimedOutException(message, null)));
    }

    @Override
    public void run(Runner runner) {
        super.run(runner);
        core.ended(this);
    }

    /** Refuses to wait for another worker, which may be waiting for this one in the same way. */
    @Override
    public void help(Runner mine) {
        if (!bound) {
            super.help(mine);
        } else if (!isDone()) {
            throw new PoolException(
                    "a task of pool '%s' cannot wait for its broadcast of '%s'"
                            .formatted(core.name(), name),
                    null);
        }
    }
}
