package dev.polyloom.benchmarks;

import java.util.stream.IntStream;

/** Sends messages through the channels of one contender and tells how long it took. */
interface Traffic {
    /**
     * Who sends and receives, through what.
     *
     * @param light whether they are virtual threads, or what the contender has in their place
     * @param senders how many send
     * @param receivers how many receive
     * @param capacity the channel's capacity
     */
    record Flow(boolean light, int senders, int receivers, int capacity) {}

    /**
     * Sends so many messages, a multiple of the senders and of the receivers; gives nanoseconds.
     */
    long flow(Flow flow, long messages) throws Exception;

    /** Sends a message to and fro so often, through two channels; gives nanoseconds. */
    long echo(boolean light, int capacity, long trips) throws Exception;

    /** The messages, made ahead, since making them is not what is measured. */
    final class Messages {
        private static final int MASK = 0x3FF;
        private static final Integer[] ALL =
                IntStream.rangeClosed(0, MASK).boxed().toArray(Integer[]::new);

        private Messages() {}

        static Integer of(long index) {
            return ALL[(int) index & MASK];
        }

        /** Returns what the first so many messages are in sum. */
        static long sum(long count) {
            long whole = count / ALL.length;
            long rest = count % ALL.length;
            return whole * MASK * ALL.length / 2 + rest * (rest - 1) / 2;
        }

        /** Checks what all receivers received together from several senders. */
        static void check(long received, int senders, long each) {
            long expected = senders * sum(each);
            if (received != expected) {
                throw new IllegalStateException(
                        "what was received is %d in sum, not %d".formatted(received, expected));
            }
        }
    }
}
