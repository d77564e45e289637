package dev.polyloom.supervisor;

/** What a supervisor does to the other children when one of them is restarted. */
public enum Strategy {
    /** Nothing: children are restarted alone. */
    ONE_FOR_ONE,
    /** All others are stopped, in reverse order, and all are started again, in order. */
    ONE_FOR_ALL,
    /** Those that start after it are stopped, in reverse order, and started again, in order. */
    REST_FOR_ONE,
    /**
     * Nothing; children come and go, start and stop all at the same time, and are forgotten when
     * they have ended for good.
     */
    DYNAMIC
}
