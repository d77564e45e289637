package dev.polyloom.supervisor;

/** When a child is restarted after it has ended by itself. */
public enum Restart {
    /** Always. */
    PERMANENT,
    /** After a crash; not after a normal end. */
    TRANSIENT,
    /** Never, not even together with its siblings. */
    TEMPORARY
}
