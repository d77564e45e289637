package dev.polyloom.process.pool;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Processes that have been started for pools to come for, one for each command line that open pools
 * use, at most {@value #MAX} in all. A spare has loaded what a worker needs and waits to be told
 * whose worker it is. It belongs to no pool and counts in none; it ends with the last pool that
 * might want it, and, as its standard input ends then, with this JVM.
 */
final class Spares {
    /** Starts a process that is a worker once it is introduced. */
    interface Starter {
        Process start() throws IOException;
    }

    static final int MAX = 4;
    static final String PROPERTY = "polyloom.process.spare";
    static final String VARIABLE = "POLYLOOM_PROCESS_SPARE";
    private static final Logger LOG = System.getLogger("dev.polyloom.process");

    /** Who starts a worker may be about to start more, and needs the processors for those. */
    private static final long DELAY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long GONE_SECONDS = 1;
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
        private volatile Starter starter;
        private int pools = 1;
        private long fillAt;
        private boolean wanted = true;
        private boolean starting;
        private @Nullable Process spare;

        Shelf(Starter starter, long fillAt) {
            this.starter = starter;
            this.fillAt = fillAt;
        }
    }

    /**
     * A pool uses a command line, which has shown that it works, and wants a spare.
     *
     * @param line what distinguishes the command line from others
     */
    synchronized void join(Object line, Starter starter) {
        if (delayNanos < 0) {
            return;
        }
        Shelf shelf = shelves.get(line);
        if (shelf != null) {
            shelf.pools++;
            shelf.starter = starter;
        } else {
            shelves.put(line, new Shelf(starter, System.nanoTime() + delayNanos));
            fill();
        }
    }

    /** Returns a spare, which is the caller's from now on, or null; another will take its place. */
    @Nullable Process take(Object line) {
        Process spare;
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
        return spare.isAlive() ? spare : null;
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
        Process last = shelf.spare;
        if (last != null) {
            last.destroyForcibly();
        }
        return last;
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
            put(next, start(next.starter));
        }
    }

    private synchronized @Nullable Shelf awaitEmpty() {
        while (true) {
            Shelf next = nextEmpty();
            if (next == null) {
                filling = false;
                return null;
            }
            long millis = TimeUnit.NANOSECONDS.toMillis(next.fillAt - System.nanoTime());
            if (millis <= 0) {
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

    private static @Nullable Process start(Starter starter) {
        try {
            return starter.start();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "there is no spare worker: {0}", e.toString());
            return null;
        }
    }

    private synchronized void put(Shelf shelf, @Nullable Process spare) {
        shelf.spare = spare;
        shelf.starting = false;
        notifyAll();
        if (spare != null && shelf.pools == 0) {
            spare.destroyForcibly();
        }
    }
}
