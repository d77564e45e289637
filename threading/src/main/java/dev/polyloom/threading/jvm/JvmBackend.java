package dev.polyloom.threading.jvm;

import dev.polyloom.threading.Capabilities;
import dev.polyloom.threading.Channel;
import dev.polyloom.threading.OverflowPolicy;
import dev.polyloom.threading.backend.Backend;
import dev.polyloom.threading.backend.CoreLock;
import dev.polyloom.threading.backend.CoreRwLock;
import dev.polyloom.threading.backend.Parker;
import dev.polyloom.threading.backend.PoolCore;
import dev.polyloom.threading.channel.ChannelSpec;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The JVM's threads and locks. */
public final class JvmBackend implements Backend {
    /** With less room, threads wait for each other so often that a hand-off is faster. */
    private static final int LEAST_RING = 2;

    /** With more room, a ring would take too much memory before it is used. */
    private static final int MOST_RING = 1 << 20;

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
    public void sleep(long nanos) throws InterruptedException {
        Thread.sleep(Duration.ofNanos(nanos));
    }

    @Override
    public CoreLock newLock() {
        return new JvmLock();
    }

    @Override
    public CoreRwLock newRwLock() {
        return new JvmRwLock();
    }

    @Override
    public <T> Channel<T> newChannel(ChannelSpec spec) {
        if (spec.policy() != OverflowPolicy.BLOCK) {
            return new SmallChannel<>(spec);
        }
        if (spec.capacity() == ChannelSpec.UNBOUNDED) {
            return new UnboundedChannel<>(spec);
        }
        return spec.capacity() < LEAST_RING || spec.capacity() > MOST_RING
                ? new SmallChannel<>(spec)
                : new RingChannel<>(spec);
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
            if (nanos == Long.MAX_VALUE) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, nanos);
            }
        }

        @Override
        public void unpark() {
            LockSupport.unpark(thread);
        }
    }
}
