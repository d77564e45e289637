package dev.polyloom.threading;

import dev.polyloom.threading.backend.Backend;
import dev.polyloom.threading.backend.Parker;
import dev.polyloom.threading.backend.Platform;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A thread, and what it returns. Safe for use by several threads.
 *
 * @param <T> the type of what the thread returns
 */
public final class ThreadHandle<T extends @Nullable Object> {
    private final @Nullable Callable<T> body;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Parker parker;

    /** Kept here, since a platform may spend its own on any other wait of the thread. */
    private final AtomicBoolean permit = new AtomicBoolean();

    private @Nullable T result;
    private @Nullable Throwable failure;

    ThreadHandle(@Nullable Callable<T> body) {
        this.body = body;
    }

    /** Makes the handle of a thread that asks for its own. */
    static ThreadHandle<?> of(Thread current) {
        ThreadHandle<@Nullable Object> handle = new ThreadHandle<>(null);
        handle.thread = current;
        handle.parker = Platform.backend().newParker();
        return handle;
    }

    ThreadHandle<T> start(
            boolean virtual, @Nullable String name, int priority, long stackSize, boolean daemon) {
        Backend backend = Platform.backend();
        Thread made = backend.newThread(virtual, name, priority, stackSize, daemon, this::run);
        thread = made;
        try {
            made.start();
        } catch (OutOfMemoryError e) {
            throw new SpawnException(
                    "thread '%s' could not be started: %s"
                            .formatted(made.getName(), e.getMessage()),
                    e);
        }
        return this;
    }

    private void run() {
        Threads.enter(this);
        parker = Platform.backend().newParker();
        try {
            result = call();
        } catch (Throwable e) {
            failure = e;
        }
    }

    private @Nullable T call() throws Exception {
        return body == null ? null : body.call();
    }

    private Thread thread() {
        Thread known = thread;
        if (known == null) {
            throw new IllegalStateException("the thread is being started");
        }
        return known;
    }

    /**
     * Waits for the thread to end.
     *
     * @return what it returned; null if that is not known
     * @throws JoinException if it failed; the cause is what it threw
     * @throws InterruptedException if the thread that waits is interrupted
     */
    public T join() throws InterruptedException {
        throwIfCurrent();
        thread().join();
        return outcome();
    }

    /**
     * Waits for the thread to end, but not for ever.
     *
     * @param most the longest wait, in whole milliseconds, rounded up; does not wait if not
     *     positive
     * @return what it returned; null if that is not known
     * @throws TimedOutException if it goes on for longer
     * @throws JoinException if it failed; the cause is what it threw
     * @throws InterruptedException if the thread that waits is interrupted
     */
    public T join(Duration most) throws InterruptedException {
        throwIfCurrent();
        if (Nanos.of(most) > 0) {
            thread().join(Nanos.toMillis(Nanos.of(most)));
        } else if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (!isFinished()) {
            throw new TimedOutException("%s goes on after %s".formatted(this, most), null);
        }
        return outcome();
    }

    @SuppressWarnings("NullAway") // null if and only if the body returned it
    private T outcome() {
        if (failure != null) {
            throw new JoinException("%s failed: %s".formatted(this, failure), failure);
        }
        return result;
    }

    private void throwIfCurrent() {
        if (thread().equals(Thread.currentThread())) {
            throw new JoinException(this + " waits for its own end", null);
        }
    }

    /**
     * Tells whether the thread has ended.
     *
     * @return true if joining it takes no time
     */
    public boolean isFinished() {
        return !thread().isAlive();
    }

    /** Asks the thread to stop what it waits for. */
    public void interrupt() {
        thread().interrupt();
    }

    /**
     * Returns the name.
     *
     * @return the name; empty if it has none
     */
    public String name() {
        return thread().getName();
    }

    /**
     * Returns the number that tells the thread from all others of the program.
     *
     * @return the number, positive
     */
    public long id() {
        return Platform.backend().id(thread());
    }

    /** Lets the thread go on from {@link Threads#park()}, now or the next time. */
    public void unpark() {
        permit.set(true);
        Parker known = parker;
        if (known != null) {
            known.unpark();
        }
    }

    /** Waits in the thread of this handle; for ever if the nanoseconds are 0. */
    void parkHere(long nanos) throws InterruptedException {
        Parker own = parker;
        if (own == null) {
            throw new IllegalStateException("the thread is being started");
        }
        throwIfInterrupted();
        if (!permit.get()) {
            own.park(nanos == 0 ? Long.MAX_VALUE : nanos);
        }
        throwIfInterrupted();
        boolean _ = permit.getAndSet(false);
    }

    private static void throwIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    @Override
    public String toString() {
        String name = name();
        return name.isEmpty() ? "thread " + id() : "thread '%s'".formatted(name);
    }
}
