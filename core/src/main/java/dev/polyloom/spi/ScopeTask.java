package dev.polyloom.spi;

import dev.polyloom.TaskTimeoutException;
import dev.polyloom.internal.CurrentObserver;
import dev.polyloom.internal.CurrentPool;
import dev.polyloom.internal.WorkerThread;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A task of a scope, which is also its future.
 *
 * <p>A pool in this JVM calls {@link #run()}. A pool that runs tasks elsewhere calls {@link
 * #claim()}, sends {@link #callable()} away, and calls {@link #complete} or {@link #fail} when the
 * body has ended, also when the future was cancelled meanwhile.
 *
 * <p>Beside the future's own state a task goes from waiting to claimed to ended. Whoever moves it
 * out of waiting owns it: the worker that will run it, or whoever cancels or withdraws it, so that
 * a task never runs after it was given back.
 *
 * @param <T> what the task returns
 */
public final class ScopeTask<T extends @Nullable Object> extends TaskFuture<T> {
    private static final int WAITING = 0;
    private static final int CLAIMED = 1;
    private static final int ENDED = 2;
    private static final VarHandle PHASE;

    /** Who waits for less is not put to use meanwhile. */
    private static final long HELPFUL_NANOS = 2_000_000;

    static {
        try {
            PHASE = MethodHandles.lookup().findVarHandle(ScopeTask.class, "phase", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final TaskObserver observer;
    private final @Nullable TaskControl control;
    private @Nullable TaskTiming timing;
    private long submittedAt;
    private @Nullable Object attachment;
    private boolean arrived;
    private volatile @Nullable Runnable completion;
    private volatile @Nullable Runnable end;

    @SuppressWarnings("UnusedVariable") // through PHASE
    private volatile int phase;

    /**
     * Makes a task of a body that returns its result.
     *
     * @param body what to run
     * @param timeout how long it may run, or null
     * @param interruptible whether the task must be withdrawn or interrupted without its pool
     * @param observer hears of each step
     */
    public ScopeTask(
            Callable<T> body,
            @Nullable Duration timeout,
            boolean interruptible,
            TaskObserver observer) {
        super(body);
        this.observer = observer;
        this.control = interruptible || timeout != null ? new TaskControl(false, timeout) : null;
    }

    private ScopeTask(
            TaskObserver observer,
            @Nullable Duration timeout,
            Callable<? extends CompletionStage<T>> body) {
        super(body);
        this.observer = observer;
        this.control = new TaskControl(true, timeout);
    }

    /**
     * Makes a task whose body returns at once with a stage, and which ends when the stage does.
     *
     * @param <T> what the stage completes with
     * @param body starts the work
     * @param timeout how long the stage may be open, or null
     * @param observer hears of each step
     * @return the task
     */
    public static <T extends @Nullable Object> ScopeTask<T> async(
            Callable<? extends CompletionStage<T>> body,
            @Nullable Duration timeout,
            TaskObserver observer) {
        return new ScopeTask<>(observer, timeout, body);
    }

    /**
     * Tells whether the body returns a {@link CompletionStage} that stands for the result.
     *
     * @return whether the task is asynchronous
     */
    public boolean isAsync() {
        return control != null && control.async();
    }

    /**
     * Returns how long the task may run.
     *
     * @return the timeout, or null for none
     */
    public @Nullable Duration timeout() {
        return control == null ? null : control.timeout();
    }

    /**
     * Takes this task for running, unless it was cancelled, withdrawn or taken before.
     *
     * @return whether the caller is to run it
     */
    public boolean claim() {
        return PHASE.compareAndSet(this, WAITING, CLAIMED);
    }

    /** Gives a claimed task that has not started back to waiting. */
    public void unclaim() {
        PHASE.compareAndSet(this, CLAIMED, WAITING);
        if (isDone()) {
            endFrom(WAITING);
        }
    }

    /**
     * Takes a waiting task out for good, leaving its future open, as {@code shutdownNow} does.
     *
     * @return whether it was waiting
     */
    public boolean withdraw() {
        return endFrom(WAITING);
    }

    /** Runs the body in the calling thread, or where it must run, if it is still waiting. */
    @Override
    public void run() {
        TaskControl steps = control;
        if (!arrived && observer.redirect(this)) {
            return;
        }
        if (steps == null) {
            runBody();
        } else if (claim()) {
            TaskObserver around = CurrentObserver.swap(observer);
            try {
                runControlled(steps);
            } finally {
                CurrentObserver.swap(around);
            }
        }
    }

    private void runControlled(TaskControl steps) {
        if (steps.timeout() != null) {
            steps.alarm(observer.startTimeout(this));
        }
        if (steps.async()) {
            startStage(steps);
        } else {
            steps.enter(Thread.currentThread());
            runBody();
            steps.leave();
            endFrom(CLAIMED);
        }
    }

    private void runBody() {
        if (submittedAt != 0 && !isDone()) {
            runTimed();
        } else {
            if (timing != null) {
                timing.startHere();
            }
            runHere();
        }
    }

    private void runTimed() {
        WorkerThread own = Thread.currentThread() instanceof WorkerThread worker ? worker : null;
        long start = own == null ? System.nanoTime() : own.startOf(submittedAt);
        runHere();
        long end = System.nanoTime();
        if (own != null) {
            own.ended(end);
        }
        observer.ran(start - submittedAt, end - start);
    }

    /**
     * Has the task run another body than it was made with, which does the same elsewhere, or its
     * own again. Called by the pool, before the task runs.
     *
     * @param body what is run
     * @param here whether it may run in any thread that runs the task
     */
    public void runInstead(Callable<T> body, boolean here) {
        replace(body);
        arrived = here;
    }

    /** Interrupts the thread that runs the body here, or cancels its stage; the future is left. */
    public void interrupt() {
        if (control != null) {
            control.interrupt();
        }
    }

    @SuppressWarnings("unchecked")
    private void startStage(TaskControl steps) {
        Callable<?> body = callable();
        if (body == null) {
            endFrom(CLAIMED);
            return;
        }
        if (timing != null) {
            timing.startHere();
        }
        try {
            CompletionStage<T> stage = (CompletionStage<T>) steps.call(body);
            stage.whenComplete(this::stageCompleted);
            if (isDone()) {
                steps.interrupt();
            }
        } catch (Throwable e) {
            fail(e);
        }
    }

    private void stageCompleted(T value, @Nullable Throwable failure) {
        if (failure == null) {
            complete(value);
        } else {
            fail(unwrap(failure));
        }
    }

    private static Throwable unwrap(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof java.util.concurrent.CompletionException && cause != null
                ? cause
                : failure;
    }

    /**
     * Completes the future with a result, unless it has completed, and ends the task.
     *
     * @param value the result
     */
    public void complete(T value) {
        set(value);
        endFrom(CLAIMED);
    }

    /**
     * Completes the future with a failure, unless it has completed, and ends the task.
     *
     * @param failure what went wrong
     */
    public void fail(Throwable failure) {
        setException(failure);
        if (!endFrom(CLAIMED)) {
            endFrom(WAITING);
        }
    }

    /**
     * Fails the future because the task ran too long, and interrupts its thread if it has one here.
     *
     * @param detail the worker concerned and what is done to it
     */
    public void timeOut(String detail) {
        Duration allowed = Objects.requireNonNull(timeout(), "task has no timeout");
        setException(new TaskTimeoutException(allowed, detail));
        observer.abandoned(this, true);
        interrupt();
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (!super.cancel(mayInterruptIfRunning)) {
            return false;
        }
        observer.abandoned(this, mayInterruptIfRunning);
        if (control != null) {
            control.cancelStage(mayInterruptIfRunning);
        }
        endFrom(WAITING);
        return true;
    }

    @Override
    void done() {
        observer.completed(this);
        Runnable action = completion;
        if (action != null) {
            action.run();
        }
    }

    /**
     * Runs an action once the future has completed, at once if it has. A task takes one action.
     *
     * @param action what to run, by whichever thread completes the task; must not throw
     */
    public void onCompletion(Runnable action) {
        Runnable once = once(action);
        completion = once;
        if (isDone()) {
            once.run();
        }
    }

    /**
     * Runs an action once the body has returned or will never run, at once if that is so. After a
     * cancellation or timeout this may be later than the completion of the future; after {@link
     * #withdraw()} the future stays open. A task takes one action. A task of this JVM that was made
     * without {@code interruptible} tells nothing, since it does not keep track of its body.
     *
     * @param action what to run, by whichever thread ends the task; must not throw
     */
    public void onEnd(Runnable action) {
        Runnable once = once(action);
        end = once;
        if (phase == ENDED) {
            once.run();
        }
    }

    private static Runnable once(Runnable action) {
        AtomicBoolean pending = new AtomicBoolean(true);
        return () -> {
            if (pending.compareAndSet(true, false)) {
                action.run();
            }
        };
    }

    private boolean endFrom(int expected) {
        if (!PHASE.compareAndSet(this, expected, ENDED)) {
            return false;
        }
        if (control != null) {
            control.stopAlarm();
        }
        observer.ended(this);
        Runnable action = end;
        if (action != null) {
            action.run();
        }
        return true;
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
        Pool pool = isOpen(HELPFUL_NANOS) ? CurrentPool.get() : null;
        if (pool == null) {
            return super.get();
        }
        pool.blocked();
        try {
            return super.get();
        } finally {
            pool.unblocked();
        }
    }

    @Override
    public T get(long time, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        Pool pool = isOpen(unit.toNanos(time)) ? CurrentPool.get() : null;
        if (pool == null) {
            return super.get(time, unit);
        }
        pool.blocked();
        try {
            return super.get(time, unit);
        } finally {
            pool.unblocked();
        }
    }

    /**
     * Tells whether somebody follows this one task: it may time out, be asynchronous, or be
     * interrupted or withdrawn without its pool.
     *
     * @return whether it is followed
     */
    public boolean isFollowed() {
        return control != null;
    }

    /**
     * Has this task timed from now on, for the sums of its observer only; the task itself keeps no
     * times, which spares a pool in this JVM most of the cost.
     *
     * @param now the time on the clock of {@link System#nanoTime()}, not 0
     */
    public void timedFrom(long now) {
        submittedAt = now;
    }

    /** Tells whether the caller, who will wait for so long, must really wait. */
    private boolean isOpen(long nanos) {
        if (isDone()) {
            return false;
        }
        if (nanos >= HELPFUL_NANOS && !Thread.currentThread().isInterrupted()) {
            observer.awaited(this);
        }
        return !isDone();
    }

    /**
     * Numbers this task, and has it timed from now on if it was submitted at a known time.
     *
     * @param number number in its scope, from 1
     * @param submittedAt now on the clock of {@link System#nanoTime()}, or 0 for no timing
     */
    public void submitted(long number, long submittedAt) {
        timing = new TaskTiming(number, submittedAt);
    }

    /**
     * Records when and where the body ran; called before it completes, by a pool that ran it
     * elsewhere.
     *
     * @param worker name of the worker
     * @param startedAt start of the body on the clock of {@link System#nanoTime()} here
     * @param nanos how long it ran, in nanoseconds
     */
    public void ran(String worker, long startedAt, long nanos) {
        if (timing != null) {
            timing.ran(worker, startedAt, nanos);
        }
    }

    /**
     * Returns when and where the body ran.
     *
     * @return the times, or null if the task is not numbered
     */
    public @Nullable TaskTiming timing() {
        return timing;
    }

    /**
     * Returns the number of this task in its scope.
     *
     * @return the number, from 1, or 0 if it has none
     */
    public long number() {
        return timing == null ? 0 : timing.number();
    }

    /**
     * Attaches what its pool wants to know of this task. Not safe for use by several threads at
     * once; a pool does so under its lock, or before it has handed the task to anybody.
     *
     * @param what anything, or null
     */
    public void attach(@Nullable Object what) {
        attachment = what;
    }

    /**
     * Returns what was attached last.
     *
     * @return what its pool attached, or null
     */
    public @Nullable Object attachment() {
        return attachment;
    }

    /**
     * Tells whether this task was made by a scope.
     *
     * @param scope the scope, as the observer it is
     * @return whether it is that scope's
     */
    @SuppressWarnings("ReferenceEquality") // identity is the question
    public boolean belongsTo(TaskObserver scope) {
        return observer == scope;
    }
}
