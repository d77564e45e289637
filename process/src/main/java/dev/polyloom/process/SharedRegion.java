package dev.polyloom.process;

import dev.polyloom.process.location.GuestRegion;
import dev.polyloom.process.location.OwnedRegion;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.LongBuffer;

/**
 * Memory that the owner and its workers see at once, without a copy: each view shows the same pages
 * in every process. Views check their bounds and use the byte order of this machine.
 *
 * <p>Ordering between tasks that run at the same time and share a region is up to them; a task that
 * is submitted after another one's future has completed sees what that one wrote.
 *
 * <p>The memory comes from a pool of the owner's. When the owner closes the region, every method
 * here and in workers throws {@link IllegalStateException}, and so do the views in the owner. The
 * memory is used again for another region once no process has the closed one mapped. A view that a
 * task in a worker goes on using after that fails too, at the latest when the worker begins another
 * task or opens another region; it never shows the memory of another region.
 *
 * <p>A file beneath that somebody truncates while a task uses it fails that task with a {@link
 * WriteLocationException}; in other code than a worker's task, an {@link InternalError} is thrown.
 */
public sealed interface SharedRegion extends WriteLocation permits OwnedRegion, GuestRegion {
    /**
     * Returns the size.
     *
     * @return the size in bytes
     */
    long byteSize();

    /**
     * Returns the whole region.
     *
     * @return the memory, usable by all threads of this process
     * @throws IllegalStateException if the owner has closed the region
     */
    MemorySegment segment();

    /**
     * Returns the region as bytes.
     *
     * @return a buffer over the same memory
     * @throws IllegalStateException if the owner has closed the region
     * @throws UnsupportedOperationException if the region is larger than a buffer can be, 2 GiB;
     *     use {@link #segment()}
     */
    ByteBuffer bytes();

    /**
     * Returns the region as integers of 64 bits; bytes after the last whole one are left out.
     *
     * @return a buffer over the same memory
     * @throws IllegalStateException if the owner has closed the region
     * @throws UnsupportedOperationException if the region is larger than 2 GiB; use {@link
     *     #segment()}
     */
    LongBuffer longs();

    /**
     * Returns the region as floating-point numbers of 64 bits; bytes after the last whole one are
     * left out.
     *
     * @return a buffer over the same memory
     * @throws IllegalStateException if the owner has closed the region
     * @throws UnsupportedOperationException if the region is larger than 2 GiB; use {@link
     *     #segment()}
     */
    DoubleBuffer doubles();
}
