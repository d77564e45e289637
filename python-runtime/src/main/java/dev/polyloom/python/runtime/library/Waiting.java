package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.GlobalLock;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.Realm;
import dev.polyloom.threading.Threads;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Waits on monitors as Python's primitives do. The caller holds the monitor. */
public final class Waiting {
    /** A deadline that never comes. */
    public static final long FOREVER = Long.MAX_VALUE;

    private static final double NANOS = 1e9;

    /** How often it is looked whether others have had their turn. */
    private static final long STEP = 1_000_000;

    private Waiting() {}

    /** Says that the calling thread is about to block, perhaps until its next call. */
    public static void blocks() {
        HeadStart.pass();
        GlobalLock.release(null);
    }

    /** Returns the instant at which a time-out ends; {@code None} never does. */
    public static long deadline(Object timeout) {
        if (timeout == None.NONE) {
            return FOREVER;
        }
        double seconds = Numbers.toDouble(timeout);
        if (seconds > 1e9) {
            return FOREVER;
        }
        return System.nanoTime() + (long) (Math.max(0, seconds) * NANOS);
    }

    /**
     * Waits, under the monitor, until a condition holds.
     *
     * @return whether it holds
     */
    public static boolean until(Object monitor, BooleanSupplier condition, long deadline) {
        if (condition.getAsBoolean()) {
            return true;
        }
        Turn turn = deadline == FOREVER ? null : Turn.at(deadline);
        boolean over = false;
        try {
            over = !await(monitor, condition, deadline, turn);
            return !over;
        } finally {
            settle(turn, over);
        }
    }

    private static boolean await(
            Object monitor, BooleanSupplier condition, long deadline, @Nullable Turn turn) {
        while (!condition.getAsBoolean()) {
            long left = deadline == FOREVER ? FOREVER : deadline - System.nanoTime();
            if (left > 0) {
                pause(monitor, left);
            } else if (turn != null && turn.isWaiting()) {
                pause(monitor, STEP);
            } else {
                return false;
            }
        }
        return true;
    }

    /** Sleeps until an instant. */
    static void sleepUntil(long instant) {
        Turn turn = Turn.at(instant);
        boolean slept = false;
        try {
            long left = Math.max(0, instant - System.nanoTime());
            do {
                Duration duration = Duration.ofNanos(left);
                rest(() -> Threads.sleep(duration));
                left = instant - System.nanoTime();
            } while (left > 0);
            if (turn != null) {
                rest(turn::await);
            }
            slept = true;
        } finally {
            settle(turn, slept);
        }
    }

    /** Keeps the turn of a thread whose rest is over, or ends that of one that was called. */
    private static void settle(@Nullable Turn turn, boolean over) {
        if (turn == null) {
            return;
        }
        if (over) {
            turn.keep();
        } else {
            turn.end();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // the caller loops
    private static void pause(Object monitor, long nanos) {
        rest(
                monitor,
                () -> {
                    if (nanos == FOREVER) {
                        monitor.wait();
                    } else {
                        monitor.wait(nanos / 1_000_000, (int) (nanos % 1_000_000));
                    }
                });
    }

    /** Something that blocks the calling thread until it is over or the thread is interrupted. */
    public interface Rest {
        /** Blocks. */
        void run() throws InterruptedException;
    }

    /**
     * Blocks the calling thread. One that is interrupted handles the signals that have come, and
     * returns unless their handlers throw; without any, {@code KeyboardInterrupt} is thrown.
     */
    public static void rest(Rest rest) {
        rest(null, rest);
        GlobalLock.regain();
    }

    /**
     * Blocks the calling thread likewise, under a monitor. Where there is a global lock, the caller
     * has it again when it has left the monitor.
     */
    public static void rest(@Nullable Object monitor, Rest rest) {
        HeadStart.pass();
        Realm realm = Realm.current();
        if (realm != null) {
            realm.rest();
        }
        GlobalLock.release(monitor);
        boolean interrupted = false;
        PendingSignals.enter();
        try {
            rest.run();
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            PendingSignals.leave();
            if (realm != null) {
                realm.wake();
            }
        }
        if (interrupted) {
            Realm.check();
            if (!PendingSignals.handleAll()) {
                throw Errors.of(Exceptions.KEYBOARD_INTERRUPT);
            }
        }
    }

    /** Threads that wait for their turn, first come first served. */
    static final class Line {
        private final ArrayDeque<boolean[]> waiting = new ArrayDeque<>();

        /** Waits, under the monitor, until it is called or the deadline has come. */
        boolean stand(Object monitor, long deadline) {
            boolean[] called = {false};
            waiting.add(called);
            try {
                return until(monitor, () -> called[0], deadline);
            } finally {
                waiting.remove(called);
            }
        }

        /**
         * Calls so many of those that wait, under the monitor, and tells how many it has called.
         */
        int call(Object monitor, long count) {
            int called = 0;
            while (called < count && !waiting.isEmpty()) {
                waiting.remove()[0] = true;
                called++;
            }
            if (called > 0) {
                monitor.notifyAll();
            }
            return called;
        }

        int size() {
            return waiting.size();
        }
    }
}
