package dev.polyloom.benchmarks;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jctools.queues.MpmcUnboundedXaddArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * A queue of JCTools, which does not block, with what its users write so that receivers can wait:
 * two looks more, then a place in a line of sleepers, of whom each sender wakes one.
 */
final class JcToolsLink implements Link {
    private static final int CHUNK = 1_024;
    private static final int LOOKS = 2;

    private final Queue<Integer> queue = new MpmcUnboundedXaddArrayQueue<>(CHUNK);
    private final Queue<Thread> sleepers = new ConcurrentLinkedQueue<>();

    @Override
    public void send(Integer message) {
        queue.add(message);
        if (!sleepers.isEmpty()) {
            LockSupport.unpark(sleepers.poll());
        }
    }

    @Override
    public Integer receive() throws InterruptedException {
        Integer message = look();
        while (message == null) {
            message = sleep();
        }
        return message;
    }

    @SuppressWarnings("ThreadPriorityCheck") // few processors are shared by all
    private @Nullable Integer look() {
        Integer message = queue.poll();
        for (int i = 0; i < LOOKS && message == null; i++) {
            Thread.yield();
            message = queue.poll();
        }
        return message;
    }

    private @Nullable Integer sleep() throws InterruptedException {
        Thread self = Thread.currentThread();
        sleepers.add(self);
        Integer message = queue.poll();
        if (message == null) {
            LockSupport.park(this);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            message = queue.poll();
        }
        if (!sleepers.remove(self) && message != null) {
            LockSupport.unpark(sleepers.poll());
        }
        return message;
    }
}
