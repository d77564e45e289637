package dev.polyloom.process;

/** Where the bytes of a {@link SharedRegion} may lie. */
public enum Placement {
    /** In the memory file system, {@code /dev/shm}, or nowhere. */
    MEMORY,

    /**
     * In the memory file system, else in a mapped file of the folder for temporary files, which is
     * as fast while the system has memory to keep it in. That the second was taken is logged once.
     */
    MEMORY_OR_DISK
}
