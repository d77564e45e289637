package dev.polyloom.threading;

import dev.polyloom.threading.backend.Platform;
import dev.polyloom.threading.channel.ChannelSpec;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes channels of one name; see {@link Channel#named}. Immutable, so that several threads may use
 * it.
 */
public final class ChannelBuilder {
    private final @Nullable String name;

    ChannelBuilder(@Nullable String name) {
        this.name = name;
    }

    static ChannelBuilder named(String name) {
        return new ChannelBuilder(Objects.requireNonNull(name, "name"));
    }

    /**
     * Makes a channel as {@link Channel#rendezvous()} does.
     *
     * @param <T> the type of the elements
     * @return the channel
     */
    public <T> Channel<T> rendezvous() {
        return make(0, OverflowPolicy.BLOCK);
    }

    /**
     * Makes a channel as {@link Channel#bounded(int)} does.
     *
     * @param capacity for how many elements it has room
     * @param <T> the type of the elements
     * @return the channel
     * @throws IllegalArgumentException if the capacity is negative
     */
    public <T> Channel<T> bounded(int capacity) {
        return bounded(capacity, OverflowPolicy.BLOCK);
    }

    /**
     * Makes a channel as {@link Channel#bounded(int, OverflowPolicy)} does.
     *
     * @param capacity for how many elements it has room
     * @param policy what happens to more of them
     * @param <T> the type of the elements
     * @return the channel
     * @throws IllegalArgumentException if the capacity is negative, or is 0 where the policy drops
     */
    public <T> Channel<T> bounded(int capacity, OverflowPolicy policy) {
        int least = Objects.requireNonNull(policy, "policy") == OverflowPolicy.BLOCK ? 0 : 1;
        if (capacity < least) {
            throw new IllegalArgumentException(
                    "a channel with %s has a capacity of %d or more, not %d"
                            .formatted(policy, least, capacity));
        }
        return make(capacity, policy);
    }

    /**
     * Makes a channel as {@link Channel#unbounded()} does.
     *
     * @param <T> the type of the elements
     * @return the channel
     */
    public <T> Channel<T> unbounded() {
        return make(ChannelSpec.UNBOUNDED, OverflowPolicy.BLOCK);
    }

    private <T> Channel<T> make(int capacity, OverflowPolicy policy) {
        return Platform.backend().newChannel(new ChannelSpec(name, capacity, policy));
    }
}
