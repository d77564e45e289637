package dev.polyloom.process.bridge;

import java.time.Duration;

/**
 * How patient a member is.
 *
 * @param handshake how long a greeting may take
 * @param look how often it looks after its links, and shows that it is alive
 * @param looks after how many looks without a sign of life a link is given up; looks, not time, so
 *     that who was stopped itself blames nobody
 * @param queuedBytes how much may wait to be sent to a member
 */
record Tempo(Duration handshake, Duration look, int looks, long queuedBytes) {
    private static final long LEAST_QUEUE = 64L << 20;

    static Tempo normal() {
        return new Tempo(
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                5,
                Math.max(LEAST_QUEUE, Runtime.getRuntime().maxMemory() / 2));
    }

    /** Returns how long that is, for people. */
    String silence() {
        return look.multipliedBy(looks).toMillis() + " ms";
    }
}
