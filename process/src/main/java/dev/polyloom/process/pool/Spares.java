package dev.polyloom.process.pool;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Processes that have been started for pools to come for, one for each command line that open pools
 * use, at most {@value #MAX} in all. A spare has loaded what a worker needs, is connected, and
 * waits to be told whose worker it is. It belongs to no pool and counts in none; it ends with the
 * last pool that might want it, and, as its standard input ends then, with this JVM.
 */
final class Spares {
    /** Starts processes for one command line, one at a time, until it is closed. */
    interface Source {
        /** Starts a process that will be a worker of whoever comes for it. */
        Newcomer start() throws IOException;

        /** Gives back what it kept for them; nobody starts one any more. */
        void close();
    }

    static final int MAX = 4;
    static final String PROPERTY = "polyloom.process.spare";
    static final String VARIABLE = "POLYLOOM_PROCESS_SPARE";
    private static final Logger LOG = System.getLogger("dev.polyloom.process");

    /** Who starts a worker may be about to start more, and needs the processors for those. */
    private static final long DELAY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long GONE_SECONDS = 1;
    private static final long FOR_EVER = 0;
    private static final Spares INSTANCE = new Spares(isOn() ? DELAY_NANOS : -1);

    private final Map<Object, Shelf> shelves = new HashMap<>();
    private final long delayNanos;
    private boolean filling;

    /** Makes spares some time after they are first wanted; never if the time is negative. */
    Spares(long delayNanos) {
        this.delayNanos = delayNanos;
    }

    static Spares ofThisJvm() {
        return INSTANCE;
    }

    private static boolean isOn() {
        String set = System.getProperty(PROPERTY);
        String value = set == null ? System.getenv(VARIABLE) : set;
        return value == null || !value.strip().equalsIgnoreCase("off");
    }

    /** The spare of one command line, and how many pools use that. */
    private static final class Shelf {
        private final Source source;
        private int pools = 1;
        private long fillAt;
        private boolean wanted = true;
        private boolean starting;
        private @Nullable Newcomer spare;

        Shelf(Source source, long fillAt) {
            this.source = source;
            this.fillAt = fillAt;
        }
    }

    /**
     * A pool uses a command line, which has shown that it works, and wants a spare.
     *
     * @param line what distinguishes the command line from others
     * @param source makes what will start the spares, unless another pool's does
     */
    synchronized void join(Object line, Supplier<Source> source) {
        if (delayNanos < 0) {
            return;
        }
        Shelf shelf = shelves.get(line);
        if (shelf != null) {
            shelf.pools++;
        } else {
            shelves.put(line, new Shelf(source.get(), System.nanoTime() + delayNanos));
            fill();
        }
    }

    /** Returns a spare, which is the caller's from now on, or null; another will take its place. */
    @Nullable Newcomer take(Object line) {
        Newcomer spare;
        synchronized (this) {
            Shelf shelf = shelves.get(line);
            if (shelf == null || shelf.spare == null) {
                return null;
            }
            spare = shelf.spare;
            shelf.spare = null;
            shelf.wanted = true;
            shelf.fillAt = System.nanoTime() + delayNanos;
            fill();
        }
        if (spare.process().isAlive()) {
            return spare;
        }
        spare.discard();
        return null;
    }

    /** Tells whether {@link #take} would return a spare that has come already. */
    synchronized boolean has(Object line) {
        Shelf shelf = shelves.get(line);
        return shelf != null && shelf.spare != null && shelf.spare.isHere();
    }

    /**
     * A pool that has joined ends.
     *
     * @return the spare that has been told to end, as that pool was the last, or null
     */
    synchronized @Nullable Process leave(Object line) {
        Shelf shelf = shelves.get(line);
        if (shelf == null || --shelf.pools > 0) {
            return null;
        }
        shelves.remove(line);
        fill();
        awaitStarted(shelf);
        return shelf.starting ? null : empty(shelf);
    }

    /** Ends the spare of a shelf that nobody wants, and returns it. */
    private static @Nullable Process empty(Shelf shelf) {
        Newcomer last = shelf.spare;
        if (last != null) {
            last.discard();
        }
        shelf.source.close();
        return last == null ? null : last.process();
    }

    /** Waits the moment that the start of a process takes. */
    private void awaitStarted(Shelf shelf) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(GONE_SECONDS);
        boolean interrupted = false;
        for (long left = 1; shelf.starting && left > 0; ) {
            left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            try {
                wait(Math.max(1, left));
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until a spare that was told to end is gone. */
    static void awaitGone(Process spare) {
        try {
            boolean _ = spare.waitFor(GONE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // ---- the thread that starts them

    private synchronized void fill() {
        if (!filling) {
            filling = true;
            Thread.ofPlatform().daemon().name("polyloom-spares").start(this::run);
        }
        notifyAll();
    }

    private void run() {
        for (Shelf next = awaitEmpty(); next != null; next = awaitEmpty()) {
            put(next, start(next.source));
        }
    }

    private synchronized @Nullable Shelf awaitEmpty() {
        while (true) {
            if (shelves.isEmpty()) {
                filling = false;
                return null;
            }
            Shelf next = nextEmpty();
            long millis = next == null ? FOR_EVER : millisUntil(next.fillAt);
            if (next != null && millis <= 0) {
                next.wanted = false;
                next.starting = true;
                return next;
            }
            try {
                wait(millis);
            } catch (InterruptedException e) {
                // ends when nobody wants a spare
            }
        }
    }

    private static long millisUntil(long nanoTime) {
        return TimeUnit.NANOSECONDS.toMillis(nanoTime - System.nanoTime());
    }

    private @Nullable Shelf nextEmpty() {
        Shelf next = null;
        int spares = 0;
        for (Shelf shelf : shelves.values()) {
            spares += shelf.spare == null ? 0 : 1;
            if (shelf.wanted && (next == null || shelf.fillAt - next.fillAt < 0)) {
                next = shelf;
            }
        }
        return spares < MAX ? next : null;
    }

    private static @Nullable Newcomer start(Source source) {
        try {
            return source.start();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "there is no spare worker: {0}", e.toString());
            return null;
        }
    }

    private synchronized void put(Shelf shelf, @Nullable Newcomer spare) {
        shelf.spare = spare;
        shelf.starting = false;
        notifyAll();
        if (shelf.pools == 0) {
            Process _ = empty(shelf);
        }
    }
}
