package dev.polyloom.process.location;

import dev.polyloom.process.transport.MemoryFaults;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of one owner in one place, those in use left out. Not safe for several threads. */
final class RegionStore {
    private final Place place;
    private final List<RegionFile> idle = new ArrayList<>();
    private @Nullable OwnerFolder folder;
    private long idleBytes;
    private long made;

    RegionStore(Place place) {
        this.place = place;
    }

    Place place() {
        return place;
    }

    long idleBytes() {
        return idleBytes;
    }

    /** Gives out a file of a size class, a used one if there is one that nobody has mapped. */
    RegionFile take(long capacity) throws IOException {
        for (Iterator<RegionFile> files = idle.iterator(); files.hasNext(); ) {
            RegionFile file = files.next();
            if (file.capacity() == capacity && !isInUse(file)) {
                files.remove();
                idleBytes -= capacity;
                if (file.isWhole()) {
                    return file;
                }
                file.destroy();
            }
        }
        return create(capacity);
    }

    /** Tells whether somebody has a file mapped; one that was truncated is of no use to anybody. */
    private static boolean isInUse(RegionFile file) {
        try {
            boolean inUse = file.hasGuests();
            MemoryFaults.surface();
            return inUse;
        } catch (InternalError e) {
            return false;
        }
    }

    private RegionFile create(long capacity) throws IOException {
        long needed = Math.addExact(capacity, RegionHeader.SIZE);
        if (place.free() < needed) {
            trim(0);
        }
        long free = place.free();
        if (free < needed) {
            throw new NoRoomException(
                    "%d bytes were asked for and %d are free in %s"
                            .formatted(needed, free, place.folder()));
        }
        try {
            return RegionFile.create(folder().path().resolve("r-" + ++made), capacity);
        } catch (IOException e) {
            throw new NoRoomException(
                    "%d bytes were asked for, and %s, which said that %d were free, gave: %s"
                            .formatted(needed, place.folder(), free, e.getMessage()));
        }
    }

    private OwnerFolder folder() throws IOException {
        OwnerFolder made = folder;
        if (made == null || !made.exists()) {
            made = OwnerFolder.create(place.folder());
            folder = made;
        }
        return made;
    }

    /** Takes a file back. */
    void giveBack(RegionFile file) throws IOException {
        if (!file.isWhole()) {
            file.destroy();
            return;
        }
        idle.add(file);
        idleBytes += file.capacity();
        trim(place.idleLimit());
    }

    private void trim(long limit) throws IOException {
        while (idleBytes > limit) {
            RegionFile eldest = idle.removeFirst();
            idleBytes -= eldest.capacity();
            eldest.destroy();
        }
    }

    /** A place has not enough bytes left. */
    static final class NoRoomException extends IOException {
        private static final long serialVersionUID = 1L;

        NoRoomException(String message) {
            super(message);
        }
    }
}
