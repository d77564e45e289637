package dev.polyloom.process.location;

import dev.polyloom.process.transport.MemoryFaults;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * A file of the owner's for one region at a time. Its pages stay when a region is closed, so that
 * the next one finds them in memory; each lease has a mapping of its own, so that no view of an
 * earlier lease shows the later one.
 */
final class RegionFile {
    private static final int CHUNK = 1 << 20;

    private final Path path;
    private final long capacity;
    private final Arena arena;
    private final RegionHeader header;
    private boolean damaged;
    private long leases;

    private RegionFile(Path path, long capacity, Arena arena, RegionHeader header) {
        this.path = path;
        this.capacity = capacity;
        this.arena = arena;
        this.header = header;
    }

    /** Makes a file, all of whose bytes are there: a store to a hole of a full disk is fatal. */
    static RegionFile create(Path path, long capacity) throws IOException {
        Path folder = Objects.requireNonNull(path.getParent());
        Files.createFile(path, OwnerFolder.onlyOwner(folder, "rw-------"));
        Arena arena = Arena.ofShared();
        try {
            reserve(path, Math.addExact(RegionHeader.SIZE, capacity));
            RegionHeader header = new RegionHeader(map(path, 0, RegionHeader.SIZE, arena));
            header.initialize();
            return new RegionFile(path, capacity, arena, header);
        } catch (IOException | RuntimeException e) {
            arena.close();
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private static void reserve(Path path, long bytes) throws IOException {
        byte[] zeros = new byte[(int) Math.min(bytes, CHUNK)];
        // not a channel, which an interrupt would close half-way
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            for (long done = 0; done < bytes; done += zeros.length) {
                file.write(zeros, 0, (int) Math.min(zeros.length, bytes - done));
            }
        }
    }

    /** Maps part of a file, which must be there: mapping more would make the file longer. */
    static MemorySegment map(Path path, long from, long size, Arena arena) throws IOException {
        try (FileChannel channel =
                FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (channel.size() < from + size) {
                throw new IOException(
                        "%s has %d bytes, not %d: somebody has truncated it"
                                .formatted(path, channel.size(), from + size));
            }
            return channel.map(MapMode.READ_WRITE, from, size, arena);
        }
    }

    Path path() {
        return path;
    }

    long capacity() {
        return capacity;
    }

    /** Opens the file for a lease and maps it. */
    MemorySegment lease(long number, long size, Arena views) throws IOException {
        MemorySegment segment = map(path, RegionHeader.SIZE, size, views);
        header.lease(number);
        leases++;
        return segment;
    }

    /** Tells whether the bytes may be other than zero: a lease before this one had them. */
    boolean isUsed() {
        return leases > 1;
    }

    /** Ends the lease; a file that somebody has truncated has no lease to end. */
    void endLease() {
        try {
            header.lease(RegionHeader.CLOSED);
            MemoryFaults.surface();
        } catch (InternalError e) {
            damaged = true;
        }
    }

    /** Tells whether the file is as it was made, so that another region can have it. */
    boolean isWhole() throws IOException {
        return !damaged && Files.exists(path) && Files.size(path) == RegionHeader.SIZE + capacity;
    }

    boolean hasGuests() {
        return header.hasGuests();
    }

    /** Gives the memory back at once, also if other processes still have it mapped. */
    void destroy() throws IOException {
        try {
            if (Files.exists(path)) {
                truncate();
            }
        } finally {
            Files.deleteIfExists(path);
            arena.close();
        }
    }

    private void truncate() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            // the header stays for those who look whether their lease is open
            file.setLength(RegionHeader.SIZE);
        }
    }
}
