package dev.polyloom.process.location;

import dev.polyloom.process.SharedRegion;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.LongBuffer;
import org.jspecify.annotations.Nullable;

/** A region in a process that was told its name. */
public final class GuestRegion implements SharedRegion {
    private static final long serialVersionUID = 1L;

    private final transient RegionHandle handle;
    private transient volatile @Nullable Mapping mapping;

    GuestRegion(RegionHandle handle) {
        this.handle = handle;
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
        Mapping mapped = mapping;
        if (mapped == null) {
            mapped = Mappings.open(handle);
            mapping = mapped;
        }
        if (!mapped.isOpen()) {
            throw mapped.unusable();
        }
        return mapped.segment();
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
        // only the owner frees a region
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
