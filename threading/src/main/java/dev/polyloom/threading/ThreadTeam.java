package dev.polyloom.threading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Threads that work on one thing with the one that asks for it, and the channels between them. The
 * first failure, or an interrupt of the one who asks, closes the channels and interrupts the
 * threads; whoever asks goes on only when all have ended.
 */
final class ThreadTeam {
    private static final int CAPACITY = 16;

    private final String what;
    private final List<ThreadHandle<?>> threads = new ArrayList<>();
    private final List<Channel<?>> channels = new ArrayList<>();
    private @Nullable Throwable failure;

    /** Makes a team without threads, that says in its errors what it does. */
    ThreadTeam(String what) {
        this.what = what;
    }

    /** What a thread of the team, or who asks, does. */
    interface Body {
        void run() throws Exception;
    }

    <T> Channel<T> channel() {
        return channel(CAPACITY);
    }

    synchronized <T> Channel<T> channel(int capacity) {
        Channel<T> channel = Channel.named(what).bounded(capacity);
        channels.add(channel);
        if (failure != null) {
            channel.close(failure);
        }
        return channel;
    }

    synchronized void start(Body body) {
        if (failure == null) {
            threads.add(Threads.builder().virtual().name(what).start(() -> attempt(body)));
        }
    }

    private void attempt(Body body) {
        try {
            body.run();
        } catch (Throwable e) {
            stop(e);
        }
    }

    private synchronized void stop(Throwable cause) {
        if (failure == null) {
            failure = cause;
            channels.forEach(each -> each.close(cause));
            threads.forEach(ThreadHandle::interrupt);
        }
    }

    /** Does the part of the one who asks, then waits for all threads. */
    void finish(Body own) throws InterruptedException {
        boolean interrupted = false;
        try {
            own.run();
        } catch (InterruptedException e) {
            interrupted = true;
            stop(e);
        } catch (Throwable e) {
            stop(e);
        }
        for (ThreadHandle<?> each : members()) {
            interrupted |= join(each);
        }
        if (interrupted) {
            throw new InterruptedException(what + " was interrupted");
        }
        throwFailure();
    }

    private synchronized ThreadHandle<?>[] members() {
        return threads.toArray(new ThreadHandle<?>[0]);
    }

    private boolean join(ThreadHandle<?> member) {
        boolean interrupted = false;
        while (true) {
            try {
                member.join();
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
                stop(e);
            }
        }
    }

    private synchronized void throwFailure() {
        if (failure != null) {
            throw new JoinException("%s failed: %s".formatted(what, failure), failure);
        }
    }
}
