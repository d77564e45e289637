package dev.polyloom.process.pool;

import dev.polyloom.process.codec.EncodedTask;
import dev.polyloom.process.transport.Connection;
import dev.polyloom.process.transport.FrameType;
import dev.polyloom.spi.ScopeTask;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A task that a process pool has taken. What can change is guarded by the lock of the roster. */
final class PoolTask {
    private final ScopeTask<?> task;
    private final FrameType type;
    private final byte[] context;
    private EncodedTask body;

    /**
     * The worker it was sent to, null while it waits in the primary. Also read without the lock, as
     * a hint for who waits for the result.
     */
    volatile @Nullable WorkerLink link;

    /** Its number among the tasks sent to that worker, from 1. */
    long number;

    /** When its body started on our clock, valid if {@link #started}. */
    long startedNanos;

    boolean started;

    /** When its worker is killed if it still runs, valid if {@link #cancelled}. */
    long killAt;

    /** The next one among those that have come. */
    @Nullable PoolTask next;

    /** Whether it was added to the tasks of the pool. */
    boolean added;

    /** Whether it came too late to be added. */
    boolean refused;

    /** Whether it is counted as open. */
    boolean open;

    boolean cancelled;
    boolean abandoned;
    boolean timedOut;

    /** How many workers died when it was next in line but had not started. */
    int strikes;

    PoolTask(ScopeTask<?> task, byte[] context, EncodedTask body) {
        this.task = task;
        this.type = task.isAsync() ? FrameType.ASYNC_TASK : FrameType.TASK;
        this.context = context;
        this.body = body;
        task.attach(this);
    }

    /** Returns what a pool knows of a task it has taken, or null. */
    static @Nullable PoolTask of(ScopeTask<?> task) {
        return (PoolTask) task.attachment();
    }

    /** Returns the connection through which the result of a task will come, if it has been sent. */
    static @Nullable Connection connectionOf(ScopeTask<?> task) {
        PoolTask taken = of(task);
        WorkerLink worker = taken == null ? null : taken.link;
        return worker == null ? null : worker.connection();
    }

    ScopeTask<?> task() {
        return task;
    }

    long size() {
        return body.size();
    }

    /** Lets the encoded body go: the task will not be sent any more. */
    void drop() {
        body = EncodedTask.NONE;
    }

    /** Its worker has run it: lets others have what the encoded body took. */
    void ran() {
        body.recycle();
        drop();
    }

    void sentTo(WorkerLink worker, long newNumber) {
        link = worker;
        number = newNumber;
        started = false;
        cancelled = false;
        worker.teach(body);
        for (byte[] array : body.apart()) {
            worker.connection().send(FrameType.ARRAY, newNumber, array);
        }
        worker.connection().send(type, newNumber, body.behind(context));
    }

    void takenBack() {
        link = null;
        started = false;
        cancelled = false;
    }

    /** Returns how long it may run, or -1. */
    long timeoutNanos() {
        Duration timeout = task.timeout();
        return timeout == null ? -1 : Times.nanos(timeout);
    }
}
