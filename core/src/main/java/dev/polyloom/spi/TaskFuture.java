package dev.polyloom.spi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A future that runs its own body, like a {@link java.util.concurrent.FutureTask} at half its
 * price.
 *
 * <p>All of its state is one word: nothing while the body waits, the thread while that runs it, and
 * then the outcome. So a body costs two compare-and-sets, one when it begins and one when it ends,
 * whoever else may cancel or complete it meanwhile. Those who wait stand in a stack of their own,
 * as in Treiber's "Systems Programming: Coping with Parallelism" (1986): each pushes itself before
 * it looks at the state a last time and parks, and whoever writes the outcome looks at the stack
 * after that.
 *
 * @param <T> what the body returns
 */
abstract class TaskFuture<T extends @Nullable Object> implements RunnableFuture<T> {
    private static final VarHandle STATE;
    private static final VarHandle WAITERS;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            STATE = lookup.findVarHandle(TaskFuture.class, "state", Object.class);
            WAITERS = lookup.findVarHandle(TaskFuture.class, "waiters", Waiter.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** An outcome that does not stand for itself. */
    private sealed interface Outcome {}

    /** A result that could be mistaken for another state. */
    private record Result(@Nullable Object value) implements Outcome {
        static final Result NULL = new Result(null);
    }

    private record Failure(Throwable thrown) implements Outcome {}

    private static final class Cancelled implements Outcome {
        static final Cancelled QUIETLY = new Cancelled(false);

        volatile boolean interrupting;

        Cancelled(boolean interrupting) {
            this.interrupting = interrupting;
        }
    }

    private static final class Waiter {
        volatile @Nullable Thread thread = Thread.currentThread();
        volatile @Nullable Waiter next;
    }

    private @Nullable Callable<?> callable;
    private volatile @Nullable Object state;
    private volatile @Nullable Waiter waiters;

    TaskFuture(Callable<?> body) {
        callable = body;
    }

    /**
     * Returns the body: what gives the result or, of an asynchronous task, the stage.
     *
     * @return the body, or null once the task has completed
     */
    public @Nullable Callable<?> callable() {
        return callable;
    }

    /** Sets another body to be run, unless there is none to be run any more. */
    final void replace(Callable<?> body) {
        if (callable != null) {
            callable = body;
        }
    }

    // ---- running and completing

    /** Runs the body here, unless another thread does or the future has completed. */
    final void runHere() {
        Thread me = Thread.currentThread();
        Callable<?> body = callable;
        if (body == null || !STATE.compareAndSet(this, null, me)) {
            return;
        }
        Object outcome;
        try {
            outcome = outcome(body.call());
        } catch (Throwable e) {
            outcome = new Failure(e);
        }
        if (STATE.compareAndSet(this, me, outcome)) {
            finish();
        } else if (state instanceof Cancelled cancelled) {
            awaitInterrupt(cancelled);
        }
    }

    /** The interrupt is meant for the body, not for what this thread does next. */
    @SuppressWarnings("ThreadPriorityCheck") // a moment, unless the canceller has lost its turn
    private static void awaitInterrupt(Cancelled cancelled) {
        while (cancelled.interrupting) {
            Thread.yield();
        }
    }

    /** Completes with a result, unless it has completed. */
    final boolean set(T value) {
        return completeWith(outcome(value));
    }

    /** Completes with a failure, unless it has completed. */
    final boolean setException(Throwable failure) {
        return completeWith(new Failure(failure));
    }

    private boolean completeWith(Object outcome) {
        Object now = state;
        while (!isOutcome(now)) {
            if (STATE.compareAndSet(this, now, outcome)) {
                finish();
                return true;
            }
            now = state;
        }
        return false;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        Object now = state;
        while (!isOutcome(now)) {
            Thread runner = mayInterruptIfRunning ? (Thread) now : null;
            Cancelled cancelled = runner == null ? Cancelled.QUIETLY : new Cancelled(true);
            if (STATE.compareAndSet(this, now, cancelled)) {
                try {
                    interrupt(runner, cancelled);
                } finally {
                    finish();
                }
                return true;
            }
            now = state;
        }
        return false;
    }

    private static void interrupt(@Nullable Thread runner, Cancelled cancelled) {
        if (runner != null) {
            try {
                runner.interrupt();
            } finally {
                cancelled.interrupting = false;
            }
        }
    }

    private void finish() {
        Waiter top = waiters;
        while (top != null && !WAITERS.compareAndSet(this, top, null)) {
            top = waiters;
        }
        for (Waiter each = top; each != null; each = each.next) {
            Thread thread = each.thread;
            if (thread != null) {
                each.thread = null;
                LockSupport.unpark(thread);
            }
        }
        done();
        callable = null;
    }

    /** Called once, when the future has completed. */
    abstract void done();

    private static Object outcome(@Nullable Object value) {
        if (value == null) {
            return Result.NULL;
        }
        return value instanceof Thread || value instanceof Outcome ? new Result(value) : value;
    }

    private static boolean isOutcome(@Nullable Object state) {
        return state != null && !(state instanceof Thread);
    }

    // ---- asking

    @Override
    public final boolean isDone() {
        return isOutcome(state);
    }

    @Override
    public final boolean isCancelled() {
        return state instanceof Cancelled;
    }

    @Override
    public final State state() {
        return stateOf(state);
    }

    private static State stateOf(@Nullable Object now) {
        if (!isOutcome(now)) {
            return State.RUNNING;
        }
        if (now instanceof Failure) {
            return State.FAILED;
        }
        return now instanceof Cancelled ? State.CANCELLED : State.SUCCESS;
    }

    @Override
    public final T resultNow() {
        Object now = state;
        if (stateOf(now) != State.SUCCESS) {
            throw new IllegalStateException("the task has no result: " + this);
        }
        return result(now);
    }

    @Override
    public final Throwable exceptionNow() {
        if (state instanceof Failure(Throwable thrown)) {
            return thrown;
        }
        throw new IllegalStateException("the task has not failed: " + this);
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
        Object now = state;
        return told(isOutcome(now) ? now : await(false, 0));
    }

    @Override
    public T get(long time, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        Object now = state;
        if (!isOutcome(now)) {
            now = await(true, unit.toNanos(time));
            if (now == null) {
                throw new TimeoutException(
                        "not completed within %d %s: %s".formatted(time, unit, this));
            }
        }
        return told(now);
    }

    private T told(@Nullable Object outcome) throws ExecutionException {
        if (outcome instanceof Failure(Throwable thrown)) {
            throw new ExecutionException(thrown);
        }
        if (outcome instanceof Cancelled) {
            throw new CancellationException("the task was cancelled");
        }
        return result(outcome);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // null where T allows it
    private T result(@Nullable Object outcome) {
        return (T) (outcome instanceof Result(Object value) ? value : outcome);
    }

    @Override
    public String toString() {
        String now = state == null ? "waiting" : state().name().toLowerCase(Locale.ROOT);
        Callable<?> body = callable;
        return "%s[%s%s]"
                .formatted(getClass().getSimpleName(), now, body == null ? "" : ", " + body);
    }

    // ---- waiting

    /** Waits for the outcome; null if it has not come in time. */
    private @Nullable Object await(boolean timed, long nanos) throws InterruptedException {
        long begun = timed ? System.nanoTime() : 0;
        Waiter own = push();
        try {
            while (true) {
                Object now = state;
                if (isOutcome(now)) {
                    return now;
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (!timed) {
                    LockSupport.park(this);
                    continue;
                }
                long left = nanos - (System.nanoTime() - begun);
                if (left <= 0) {
                    return null;
                }
                LockSupport.parkNanos(this, left);
            }
        } finally {
            own.thread = null;
            if (!isDone()) {
                unlink();
            }
        }
    }

    private Waiter push() {
        Waiter own = new Waiter();
        do {
            own.next = waiters;
        } while (!WAITERS.weakCompareAndSet(this, own.next, own));
        return own;
    }

    /** Takes those out who wait no more, so that whoever polls leaves nothing behind. */
    private void unlink() {
        Waiter before = null;
        Waiter each = waiters;
        while (each != null) {
            Waiter next = each.next;
            if (each.thread != null) {
                before = each;
            } else if (before != null) {
                before.next = next;
                if (before.thread == null) {
                    // it left meanwhile and may be out of the stack already
                    before = null;
                    next = waiters;
                }
            } else if (!WAITERS.compareAndSet(this, each, next)) {
                next = waiters;
            }
            each = next;
        }
    }
}
