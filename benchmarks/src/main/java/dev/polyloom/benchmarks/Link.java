package dev.polyloom.benchmarks;

/** A channel of any contender, as the suite {@code channels} uses it: sends and receives block. */
interface Link {
    /** The capacity of a link that takes whatever is sent. */
    int UNBOUNDED = -1;

    /** Hands a message over. */
    void send(Integer message) throws InterruptedException;

    /** Waits for a message. */
    Integer receive() throws InterruptedException;

    /** Makes the links of one contender. */
    @FunctionalInterface
    interface Factory {
        /** Makes a link of a capacity; 0 means that sender and receiver meet. */
        Link open(int capacity);
    }
}
