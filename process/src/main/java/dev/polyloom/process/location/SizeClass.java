package dev.polyloom.process.location;

/** Rounds sizes up to a quarter of a power of two, so that few sizes of files serve all regions. */
final class SizeClass {
    private static final long SMALLEST = 64 * 1024;

    private SizeClass() {}

    static long of(long bytes) {
        if (bytes <= SMALLEST) {
            return SMALLEST;
        }
        long step = Math.max(1, Long.highestOneBit(bytes - 1) / 4);
        long rounded = (bytes + step - 1) / step * step;
        return rounded < bytes ? bytes : rounded;
    }
}
