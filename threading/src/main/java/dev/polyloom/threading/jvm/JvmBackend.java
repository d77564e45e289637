package dev.polyloom.threading.jvm;

import dev.polyloom.threading.Capabilities;
import dev.polyloom.threading.backend.Backend;
import dev.polyloom.threading.backend.CoreLock;
import dev.polyloom.threading.backend.Parker;
import dev.polyloom.threading.backend.PoolCore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The JVM's threads and locks. */
public final class JvmBackend implements Backend {
    /** Makes the backend. */
    public JvmBackend() {}

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                "jvm", Runtime.getRuntime().availableProcessors(), true, true, true);
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
        if (virtual) {
            Thread.Builder.OfVirtual builder = Thread.ofVirtual();
            return (name == null ? builder : builder.name(name)).unstarted(body);
        }
        Thread.Builder.OfPlatform builder = Thread.ofPlatform().daemon(daemon).stackSize(stackSize);
        if (priority != 0) {
            builder.priority(priority);
        }
        return (name == null ? builder : builder.name(name)).unstarted(body);
    }

    @Override
    public long id(Thread thread) {
        return thread.threadId();
    }

    @Override
    public CoreLock newLock() {
        return new JvmLock();
    }

    @Override
    public Parker newParker() {
        return new JvmParker(Thread.currentThread());
    }

    @Override
    public PoolCore openPool(String name, int workers, Consumer<? super Throwable> uncaught) {
        return new ForkJoinCore(name, workers, uncaught);
    }

    private record JvmParker(Thread thread) implements Parker {
        @Override
        public void park() {
            LockSupport.park(this);
        }

        @Override
        public void park(long nanos) {
            LockSupport.parkNanos(this, nanos);
        }

        @Override
        public void unpark() {
            LockSupport.unpark(thread);
        }
    }
}
