package dev.polyloom.threading.backend;

import dev.polyloom.threading.Capabilities;
import dev.polyloom.threading.Channel;
import dev.polyloom.threading.channel.ChannelSpec;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What differs from platform to platform. Everything else in this module is written once, on these
 * few things and on what every platform has: {@link Thread}, monitors, the atomic classes.
 */
public interface Backend {
    /** Returns what programs can have here. */
    Capabilities capabilities();

    /**
     * Makes a thread that is yet to be started.
     *
     * @param virtual whether it is to cost little; a platform without such threads makes a plain
     *     one
     * @param name its name, or null for none
     * @param priority its priority, or 0 for that of the thread that makes it
     * @param stackSize the bytes of its stack, or 0 for the usual; a hint
     * @param daemon whether the program may end before it
     * @param body what it runs
     */
    Thread newThread(
            boolean virtual,
            @Nullable String name,
            int priority,
            long stackSize,
            boolean daemon,
            Runnable body);

    /** Returns the number that tells a thread from all others of the program. */
    long id(Thread thread);

    /** Lets the calling thread sleep, for no less than so many nanoseconds. */
    void sleep(long nanos) throws InterruptedException;

    /** Makes a lock. */
    CoreLock newLock();

    /** Makes a lock that readers share. */
    CoreRwLock newRwLock();

    /**
     * Makes a channel.
     *
     * @param spec what it is to be
     */
    <T> Channel<T> newChannel(ChannelSpec spec);

    /** Makes a place for this thread to wait at. */
    Parker newParker();

    /**
     * Opens the workers of a pool.
     *
     * @param name the name of the pool
     * @param workers how many there may be
     * @param uncaught gets what nobody else would hear of
     */
    PoolCore openPool(String name, int workers, Consumer<? super Throwable> uncaught);
}
