package dev.polyloom.process.message;

import dev.polyloom.process.transport.Connection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a thread does not wait too long for somebody at the other side of a socket: it is
 * interrupted, or its connection closed once it has one.
 */
final class Deadline implements AutoCloseable {
    private final Thread waiting = Thread.currentThread();
    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable Connection connection;
    private boolean passed;

    Deadline(long nanos) {
        Thread.ofPlatform().daemon().name("polyloom-deadline").start(() -> await(nanos));
    }

    private void await(long nanos) {
        try {
            if (over.await(nanos, TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            // user code interrupts what it finds; better too early than never
        }
        expire();
    }

    private synchronized void expire() {
        if (over.getCount() == 0) {
            return;
        }
        passed = true;
        if (connection == null) {
            waiting.interrupt();
        } else {
            connection.close();
        }
    }

    /** Says what the thread waits at from now on. */
    synchronized void guard(Connection reached) {
        connection = reached;
        if (passed) {
            reached.close();
        }
    }

    synchronized boolean hasPassed() {
        return passed;
    }

    @Override
    public synchronized void close() {
        over.countDown();
    }
}
