package dev.polyloom.process.location;

import dev.polyloom.process.Placement;
import dev.polyloom.process.SharedRegion;
import dev.polyloom.process.WriteLocationException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The regions of this process: made, counted, and freed here and nowhere else. */
public final class Regions {
    private static final Logger LOG = System.getLogger("dev.polyloom.process");

    private final Optional<RegionStore> memory;
    private final RegionStore disk;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<RegionHandle, OwnedRegion> open = new ConcurrentHashMap<>();
    private final AtomicBoolean warned = new AtomicBoolean();
    private long leases;

    Regions(Optional<Place> memory, Place disk) {
        this.memory = memory.map(RegionStore::new);
        this.disk = new RegionStore(disk);
    }

    private static final class Holder {
        static final Regions INSTANCE = new Regions(Place.memory(), Place.disk());
    }

    /**
     * Returns the regions that this process owns.
     *
     * @return the regions
     */
    public static Regions ofThisProcess() {
        return Holder.INSTANCE;
    }

    /**
     * Makes a region of zeros.
     *
     * @param bytes its size
     * @param placement where it may lie
     * @return the region
     */
    public SharedRegion zeroed(long bytes, Placement placement) {
        OwnedRegion region = lease(bytes, placement);
        if (region.file().isUsed()) {
            region.segment().fill((byte) 0);
        }
        return region;
    }

    /**
     * Makes a region with the content of a segment.
     *
     * @param source the segment
     * @param placement where it may lie
     * @return the region
     */
    public SharedRegion copyOf(MemorySegment source, Placement placement) {
        OwnedRegion region = lease(source.byteSize(), placement);
        try {
            region.segment().copyFrom(source);
            return region;
        } catch (RuntimeException e) {
            region.close();
            throw e;
        }
    }

    private OwnedRegion lease(long bytes, Placement placement) {
        if (bytes < 0) {
            throw new IllegalArgumentException(
                    "the size of shared memory is %d bytes; take 0 or more".formatted(bytes));
        }
        lock.lock();
        try {
            return lease(bytes, preferred(placement));
        } catch (RegionStore.NoRoomException e) {
            if (placement == Placement.MEMORY || memory.isEmpty()) {
                throw failed(bytes, e);
            }
            return leaseOnDisk(bytes, e.getMessage());
        } catch (IOException | ArithmeticException e) {
            throw failed(bytes, e);
        } finally {
            lock.unlock();
        }
    }

    private RegionStore preferred(Placement placement) throws IOException {
        if (placement == Placement.MEMORY && memory.isEmpty()) {
            throw new IOException(
                    "there is no memory file system here that this user can write; allow "
                            + Placement.MEMORY_OR_DISK);
        }
        return memory.orElse(disk);
    }

    private OwnedRegion leaseOnDisk(long bytes, @Nullable String why) {
        if (warned.compareAndSet(false, true)) {
            LOG.log(
                    Level.WARNING,
                    "shared memory goes to files in {0} when there is no room: {1}",
                    disk.place().folder(),
                    why);
        }
        try {
            return lease(bytes, disk);
        } catch (IOException | ArithmeticException e) {
            throw failed(bytes, e);
        }
    }

    private static WriteLocationException failed(long bytes, Exception cause) {
        return new WriteLocationException(
                "shared memory of %d bytes cannot be had: %s".formatted(bytes, cause.getMessage()),
                cause);
    }

    /** Opens a file for a new region; the lock is held. */
    private OwnedRegion lease(long bytes, RegionStore store) throws IOException {
        RegionFile file = store.take(SizeClass.of(bytes));
        Arena arena = Arena.ofShared();
        try {
            long number = ++leases;
            MemorySegment segment = file.lease(number, bytes, arena);
            // whoever made it will write all of it: many pages a fault instead of one
            segment.load();
            RegionHandle handle = new RegionHandle(file.path().toString(), number, bytes);
            OwnedRegion region = new OwnedRegion(this, store, file, handle, arena, segment);
            open.put(handle, region);
            return region;
        } catch (IOException | RuntimeException | Error e) {
            arena.close();
            file.destroy();
            throw e;
        }
    }

    /** Returns the region that this process made under a handle, if it is open. */
    @Nullable OwnedRegion find(RegionHandle handle) {
        return open.get(handle);
    }

    /** Takes the memory of a region back; does nothing the second time. */
    void free(OwnedRegion region) {
        lock.lock();
        try {
            if (open.get(region.handle()) == region) {
                region.unmap();
                open.remove(region.handle());
                region.store().giveBack(region.file());
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "memory of " + region + " could not be given back", e);
        } finally {
            lock.unlock();
        }
    }

    int open() {
        return open.size();
    }

    long idleBytes() {
        lock.lock();
        try {
            return disk.idleBytes() + memory.map(RegionStore::idleBytes).orElse(0L);
        } finally {
            lock.unlock();
        }
    }
}
