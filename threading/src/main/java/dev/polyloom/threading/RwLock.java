package dev.polyloom.threading;

import dev.polyloom.threading.backend.CoreRwLock;
import dev.polyloom.threading.backend.Platform;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value that many threads can read at the same time, or one can change. Readers that come while a
 * writer waits do not overtake it, save by {@link #tryReadLock()}.
 *
 * <pre>{@code
 * RwLock<Config> config = new RwLock<>(load(), "config");
 * int port = config.withReadLock(Config::port);
 * config.update(old -> old.withPort(8080));
 * }</pre>
 *
 * When a body that writes fails, the value may be half changed: the lock is poisoned, and whoever
 * asks for it from then on, be it to read, gets a {@link LockPoisonedException}. A body that reads
 * and fails does no harm. A thread must not ask for the lock while it holds it: the writer gets a
 * {@link DeadlockException} at once, the reader would wait for itself if a writer waits; {@link
 * DeadlockDetection} finds that. Safe for use by several threads.
 *
 * @param <T> the type of the value; what readers do to it must be fine for several at a time
 */
public final class RwLock<T extends @Nullable Object> extends ValueLock<T> {
    private final CoreRwLock lock = Platform.backend().newRwLock();

    /** The thread that writes; only the thread itself relies on it. */
    private @Nullable Thread writer;

    private LockGraph.@Nullable Hold writeHold;

    /**
     * Makes a lock without a name.
     *
     * @param value the value to guard; to be reached through the lock only from now on
     */
    public RwLock(T value) {
        super(value, null);
    }

    /**
     * Makes a lock.
     *
     * @param value the value to guard; to be reached through the lock only from now on
     * @param name what messages call it; not null
     */
    public RwLock(T value, String name) {
        super(value, Objects.requireNonNull(name, "name"));
    }

    /**
     * Takes the lock to read, however long it takes, and runs a body with the value.
     *
     * @param body what to do with the value; must not change it
     * @param <R> the type of the result
     * @param <X> the type of the checked exceptions of the body
     * @return what the body returns
     * @throws X what the body throws
     * @throws LockPoisonedException if the lock is poisoned
     * @throws DeadlockException if this thread writes
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public <R extends @Nullable Object, X extends Exception> R withReadLock(
            LockBody<? super T, ? extends R, X> body) throws X, InterruptedException {
        Objects.requireNonNull(body, "body");
        try (ReadGuard<T> guard = readLock()) {
            return body.apply(guard.get());
        }
    }

    /**
     * Does what {@link #withReadLock(LockBody)} does, if the lock can be had in time.
     *
     * @param most the longest wait; does not wait if not positive
     * @param body what to do with the value; must not change it
     * @param <R> the type of the result
     * @param <X> the type of the checked exceptions of the body
     * @return what the body returns
     * @throws X what the body throws
     * @throws TimedOutException if the lock is not free in time
     * @throws LockPoisonedException if the lock is poisoned
     * @throws DeadlockException if this thread writes
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public <R extends @Nullable Object, X extends Exception> R withReadLock(
            Duration most, LockBody<? super T, ? extends R, X> body)
            throws X, InterruptedException {
        Objects.requireNonNull(body, "body");
        try (ReadGuard<T> guard = tryReadLock(most)) {
            if (guard == null) {
                throw timedOut(most);
            }
            return body.apply(guard.get());
        }
    }

    /**
     * Takes the lock to write, however long it takes, and runs a body with the value.
     *
     * @param body what to do with the value
     * @param <R> the type of the result
     * @param <X> the type of the checked exceptions of the body
     * @return what the body returns
     * @throws X what the body throws; the lock is poisoned then
     * @throws LockPoisonedException if the lock is poisoned
     * @throws DeadlockException if this thread writes already
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public <R extends @Nullable Object, X extends Exception> R withWriteLock(
            LockBody<? super T, ? extends R, X> body) throws X, InterruptedException {
        Objects.requireNonNull(body, "body");
        enter(FOREVER);
        return run(body);
    }

    /**
     * Does what {@link #withWriteLock(LockBody)} does, if the lock can be had in time.
     *
     * @param most the longest wait; does not wait if not positive
     * @param body what to do with the value
     * @param <R> the type of the result
     * @param <X> the type of the checked exceptions of the body
     * @return what the body returns
     * @throws X what the body throws; the lock is poisoned then
     * @throws TimedOutException if the lock is not free in time
     * @throws LockPoisonedException if the lock is poisoned
     * @throws DeadlockException if this thread writes already
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public <R extends @Nullable Object, X extends Exception> R withWriteLock(
            Duration most, LockBody<? super T, ? extends R, X> body)
            throws X, InterruptedException {
        Objects.requireNonNull(body, "body");
        enter(most);
        return run(body);
    }

    /**
     * Takes the lock to read, however long it takes.
     *
     * @return the guard, which gives the lock back when it is closed
     * @throws LockPoisonedException if the lock is poisoned
     * @throws DeadlockException if this thread writes
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public ReadGuard<T> readLock() throws InterruptedException {
        boolean _ = acquireRead(FOREVER);
        return reader();
    }

    /**
     * Takes the lock to read if that takes no time, even if a writer waits.
     *
     * @return the guard; null if somebody writes, be it this thread
     * @throws LockPoisonedException if the lock is poisoned
     */
    public @Nullable ReadGuard<T> tryReadLock() {
        return !isWriter() && lock.tryRead() ? reader() : null;
    }

    /**
     * Takes the lock to read if that can be done in time.
     *
     * @param most the longest wait; does not wait if not positive
     * @return the guard; null if the lock cannot be had in time
     * @throws LockPoisonedException if the lock is poisoned
     * @throws DeadlockException if this thread writes
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public @Nullable ReadGuard<T> tryReadLock(Duration most) throws InterruptedException {
        return acquireRead(Nanos.of(most)) ? reader() : null;
    }

    /**
     * Takes the lock to write, however long it takes.
     *
     * @return the guard, which gives the lock back when it is closed
     * @throws LockPoisonedException if the lock is poisoned
     * @throws DeadlockException if this thread writes already
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public Guard<T> writeLock() throws InterruptedException {
        enter(FOREVER);
        return new Guard<>(this);
    }

    /**
     * Takes the lock to write if that takes no time.
     *
     * @return the guard; null if somebody reads or writes, be it this thread
     * @throws LockPoisonedException if the lock is poisoned
     */
    public @Nullable Guard<T> tryWriteLock() {
        return !isWriter() && hold(lock.tryWrite()) ? writer() : null;
    }

    /**
     * Takes the lock to write if that can be done in time.
     *
     * @param most the longest wait; does not wait if not positive
     * @return the guard; null if the lock cannot be had in time
     * @throws LockPoisonedException if the lock is poisoned
     * @throws DeadlockException if this thread writes already
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public @Nullable Guard<T> tryWriteLock(Duration most) throws InterruptedException {
        return acquire(Nanos.of(most)) ? writer() : null;
    }

    private Guard<T> writer() {
        throwIfPoisoned();
        return new Guard<>(this);
    }

    private ReadGuard<T> reader() {
        if (isPoisoned()) {
            lock.unlockRead();
            throw poisoned();
        }
        return new ReadGuard<>(
                this, DeadlockDetection.isOn() ? LockGraph.taken(this, false) : null);
    }

    private boolean acquireRead(long nanos) throws InterruptedException {
        throwIfWriter();
        if (!DeadlockDetection.isOn()) {
            return lock.read(nanos);
        }
        return watched(nanos, false);
    }

    @Override
    boolean acquire(long nanos) throws InterruptedException {
        throwIfWriter();
        return hold(DeadlockDetection.isOn() ? watched(nanos, true) : lock.write(nanos));
    }

    private boolean watched(long nanos, boolean write) throws InterruptedException {
        if (LockGraph.isHeld(this)) {
            throw heldAlready();
        }
        if (take(0, write)) {
            return true;
        }
        if (nanos != FOREVER) {
            return take(nanos, write);
        }
        LockGraph.waits(this, write);
        try {
            return take(nanos, write);
        } finally {
            LockGraph.waitsNoMore();
        }
    }

    private boolean take(long nanos, boolean write) throws InterruptedException {
        return write ? lock.write(nanos) : lock.read(nanos);
    }

    private void throwIfWriter() {
        if (isWriter()) {
            throw heldAlready();
        }
    }

    @SuppressWarnings("ReferenceEquality") // threads are told apart by identity
    private boolean isWriter() {
        return writer == Thread.currentThread();
    }

    private boolean hold(boolean taken) {
        if (!taken) {
            return false;
        }
        writer = Thread.currentThread();
        writeHold = DeadlockDetection.isOn() ? LockGraph.taken(this, true) : null;
        return true;
    }

    @Override
    void release() {
        if (writeHold != null) {
            LockGraph.released(this, writeHold);
            writeHold = null;
        }
        writer = null;
        lock.unlockWrite();
    }

    void releaseRead(LockGraph.@Nullable Hold hold) {
        if (hold != null) {
            LockGraph.released(this, hold);
        }
        lock.unlockRead();
    }

    @Override
    String kind() {
        return "lock";
    }
}
