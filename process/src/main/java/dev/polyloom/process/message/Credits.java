package dev.polyloom.process.message;

import org.jspecify.annotations.Nullable;

/**
 * Counts what a receiver has dealt with until it is worth telling the sender. Safe for use by
 * several threads.
 */
final class Credits {
    private static final int MANY = 64;

    private final int fewMessages;
    private final long fewBytes;
    private int messages;
    private long bytes;

    Credits(int windowMessages, long windowBytes) {
        fewMessages = Math.clamp(windowMessages / 4, 1, MANY);
        fewBytes = Math.max(1, windowBytes / 4);
    }

    /** What there is to tell. */
    record Due(int messages, long bytes) {}

    /** Counts a message, and returns what is to be told now, if anything. */
    synchronized @Nullable Due add(long room, boolean last) {
        messages++;
        bytes += room;
        return last || messages >= fewMessages || bytes >= fewBytes ? take() : null;
    }

    /** Returns what has not been told. */
    synchronized @Nullable Due take() {
        if (messages == 0) {
            return null;
        }
        Due due = new Due(messages, bytes);
        messages = 0;
        bytes = 0;
        return due;
    }
}
