package dev.polyloom.process.transport;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * The memory that a worker and its primary share: two rings, one for each direction, in a mapped
 * file of its own for each incarnation of a worker.
 *
 * <pre>
 * ring of tasks at 0, ring of results at CONTROL + capacity, each:
 *      0  tail, long: bytes ever written, set by who writes
 *    128  head, long: bytes ever taken, set by who reads
 *    256  sequence, int    \
 *    260  sleeping, int     } the doorbell of who reads
 *    264  abilities, int   /
 *    268  nap sequence, int: the same for who helps to read
 *    384  wants room, int: set by who writes, cleared by who reads
 *    512  data
 * </pre>
 *
 * <p>What somebody writes and what another one writes lie in different cache lines.
 */
final class RingMemory implements Closeable {
    /** The ring from the primary to the worker. */
    static final int TASKS = 0;

    /** The ring from the worker to the primary. */
    static final int RESULTS = 1;

    static final int TAIL = 0;
    static final int HEAD = 128;
    static final int SEQUENCE = 256;
    static final int SLEEPING = 260;
    static final int ABILITIES = 264;
    static final int NAP_SEQUENCE = 268;
    static final int WANTS_ROOM = 384;
    static final int CONTROL = 512;

    static final int MIN_CAPACITY = 1024;
    static final int MAX_CAPACITY = 1 << 29;
    private static final int BLOCK = 64 * 1024;
    private static final Set<StandardOpenOption> EXISTING =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE);
    private static final Set<StandardOpenOption> NEW =
            Set.of(
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);

    private final Arena arena = Arena.ofShared();
    private final MemorySegment segment;
    private final int capacity;
    private boolean closed;

    private RingMemory(FileChannel channel, int capacity) throws IOException {
        this.capacity = capacity;
        try {
            segment = channel.map(MapMode.READ_WRITE, 0, size(capacity), arena);
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    /**
     * Makes the memory of a new worker.
     *
     * @param file where, in a folder only the user can enter; must not exist
     * @param capacity bytes of data in each ring, a power of two
     * @return the memory
     * @throws IOException if it cannot be had; then there is no file
     */
    static RingMemory create(Path file, int capacity) throws IOException {
        checkCapacity(capacity);
        checkRoom(file, size(capacity));
        try (FileChannel channel = FileChannel.open(file, NEW)) {
            reserve(channel, size(capacity));
            return new RingMemory(channel, capacity);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static void checkRoom(Path file, long size) throws IOException {
        long left = Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace();
        // half of what is left stays for others
        if (left / 2 < size) {
            throw new IOException(
                    "%s has %d bytes left, rings of %d are not to take more than half of them"
                            .formatted(file.getParent(), left, size));
        }
    }

    /** Writes real zeros, not a hole: a store into a hole of a full disk is a fault. */
    private static void reserve(FileChannel channel, long size) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocateDirect(BLOCK);
        for (long left = size; left > 0; ) {
            zeros.clear().limit((int) Math.min(BLOCK, left));
            left -= channel.write(zeros);
        }
    }

    /**
     * Opens the memory that the primary made.
     *
     * @param file where
     * @param capacity bytes of data in each ring
     * @return the memory
     * @throws IOException if it cannot be had
     */
    static RingMemory open(Path file, int capacity) throws IOException {
        checkCapacity(capacity);
        try (FileChannel channel = FileChannel.open(file, EXISTING)) {
            if (channel.size() != size(capacity)) {
                throw new IOException(
                        "ring file %s has %d bytes, not %d"
                                .formatted(file, channel.size(), size(capacity)));
            }
            return new RingMemory(channel, capacity);
        }
    }

    private static void checkCapacity(int capacity) throws IOException {
        if (capacity < MIN_CAPACITY || capacity > MAX_CAPACITY || Integer.bitCount(capacity) != 1) {
            throw new IOException(
                    "a ring of %d bytes is not a power of two from %d to %d"
                            .formatted(capacity, MIN_CAPACITY, MAX_CAPACITY));
        }
    }

    static long size(int capacity) {
        return 2L * (CONTROL + capacity);
    }

    int capacity() {
        return capacity;
    }

    private MemorySegment ring(int ring) {
        return segment.asSlice((long) ring * (CONTROL + capacity), CONTROL + capacity);
    }

    RingWriter writer(int ring) {
        return new RingWriter(ring(ring).asByteBuffer(), capacity);
    }

    RingReader reader(int ring) {
        return new RingReader(ring(ring).asByteBuffer(), capacity);
    }

    Doorbell doorbell(int ring) {
        MemorySegment memory = ring(ring);
        return new Doorbell(memory.asByteBuffer(), memory.address());
    }

    /** Gives the memory back; nobody may touch it any more, or wait at one of its addresses. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            arena.close();
        }
    }
}
