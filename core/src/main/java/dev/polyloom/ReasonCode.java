package dev.polyloom;

/** Why a flavor was chosen or passed over. */
public enum ReasonCode {
    /** The caller asked for this flavor. */
    REQUESTED,
    /** A compatible scope is open around this one and its workers are used. */
    PARENT_REUSED,
    /** The caller brought the executor. */
    CALLER_EXECUTOR,
    /** The configuration forces threads. */
    FORCED_THREADS,
    /** The configuration forces processes. */
    FORCED_PROCESSES,
    /** The configuration's mode names this flavor. */
    CONFIG_MODE,
    /** The configuration turns automatic choice off. */
    AUTO_OFF,
    /** The configuration prefers isolates. */
    PREFERS_ISOLATES,
    /** The configuration says the work is CPU-bound. */
    CPU_BOUND,
    /** The configuration says the work blocks. */
    IO_BOUND,
    /** Nothing is known of the work. */
    DEFAULT,
    /** Seen while they ran: tasks compute and hold the carriers, so the next go to threads. */
    HOLDS_CARRIERS,
    /** Seen while they ran: tasks wait and hold threads, so the next go to virtual threads. */
    HOLDS_THREADS,
    /** What was wanted cannot be had here, and this is the next best. */
    FALLBACK,
    /** Passed over: cannot be had here. */
    UNAVAILABLE,
    /** Passed over: another flavor was asked for. */
    NOT_REQUESTED,
    /** Passed over: another flavor suits the work better. */
    LESS_SUITABLE
}
