package dev.polyloom.threading.backend;

import dev.polyloom.threading.PoolException;
import dev.polyloom.threading.PoolFuture;
import dev.polyloom.threading.TimedOutException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The life of a task, apart from where its few fields are kept.
 *
 * <p>One field holds the phase, and each step is one compare-and-set of it: null while nobody has
 * begun the task; the {@link Runner} that runs it; {@link #BENEATH} while that thread runs another
 * task that this one waits for; in the end the result ({@link #NULL} for null) or a {@link
 * Failure}. So a task is begun once and ends once, whoever comes first.
 *
 * <p>To end a running task from outside is to set its failure and then to interrupt its thread,
 * both with the monitor of the task held. A thread that cannot set the result passes through that
 * monitor before it goes on, so that the interrupt has arrived by then and does not hit the next
 * task. While a task lies beneath another, its thread is not interrupted, as that would hit the
 * other; it interrupts itself when it comes back.
 *
 * <p>A worker that waits for a task that nobody has begun runs it itself. It does nothing else
 * meanwhile, so that a thread only ever waits for what its task needs, and tasks that do not wait
 * for each other in a circle all end, with one worker too. Where the stack gets deep, another
 * thread stands in for the worker if the platform allows for it.
 */
@SuppressWarnings("ReferenceEquality") // marks are told apart by identity
public interface PoolTask<T extends @Nullable Object> extends PoolFuture<T>, PoolWork {
    /** The phase of a task whose thread runs another one that it waits for. */
    Object BENEATH = new Object();

    /** The phase of a task that returned null. */
    Object NULL = new Object();

    /** The longest time that nanoseconds can say. */
    Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

    /** Returns the pool. */
    PoolCore core();

    /** Returns the phase. */
    @Nullable Object phase();

    /** Sets the phase if it is as expected. */
    boolean casPhase(@Nullable Object expected, Object next);

    /** Returns the body, or null if it is no longer needed. */
    @Nullable Callable<T> body();

    /** Lets go of the body. */
    void clearBody();

    /** Returns what is to be done at the end. */
    @Nullable Callback callbacks();

    /** Sets what is to be done at the end if it is as expected. */
    boolean casCallbacks(@Nullable Callback expected, @Nullable Callback next);

    /** Wakes those who wait; the phase is the last one. */
    void wake();

    /** Waits for the end, and tells whether it came in time. */
    boolean awaitEnd(long nanos) throws InterruptedException;

    /** Takes the task from the queue if that is easily done. */
    void unqueue();

    /** Something to do at the end of a task, and what was registered before. */
    record Callback(Consumer<? super PoolFuture<?>> action, @Nullable Callback next) {
        /** Wakes those who wait at the monitor of the task. */
        static final Consumer<PoolFuture<?>> SIGNAL = PoolTask::signal;
    }

    @Override
    default void run(Runner runner) {
        PoolWork outer = runner.enter(this);
        boolean mine = casPhase(null, runner);
        if (mine) {
            Callable<T> body = body();
            clearBody();
            end(runner, body, outcome(body));
        }
        runner.leave(outer);
        if (mine) {
            arrive();
        }
    }

    private Object outcome(@Nullable Callable<T> body) {
        PoolCore core = core();
        try {
            core.begun(this);
            if (body == null || core.isStopping()) {
                core.keep(body);
                return Failure.cancelled(core.name());
            }
            Object result = body.call();
            return result == null ? NULL : result;
        } catch (FailureException e) {
            return e.failure();
        } catch (Throwable e) {
            return Failure.thrown(core.name(), e);
        }
    }

    @SuppressWarnings("EmptyBlock") // whoever ended the task has interrupted this thread by then
    private void end(Runner runner, @Nullable Callable<T> body, Object outcome) {
        if (!casPhase(runner, outcome)) {
            synchronized (this) {
            }
            boolean _ = Thread.interrupted();
        } else if (!(outcome instanceof Failure failure)) {
            runner.countSucceeded();
        } else if (failure.cancelled()) {
            core().countEnded(true);
        } else {
            runner.countFailed();
            if (body instanceof Action) {
                core().report(failure.exception());
            }
        }
    }

    /** Ends the task if nobody has begun it. */
    default boolean abandon(Failure failure) {
        if (!casPhase(null, failure)) {
            return false;
        }
        clearBody();
        core().abandoned(this);
        core().countEnded(failure.cancelled());
        arrive();
        return true;
    }

    /** Ends the task if it has not ended. */
    default boolean abort(Failure failure) {
        if (abandon(failure)) {
            return true;
        }
        if (!interruptRunning(failure)) {
            return false;
        }
        core().countEnded(failure.cancelled());
        arrive();
        return true;
    }

    private boolean interruptRunning(Failure failure) {
        synchronized (this) {
            while (true) {
                Object now = phase();
                if (now instanceof Runner runner) {
                    if (casPhase(runner, failure)) {
                        runner.interrupt();
                        return true;
                    }
                } else if (now != BENEATH) {
                    return false;
                } else if (casPhase(BENEATH, failure)) {
                    return true;
                }
            }
        }
    }

    @Override
    default boolean cancel() {
        return abort(Failure.cancelled(core().name()));
    }

    private void arrive() {
        wake();
        if (callbacks() != null) {
            callBack();
        }
    }

    private void callBack() {
        Callback last;
        do {
            last = callbacks();
        } while (!casCallbacks(last, null));
        Callback inOrder = null;
        for (Callback each = last; each != null; each = each.next()) {
            if (each.action() == Callback.SIGNAL) {
                signal(this);
            } else {
                inOrder = new Callback(each.action(), inOrder);
            }
        }
        for (Callback each = inOrder; each != null; each = each.next()) {
            try {
                each.action().accept(this);
            } catch (Throwable e) {
                core().report(e);
            }
        }
    }

    @Override
    @SuppressWarnings("unchecked") // the action takes this, whatever its result
    default PoolFuture<T> onDone(Consumer<? super PoolFuture<T>> action) {
        register((Consumer<? super PoolFuture<?>>) (Consumer<?>) action);
        return this;
    }

    private void register(Consumer<? super PoolFuture<?>> action) {
        Callback before;
        do {
            before = callbacks();
        } while (!casCallbacks(before, new Callback(action, before)));
        if (isDone()) {
            callBack();
        }
    }

    @Override
    default T await() throws InterruptedException {
        boolean _ = awaitOrHelp(Long.MAX_VALUE);
        return resultOrThrow();
    }

    @Override
    default T await(Duration most) throws InterruptedException {
        long nanos = most.compareTo(FOREVER) < 0 ? most.toNanos() : Long.MAX_VALUE;
        if (!awaitOrHelp(nanos)) {
            throw new TimedOutException(
                    "a task of pool '%s' goes on after %s".formatted(core().name(), most), null);
        }
        return resultOrThrow();
    }

    private boolean awaitOrHelp(long nanos) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (isDone() || nanos <= 0) {
            return isDone();
        }
        Runner mine = core().current();
        if (mine != null) {
            if (mine.carries(this) && !isDone()) {
                throw new PoolException(
                        "a task of pool '%s' waits for its own end".formatted(core().name()), null);
            }
            if (!mine.isDeep() || !core().awaitWithStandIn(this, nanos)) {
                help(mine);
            }
        }
        return isDone() || awaitEnd(nanos);
    }

    /** Runs the task in this worker if nobody has begun it. */
    default void help(Runner mine) {
        PoolTask<?> outer = mine.current() instanceof PoolTask<?> task ? task : null;
        if (phase() != null || (outer != null && !outer.casPhase(mine, BENEATH))) {
            return;
        }
        unqueue();
        if (outer == null) {
            run(mine);
            return;
        }
        mine.descend(outer);
        try {
            run(mine);
        } finally {
            mine.ascend();
            mine.leave(outer);
            if (!outer.casPhase(BENEATH, mine)) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits at the monitor of the task for its end. */
    @SuppressWarnings("WaitNotInLoop") // the loop is there, in the two forms of waiting
    default boolean awaitSignal(long nanos) throws InterruptedException {
        if (!hasSignal()) {
            register(Callback.SIGNAL);
        }
        long deadline = System.nanoTime() + nanos;
        synchronized (this) {
            while (!isDone()) {
                if (nanos == Long.MAX_VALUE) {
                    wait();
                    continue;
                }
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                wait(Math.ceilDiv(left, 1_000_000));
            }
        }
        return true;
    }

    private boolean hasSignal() {
        Callback each = callbacks();
        while (each != null && each.action() != Callback.SIGNAL) {
            each = each.next();
        }
        return each != null;
    }

    private static void signal(PoolFuture<?> task) {
        synchronized (task) {
            task.notifyAll();
        }
    }

    @Override
    default Status status() {
        Object now = phase();
        if (now == null) {
            return Status.PENDING;
        }
        if (!isDone()) {
            return Status.RUNNING;
        }
        if (now instanceof Runner || now == BENEATH) {
            now = phase();
        }
        return !(now instanceof Failure failure)
                ? Status.SUCCEEDED
                : failure.cancelled() ? Status.CANCELLED : Status.FAILED;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // a last phase that is no failure is the result
    private T resultOrThrow() {
        Object now = phase();
        if (now instanceof Failure failure) {
            throw failure.error().get();
        }
        return now == NULL ? null : (T) now;
    }

    @Override
    default T resultNow() {
        Status now = status();
        if (now != Status.SUCCEEDED) {
            throw new IllegalStateException("the task has no result, it is " + now);
        }
        return resultOrThrow();
    }

    @Override
    default Throwable exceptionNow() {
        Status now = status();
        if (now == Status.FAILED && phase() instanceof Failure failure) {
            return failure.exception();
        }
        throw new IllegalStateException("the task has not failed, it is " + now);
    }
}
