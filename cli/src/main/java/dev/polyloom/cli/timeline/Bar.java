package dev.polyloom.cli.timeline;

import org.jspecify.annotations.Nullable;

/**
 * An item that ran.
 *
 * @param index its place in the input, from 0
 * @param item the start of its text
 * @param worker what ran it
 * @param start microseconds from the start of the run
 * @param duration microseconds it took
 * @param failure why it failed, or null
 */
record Bar(
        long index,
        String item,
        String worker,
        long start,
        long duration,
        @Nullable String failure) {
    long end() {
        return start + duration;
    }
}
