package dev.polyloom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Results that arrive in any order and become a list in the order of the input. */
final class ParallelList<E extends @Nullable Object> {
    /** Stands where nothing was set. */
    private enum Gap {
        ABSENT
    }

    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private static final int LARGEST_START = 1 << 20;

    private @Nullable Object[] elements;
    private int end;
    private int present;

    /** Makes an empty list with room for so many results at first, if that is known. */
    ParallelList(OptionalLong expected) {
        elements = new @Nullable Object[Math.clamp(expected.orElse(16), 16, LARGEST_START)];
    }

    void set(long index, E element) {
        if (index >= LARGEST) {
            throw new OutOfMemoryError(
                    "a list cannot hold more than %d results; use a lazy map".formatted(LARGEST));
        }
        int at = (int) index;
        if (at != end || at >= elements.length) {
            reach(at);
        }
        end = Math.max(end, at + 1);
        elements[at] = element;
        present++;
    }

    private void reach(int at) {
        if (at >= elements.length) {
            int length = (int) Math.min(LARGEST, Math.max(2L * elements.length, at + 1L));
            elements = Arrays.copyOf(elements, length);
        }
        while (end < at) {
            elements[end++] = Gap.ABSENT;
        }
    }

    /** Returns the elements that were set; this object must not be used afterwards. */
    @SuppressWarnings("unchecked")
    List<E> toList() {
        List<@Nullable Object> all = Arrays.asList(elements).subList(0, end);
        if (present < end) {
            all = new ArrayList<>(all);
            all.removeIf(element -> element instanceof Gap);
        } else if (end < elements.length) {
            all = Arrays.asList(Arrays.copyOf(elements, end));
        }
        return (List<E>) Collections.unmodifiableList(all);
    }

    /** Returns as many elements as given, null in place of those that were not set. */
    List<@Nullable Object> withGaps(long size) {
        List<@Nullable Object> all = new ArrayList<>(Arrays.asList(elements).subList(0, end));
        all.replaceAll(element -> element instanceof Gap ? null : element);
        while (all.size() < size) {
            all.add(null);
        }
        return all;
    }
}
