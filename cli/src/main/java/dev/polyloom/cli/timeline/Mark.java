package dev.polyloom.cli.timeline;

/**
 * A worker came or went.
 *
 * @param worker the worker
 * @param at microseconds from the start of the run
 * @param kind what happened
 * @param text the same for people
 */
record Mark(String worker, long at, Kind kind, String text) {
    /** What can happen to a worker. */
    enum Kind {
        STARTED,
        ENDED,
        DIED
    }
}
