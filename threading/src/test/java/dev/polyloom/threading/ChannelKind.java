package dev.polyloom.threading;

/** The channels that all promise the same, save how many elements they have room for. */
enum ChannelKind {
    RENDEZVOUS(0),
    ONE(1),
    TWO(2),
    SIXTEEN(16),
    HUNDRED(100),
    THOUSAND(1024),
    UNBOUNDED(Integer.MAX_VALUE);

    final int capacity;

    ChannelKind(int capacity) {
        this.capacity = capacity;
    }

    <T> Channel<T> make() {
        return make("orders");
    }

    <T> Channel<T> make(String name) {
        ChannelBuilder builder = Channel.named(name);
        return this == UNBOUNDED ? builder.unbounded() : builder.bounded(capacity);
    }

    boolean isUnbounded() {
        return this == UNBOUNDED;
    }
}
