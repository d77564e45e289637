package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.object.Identity;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The turn of a thread that rests until an instant. Threads whose instants lie close together go on
 * in the order of these, each when the one before has blocked, ended or had its share: in CPython
 * the first to wake up takes the interpreter's lock, and programs print accordingly. So they do
 * here, even where a busy machine wakes up the threads in another order. Among many that rest no
 * order is kept, since it would cost them more than it is worth.
 */
public final class Turn implements Comparable<Turn> {
    private static final long CLOSE = 5_000_000;
    private static final long SHARE = 20_000_000;
    private static final long LEAST = 1_000_000;
    private static final int MOST = 64;
    private static final TreeSet<Turn> OPEN = new TreeSet<>();
    private static long count;

    private final long instant;
    private long number;
    private boolean called;

    private Turn(long instant) {
        this.instant = instant;
    }

    /** Opens a turn, which its owner has to end or to keep; a short rest has none. */
    static @Nullable Turn at(long instant) {
        return instant - System.nanoTime() < LEAST ? null : open(instant);
    }

    /** Opens a turn, which its owner has to end; where many are open there is none. */
    public static @Nullable Turn open(long instant) {
        Turn made = new Turn(instant);
        synchronized (OPEN) {
            if (OPEN.size() >= MOST) {
                dropThoseThatHadTheirShare();
            }
            if (OPEN.size() >= MOST) {
                return null;
            }
            made.number = ++count;
            OPEN.add(made);
        }
        return made;
    }

    /** Owners that went on to compute, or have ended, hold nobody up any more. */
    private static void dropThoseThatHadTheirShare() {
        long past = System.nanoTime() - SHARE;
        while (!OPEN.isEmpty() && OPEN.first().instant - past <= 0) {
            OPEN.pollFirst();
        }
    }

    /** Waits for those whose turn is before this one, and tells the instant of the last of them. */
    public long await() throws InterruptedException {
        long last = instant;
        for (Turn next = before(); next != null; next = before()) {
            last = next.instant;
            pause();
        }
        return last;
    }

    private synchronized void pause() throws InterruptedException {
        long left = instant + SHARE - System.nanoTime();
        while (!called && left > 0) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
            left = instant + SHARE - System.nanoTime();
        }
        called = false;
    }

    /** Tells whether others are to go on before this one. */
    boolean isWaiting() {
        return before() != null;
    }

    private @Nullable Turn before() {
        if (System.nanoTime() - instant >= SHARE) {
            return null;
        }
        synchronized (OPEN) {
            Turn lower = OPEN.lower(this);
            return lower == null || instant - lower.instant >= CLOSE ? null : lower;
        }
    }

    /** Lets the calling thread, which goes on, keep the turn until it blocks or ends. */
    public void keep() {
        if (Identity.current() instanceof PyThread thread) {
            thread.keep(this);
        } else {
            end();
        }
    }

    /** Ends the turn. */
    public void end() {
        Turn next;
        synchronized (OPEN) {
            next = OPEN.remove(this) ? OPEN.higher(this) : null;
        }
        if (next != null) {
            next.call();
        }
    }

    private synchronized void call() {
        called = true;
        notifyAll();
    }

    @Override
    public int compareTo(Turn other) {
        return instant == other.instant
                ? Long.compare(number, other.number)
                : Long.compare(instant, other.instant);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Turn turn && number == turn.number;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }
}
