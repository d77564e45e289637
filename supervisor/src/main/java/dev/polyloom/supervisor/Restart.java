package dev.polyloom.supervisor;

/** When a child is restarted after it has ended by itself. */
public enum Restart {
    /** Always. */
    PERMANENT,
    /** After a crash; not after a normal end, unless all its group is started anew. */
    TRANSIENT,
    /** Never, not even together with its siblings. */
    TEMPORARY
}
