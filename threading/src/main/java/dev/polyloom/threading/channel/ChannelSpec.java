package dev.polyloom.threading.channel;

import dev.polyloom.threading.OverflowPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What a channel is to be.
 *
 * @param name its name, or null for none
 * @param capacity for how many elements it has room, or {@link #UNBOUNDED}
 * @param policy what happens to more of them
 */
public record ChannelSpec(@Nullable String name, int capacity, OverflowPolicy policy) {
    /** Room for all there is memory for. */
    public static final int UNBOUNDED = Integer.MAX_VALUE;
}
