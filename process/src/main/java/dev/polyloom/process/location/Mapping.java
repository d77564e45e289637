package dev.polyloom.process.location;

import dev.polyloom.process.WriteLocationException;
import dev.polyloom.process.transport.MemoryFaults;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;

/** A region as a guest has mapped it: the header, in which the guest is entered, and the bytes. */
final class Mapping {
    private final RegionHandle handle;
    private final Arena headerArena = Arena.ofShared();
    private final Arena arena = Arena.ofShared();
    private final RegionHeader header;
    private final long entry;
    private final MemorySegment segment;

    private Mapping(RegionHandle handle) throws IOException {
        this.handle = handle;
        Path file = Path.of(handle.file());
        try {
            header = new RegionHeader(RegionFile.map(file, 0, RegionHeader.SIZE, headerArena));
            if (!header.isValid()) {
                throw new IOException(file + " is not a file of shared memory");
            }
        } catch (IOException | RuntimeException e) {
            headerArena.close();
            throw e;
        }
        entry = header.enter(ProcessIdentity.ofThisProcess().toWord());
        try {
            if (header.lease() != handle.lease()) {
                throw handle.closed();
            }
            segment = RegionFile.map(file, RegionHeader.SIZE, handle.size(), arena);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    static Mapping open(RegionHandle handle) throws IOException {
        return new Mapping(handle);
    }

    MemorySegment segment() {
        return segment;
    }

    /** Tells whether the owner's lease goes on. */
    boolean isOpen() {
        try {
            boolean open = header.lease() == handle.lease();
            MemoryFaults.surface();
            return open;
        } catch (IllegalStateException | InternalError e) {
            return false;
        }
    }

    /** Returns why the region cannot be used any more. */
    RuntimeException unusable() {
        String damage = damage();
        return damage.isEmpty() || !Files.exists(Path.of(handle.file()))
                ? handle.closed()
                : new WriteLocationException(damage, null);
    }

    /** Unmaps the bytes and only then says so to the owner. */
    void close() {
        arena.close();
        try {
            header.leave(entry);
            MemoryFaults.surface();
        } catch (InternalError e) {
            // the file is not there any more, and so nobody reads the header
        }
        headerArena.close();
    }

    /** Says what has happened to the file, if that explains a fault; else is empty. */
    String damage() {
        long whole = RegionHeader.SIZE + handle.size();
        try {
            long size = Files.size(Path.of(handle.file()));
            return size >= whole
                    ? ""
                    : "shared memory %s was truncated to %d of %d bytes while a task used it"
                            .formatted(handle.name(), size, whole);
        } catch (IOException e) {
            return "shared memory %s was closed or removed while a task used it"
                    .formatted(handle.name());
        }
    }
}
