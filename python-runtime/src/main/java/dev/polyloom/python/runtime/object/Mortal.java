package dev.polyloom.python.runtime.object;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an object whose end matters: its class has {@code __del__}, or something of
 * {@code weakref} refers to it.
 */
final class Mortal extends WeakReference<PyObject> {
    private static final AtomicLong NUMBERS = new AtomicLong();

    /** How many were there before it. */
    final long number = NUMBERS.incrementAndGet();

    /** Whether the object is handed back when nobody refers to it any more. */
    final boolean returns;

    /** The process that it belongs to, or null for the first. */
    volatile @Nullable Realm realm = Realm.current();

    /** Where it comes among what was let go of together with it. */
    volatile long order = number;

    /** Whether it is new, and nothing has been seen to hold it. */
    volatile boolean fresh;

    /** How often it was suspected while it was new. */
    int tries;

    private boolean gone;
    private boolean finished;

    Mortal(PyObject object, boolean returns) {
        super(object);
        this.returns = returns;
    }

    /** Returns what is known of an object, or null if its end does not matter. */
    static @Nullable Mortal of(@Nullable Object object) {
        return object instanceof PyObject known ? known.mortal() : null;
    }

    /** Tells whether the collector has handed the object back. */
    synchronized boolean isGone() {
        return gone;
    }

    synchronized void setGone() {
        gone = true;
    }

    /** Tells whether the object is to be finished now, which it is once. */
    synchronized boolean finish() {
        boolean first = !finished;
        finished = true;
        return first;
    }
}
