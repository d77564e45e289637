package dev.polyloom.process.location;

import dev.polyloom.process.SharedRegion;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.LongBuffer;

/** A region in the process that made it. */
public final class OwnedRegion implements SharedRegion {
    private static final long serialVersionUID = 1L;

    private final transient Regions regions;
    private final transient RegionStore store;
    private final transient RegionFile file;
    private final transient RegionHandle handle;
    private final transient Arena arena;
    private final transient MemorySegment segment;

    OwnedRegion(
            Regions regions,
            RegionStore store,
            RegionFile file,
            RegionHandle handle,
            Arena arena,
            MemorySegment segment) {
        this.regions = regions;
        this.store = store;
        this.file = file;
        this.handle = handle;
        this.arena = arena;
        this.segment = segment;
    }

    RegionHandle handle() {
        return handle;
    }

    RegionStore store() {
        return store;
    }

    RegionFile file() {
        return file;
    }

    /** Ends all views of this process, then the lease. */
    void unmap() {
        arena.close();
        file.endLease();
    }

    @Override
    public String name() {
        return handle.name();
    }

    @Override
    public Kind kind() {
        return Kind.SHARED_MEMORY;
    }

    @Override
    public long byteSize() {
        return handle.size();
    }

    @Override
    public MemorySegment segment() {
        if (!arena.scope().isAlive()) {
            throw handle.closed();
        }
        return segment;
    }

    @Override
    public ByteBuffer bytes() {
        return RegionViews.bytes(this);
    }

    @Override
    public LongBuffer longs() {
        return bytes().asLongBuffer();
    }

    @Override
    public DoubleBuffer doubles() {
        return bytes().asDoubleBuffer();
    }

    @Override
    public void close() {
        regions.free(this);
    }

    private Object writeReplace() {
        return handle;
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a region travels as its name");
    }

    @Override
    public String toString() {
        return "shared memory %s of %d bytes".formatted(name(), byteSize());
    }
}
