package dev.polyloom.threading;

import dev.polyloom.threading.backend.Platform;

/**
 * What a program can have where it runs.
 *
 * @param platform the name of the backend, such as {@code jvm}
 * @param parallelism how many threads run at the same time, at least 1
 * @param sharedMemory whether parallel parts see the same objects
 * @param preemptive whether a thread that never waits leaves time to others; where it does not, a
 *     long loop should call {@link Threads#yieldNow()}
 * @param virtualThreads whether threads that cost little are of another kind than plain ones
 */
public record Capabilities(
        String platform,
        int parallelism,
        boolean sharedMemory,
        boolean preemptive,
        boolean virtualThreads) {
    /**
     * Returns what there is here.
     *
     * @return the capabilities
     */
    public static Capabilities current() {
        return Platform.backend().capabilities();
    }
}
