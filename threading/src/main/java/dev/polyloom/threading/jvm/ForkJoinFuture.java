package dev.polyloom.threading.jvm;

import dev.polyloom.threading.backend.PoolTask;
import dev.polyloom.threading.backend.Runner;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A task that is itself what a {@link java.util.concurrent.ForkJoinPool} queues and waits for. To
 * the pool it always ends normally, with no result; how it really ended is its state.
 */
@SuppressWarnings("serial") // never serialized
final class ForkJoinFuture<T extends @Nullable Object> extends ForkJoinTask<T>
        implements PoolTask<T> {
    private static final VarHandle STATE;
    private static final VarHandle CALLBACKS;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            STATE = lookup.findVarHandle(ForkJoinFuture.class, "state", Object.class);
            CALLBACKS = lookup.findVarHandle(ForkJoinFuture.class, "callbacks", Callback.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final ForkJoinCore core;
    private volatile @Nullable Object state;
    private volatile @Nullable Callback callbacks;
    private @Nullable Callable<T> body;

    ForkJoinFuture(ForkJoinCore core, Callable<T> body) {
        this.core = core;
        this.body = body;
    }

    @Override
    public ForkJoinCore core() {
        return core;
    }

    @Override
    public @Nullable Object phase() {
        return state;
    }

    @Override
    public boolean casPhase(@Nullable Object expected, Object next) {
        return STATE.compareAndSet(this, expected, next);
    }

    @Override
    public @Nullable Callable<T> body() {
        return body;
    }

    @Override
    public void clearBody() {
        body = null;
    }

    @Override
    public @Nullable Callback callbacks() {
        return callbacks;
    }

    @Override
    public boolean casCallbacks(@Nullable Callback expected, @Nullable Callback next) {
        return CALLBACKS.compareAndSet(this, expected, next);
    }

    @Override
    public void wake() {
        quietlyComplete();
    }

    /**
     * Waits as the pool does, save in workers of such pools, which would run other tasks meanwhile
     * or have themselves replaced.
     */
    @Override
    public boolean awaitEnd(long nanos) throws InterruptedException {
        return Thread.currentThread() instanceof ForkJoinWorkerThread
                ? awaitSignal(nanos)
                : quietlyJoin(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void unqueue() {
        boolean _ = tryUnfork();
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
        return cancel();
    }

    @Override
    public T resultNow() {
        return PoolTask.super.resultNow();
    }

    @Override
    public Throwable exceptionNow() {
        return PoolTask.super.exceptionNow();
    }

    @Override
    protected boolean exec() {
        Runner runner = core.current();
        if (runner != null) {
            run(runner);
            boolean _ = Thread.interrupted();
        }
        return false;
    }

    @Override
    @SuppressWarnings("NullAway") // the pool sees no result
    public T getRawResult() {
        return null;
    }

    @Override
    protected void setRawResult(T value) {}
}
