package dev.polyloom.process.location;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/**
 * The first page of a region's file, which its owner and all who map it see: the number of the
 * lease it is open for, and a word for each other process that has the bytes behind it mapped.
 *
 * <p>Nobody's life depends on what stands here: a process that dies leaves a word that names a dead
 * process, and the owner keeps its books elsewhere.
 *
 * <p>A guest enters its word and then reads the lease; the owner ends the lease and then reads the
 * words. So at least one of them sees the other.
 */
final class RegionHeader {
    static final long SIZE = 4096;

    /** What stands for the lease when there is none. */
    static final long CLOSED = 0;

    private static final long MAGIC = 0x504C_5245_4749_4F4EL;
    private static final long LEASE = 8;
    private static final long CROWDED = 16;
    private static final long GUESTS = 64;
    private static final VarHandle WORD = ValueLayout.JAVA_LONG.varHandle();

    private final MemorySegment page;

    RegionHeader(MemorySegment page) {
        this.page = page;
    }

    void initialize() {
        WORD.setVolatile(page, 0L, MAGIC);
    }

    boolean isValid() {
        return (long) WORD.getVolatile(page, 0L) == MAGIC;
    }

    long lease() {
        return (long) WORD.getVolatile(page, LEASE);
    }

    void lease(long number) {
        WORD.setVolatile(page, LEASE, number);
    }

    /** Enters a process that is about to map the bytes, and returns where; negative if full. */
    long enter(long word) {
        for (long at = GUESTS; at < SIZE; at += Long.BYTES) {
            if (WORD.compareAndSet(page, at, 0L, word)) {
                return at;
            }
        }
        WORD.setVolatile(page, CROWDED, 1L);
        return -1;
    }

    /** Takes a process out again that has unmapped the bytes. */
    void leave(long at) {
        if (at >= 0) {
            WORD.setVolatile(page, at, 0L);
        }
    }

    /** Tells whether a living process other than the owner may have the bytes mapped. */
    boolean hasGuests() {
        if ((long) WORD.getVolatile(page, CROWDED) != 0) {
            return true;
        }
        for (long at = GUESTS; at < SIZE; at += Long.BYTES) {
            long word = (long) WORD.getVolatile(page, at);
            if (word != 0) {
                if (ProcessIdentity.ofWord(word).isAlive()) {
                    return true;
                }
                WORD.compareAndSet(page, at, word, 0L);
            }
        }
        return false;
    }
}
