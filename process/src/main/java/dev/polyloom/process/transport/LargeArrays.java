package dev.polyloom.process.transport;

import org.jspecify.annotations.Nullable;

/**
 * Keeps a few large arrays that nobody uses any more for the next who need some of the same length.
 * To make an array of a megabyte, in memory that no cache holds, takes longer than to fill it
 * twice. For any thread.
 */
public final class LargeArrays {
    private static final int LEAST = 64 * 1024;
    private static final int MOST = 4 * 1024 * 1024;
    private static final byte[] @Nullable [] KEPT = new byte[4] @Nullable [];
    private static int next;

    private LargeArrays() {}

    /**
     * Returns an array for the caller alone, who fills all of it.
     *
     * @param length its length
     * @return the array, with anything in it
     */
    public static byte[] take(int length) {
        if (length >= LEAST && length <= MOST) {
            synchronized (KEPT) {
                for (int i = 0; i < KEPT.length; i++) {
                    byte[] kept = KEPT[i];
                    if (kept != null && kept.length == length) {
                        KEPT[i] = null;
                        return kept;
                    }
                }
            }
        }
        return new byte[length];
    }

    /**
     * Takes an array back, which nobody may read or write any more.
     *
     * @param array the array, of any length
     */
    public static void give(byte[] array) {
        if (array.length >= LEAST && array.length <= MOST) {
            synchronized (KEPT) {
                KEPT[next] = array;
                next = (next + 1) % KEPT.length;
            }
        }
    }
}
