package dev.polyloom.threading;

import dev.polyloom.threading.backend.Platform;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * Starts threads, and does what a thread does with itself.
 *
 * <pre>{@code
 * ThreadHandle<Integer> sum = Threads.spawn(() -> 1 + 2);
 * int result = sum.join();
 * }</pre>
 *
 * Safe for use by several threads.
 */
public final class Threads {
    private static final ThreadLocal<ThreadHandle<?>> CURRENT =
            ThreadLocal.withInitial(() -> ThreadHandle.of(Thread.currentThread()));

    private Threads() {}

    /**
     * Describes a thread that is to be started.
     *
     * @return a builder of a plain thread without a name
     */
    public static ThreadBuilder builder() {
        return new ThreadBuilder();
    }

    /**
     * Starts a thread that costs little where such threads exist.
     *
     * @param body what it does; its result, which may be null, is that of {@link
     *     ThreadHandle#join()}
     * @param <T> the type of its result
     * @return the thread
     * @throws SpawnException if there is no room for a thread
     */
    public static <T extends @org.jspecify.annotations.Nullable Object> ThreadHandle<T> spawn(
            Callable<T> body) {
        return builder().virtual().spawn(body);
    }

    /**
     * Starts a thread that costs little where such threads exist.
     *
     * @param body what it does
     * @return the thread
     * @throws SpawnException if there is no room for a thread
     */
    public static ThreadHandle<?> start(Runnable body) {
        return builder().virtual().start(body);
    }

    /**
     * Returns the thread that asks. Every thread has a handle, also those that were not started by
     * this API; what these return is not known, so that joining them gives null.
     *
     * @return always the same handle in the same thread
     */
    public static ThreadHandle<?> current() {
        return CURRENT.get();
    }

    static void enter(ThreadHandle<?> handle) {
        CURRENT.set(handle);
    }

    /**
     * Waits for a while, in whole milliseconds, rounded up.
     *
     * @param time how long; does not wait if not positive
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public static void sleep(Duration time) throws InterruptedException {
        Objects.requireNonNull(time, "time");
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before the sleep");
        }
        long nanos = Nanos.of(time);
        if (nanos > 0) {
            Platform.backend().sleep(nanos);
        }
    }

    /** Lets others run. A long loop needs this where threads are not preempted. */
    @SuppressWarnings("ThreadPriorityCheck") // it is what the caller asks for
    public static void yieldNow() {
        Thread.yield();
    }

    /**
     * Waits until {@link ThreadHandle#unpark()} is called for this thread, which may have happened
     * before. May return without cause.
     *
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public static void park() throws InterruptedException {
        current().parkHere(0);
    }

    /**
     * Waits as {@link #park()} does, but not for ever.
     *
     * @param most the longest wait; does not wait if not positive
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public static void park(Duration most) throws InterruptedException {
        if (Nanos.of(most) > 0) {
            current().parkHere(Nanos.of(most));
        } else if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
