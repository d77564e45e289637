package dev.polyloom.threading.portable;

import dev.polyloom.threading.Capabilities;
import dev.polyloom.threading.Channel;
import dev.polyloom.threading.backend.Backend;
import dev.polyloom.threading.backend.CoreLock;
import dev.polyloom.threading.backend.CoreRwLock;
import dev.polyloom.threading.backend.Parker;
import dev.polyloom.threading.backend.PoolCore;
import dev.polyloom.threading.channel.ChannelSpec;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Threads and locks from what every platform has: {@link Thread}, monitors, the atomic classes.
 * What stands on it runs where the threads of one program take turns on one processor, and on the
 * JVM too.
 */
public class PortableBackend implements Backend {
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** Makes the backend. */
    public PortableBackend() {}

    @Override
    public Capabilities capabilities() {
        return new Capabilities("portable", 1, false, false, false);
    }

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // it is what the caller asks for
    public Thread newThread(
            boolean virtual,
            @Nullable String name,
            int priority,
            long stackSize,
            boolean daemon,
            Runnable body) {
        Thread thread = name == null ? new Thread(body) : new Thread(body, name);
        thread.setDaemon(daemon || virtual);
        if (priority != 0) {
            thread.setPriority(priority);
        }
        return thread;
    }

    @Override
    @SuppressWarnings("deprecation") // the newer name is missing on other platforms
    public long id(Thread thread) {
        return thread.getId();
    }

    @Override
    public void sleep(long nanos) throws InterruptedException {
        Thread.sleep(Math.ceilDiv(nanos, NANOS_PER_MILLI));
    }

    @Override
    public CoreLock newLock() {
        return new MonitorLock();
    }

    @Override
    public CoreRwLock newRwLock() {
        return new PermitRwLock();
    }

    @Override
    public <T> Channel<T> newChannel(ChannelSpec spec) {
        return new MonitorChannel<>(spec);
    }

    @Override
    public Parker newParker() {
        return new MonitorParker();
    }

    @Override
    public PoolCore openPool(String name, int workers, Consumer<? super Throwable> uncaught) {
        return new QueueCore(name, workers, uncaught);
    }
}
