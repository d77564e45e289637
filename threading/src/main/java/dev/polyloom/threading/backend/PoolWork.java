package dev.polyloom.threading.backend;

/** What a worker of a pool does at a time. */
public interface PoolWork {
    /**
     * Does it. Throws nothing.
     *
     * @param runner the thread that does it
     */
    void run(Runner runner);
}
