package dev.polyloom.process.location;

import java.io.InvalidObjectException;
import java.io.Serializable;

/**
 * What travels of a region.
 *
 * @param file the path of the file that holds it
 * @param lease for which of the file's uses it stands
 * @param size how many bytes it has
 */
record RegionHandle(String file, long lease, long size) implements Serializable {
    private static final long serialVersionUID = 1L;

    String name() {
        return file + "#" + lease;
    }

    IllegalStateException closed() {
        return new IllegalStateException(
                "shared memory %s was closed by its owner; its memory may not be used any more"
                        .formatted(name()));
    }

    private Object readResolve() throws InvalidObjectException {
        if (lease <= RegionHeader.CLOSED || size < 0) {
            throw new InvalidObjectException(
                    "shared memory %s cannot have %d bytes".formatted(name(), size));
        }
        OwnedRegion own = Regions.ofThisProcess().find(this);
        return own != null ? own : new GuestRegion(this);
    }
}
