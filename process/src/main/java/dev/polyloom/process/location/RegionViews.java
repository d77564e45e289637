package dev.polyloom.process.location;

import dev.polyloom.process.SharedRegion;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Shows a region as buffers. */
final class RegionViews {
    private RegionViews() {}

    static ByteBuffer bytes(SharedRegion region) {
        if (region.byteSize() > Integer.MAX_VALUE) {
            throw new UnsupportedOperationException(
                    "%s is larger than a buffer can be, %d bytes; use segment()"
                            .formatted(region, Integer.MAX_VALUE));
        }
        return region.segment().asByteBuffer().order(ByteOrder.nativeOrder());
    }
}
