package dev.polyloom.threading.backend;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A task with a monitor to wait at. */
@SuppressWarnings("ReferenceEquality") // marks are told apart by identity
public class QueuedTask<T extends @Nullable Object> extends AtomicReference<@Nullable Object>
        implements PoolTask<T> {
    private static final long serialVersionUID = 1L;

    private final transient PoolCore core;
    private final transient AtomicReference<@Nullable Callback> callbacks = new AtomicReference<>();
    private transient volatile @Nullable Callable<T> body;

    /** Makes a task that nobody has begun. */
    public QueuedTask(PoolCore core, Callable<T> body) {
        this.core = core;
        this.body = body;
    }

    @Override
    public PoolCore core() {
        return core;
    }

    @Override
    public @Nullable Object phase() {
        return get();
    }

    @Override
    public boolean casPhase(@Nullable Object expected, Object next) {
        return compareAndSet(expected, next);
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
        return callbacks.get();
    }

    @Override
    public boolean casCallbacks(@Nullable Callback expected, @Nullable Callback next) {
        return callbacks.compareAndSet(expected, next);
    }

    @Override
    public boolean isDone() {
        Object now = get();
        return now != null && now != BENEATH && !(now instanceof Runner);
    }

    @Override
    public void wake() {}

    @Override
    public boolean awaitEnd(long nanos) throws InterruptedException {
        return awaitSignal(nanos);
    }

    @Override
    public void unqueue() {
        core.forget(this);
    }
}
