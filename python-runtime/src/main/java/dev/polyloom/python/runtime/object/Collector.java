package dev.polyloom.python.runtime.object;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The collector of the machine, which tells what nobody can reach, as often as that is worth. */
final class Collector {
    private static final long FREE_NANOS = 2_000_000_000L;
    private static final long FREE_TIMES = 300;
    private static final long SHARE = 4;
    private static final long PATIENCE_MILLIS = 5_000;

    private static final Set<Mortal> LIVING = Collections.newSetFromMap(new ConcurrentHashMap<>());
    private static final Object COLLECTING = new Object();
    private static final long BEGAN = System.nanoTime();
    private static volatile long spent;
    private static volatile long times;

    private Collector() {}

    static void add(Mortal mortal) {
        LIVING.add(mortal);
    }

    static void remove(Mortal mortal) {
        LIVING.remove(mortal);
    }

    /** Returns what has not been seen to be gone. */
    static List<Mortal> living() {
        return new ArrayList<>(LIVING);
    }

    /** Tells whether the collector may be asked once more. */
    static boolean isAffordable() {
        return times < FREE_TIMES
                || spent < FREE_NANOS
                || spent * SHARE < System.nanoTime() - BEGAN;
    }

    /** Asks the collector, and waits until it has handed back all that is gone. */
    static void collect() {
        synchronized (COLLECTING) {
            long start = System.nanoTime();
            System.gc();
            List<Mortal> dead = new ArrayList<>();
            LIVING.removeIf(each -> each.get() == null && dead.add(each));
            dead.removeIf(each -> !each.returns);
            Finalizers.await(dead, PATIENCE_MILLIS);
            spent = spent + System.nanoTime() - start;
            times = times + 1;
        }
    }
}
