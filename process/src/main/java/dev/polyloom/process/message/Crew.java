package dev.polyloom.process.message;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What a router asks of the pool whose workers it connects. Safe for use by several threads. */
public interface Crew {
    /** Returns the name of the pool. */
    String name();

    /** Returns how many workers there may be. */
    int workers();

    /** Returns how many tasks a worker runs at once. */
    int concurrency();

    /** Returns how long the start of a worker may take. */
    Duration startTimeout();

    /** Returns where workers meet for a link of their own. */
    Meeting.Place place();

    /** Tells whether new workers may be started. */
    boolean isOpen();

    /** Sees to it that a worker is up, until it is stopped. */
    void keep(int index);

    /**
     * Gives the worker of an index, and those that replace it, no more tasks, and takes back those
     * that it has not started.
     */
    void pause(int index);

    /** Gives the worker of an index tasks again. */
    void resume(int index);

    /** Replaces a worker, once its replacement is ready. */
    void reload(Station station);

    /** Stops a worker in good order, and replaces it if it is kept. */
    void retire(Station station, String why);

    /** Stops a worker in good order, and keeps it no longer. */
    void stop(Station station);

    /** Sees to it that workers that have something to answer are watched. */
    void watch();

    /** Runs an encoded task in a worker of its own; gives the encoded outcome. */
    CompletableFuture<byte[]> runApart(byte[] task);
}
