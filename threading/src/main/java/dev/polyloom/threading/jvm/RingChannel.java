package dev.polyloom.threading.jvm;

import dev.polyloom.threading.channel.ChannelSpec;
import dev.polyloom.threading.channel.Outcome;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue in a ring whose every place has a stamp. Positions count up for ever; position p
 * is at place p modulo the size of the ring. The stamp of a place is p while position p can be
 * written, p + 1 while it can be read, and p + size, the next position there, when it was read.
 * Senders claim positions by advancing the tail, receivers by advancing the head; the stamp hands
 * the element over. The sign of the tail says that the channel is closed, so that no position is
 * claimed after that. Head and tail sit in an array, far from each other and from all else, so that
 * writing one does not slow down the other.
 */
final class RingChannel<T> extends QueueChannel<T> {
    private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int APART = 16;
    private static final int HEAD = APART;
    private static final int TAIL = 2 * APART;
    private static final long CLOSED = Long.MIN_VALUE;

    private final int capacity;
    private final int mask;
    private final boolean partial;
    private final long[] cursors = new long[3 * APART];
    private final long[] stamps;
    private final @Nullable Object[] items;

    RingChannel(ChannelSpec spec) {
        super(spec.name());
        capacity = spec.capacity();
        int size = Math.max(2, Integer.highestOneBit(capacity - 1) << 1);
        mask = size - 1;
        partial = size != capacity;
        items = new Object[size];
        stamps = new long[size];
        for (int i = 0; i < size; i++) {
            stamps[i] = i;
        }
    }

    @Override
    Outcome enqueue(T item) {
        for (int tries = 0; ; ) {
            long tail = (long) LONGS.getVolatile(cursors, TAIL);
            if (tail < 0) {
                return Outcome.CLOSED;
            }
            int place = (int) tail & mask;
            long lag = (long) LONGS.getAcquire(stamps, place) - tail;
            if ((lag < 0 || partial) && tail - head() >= capacity) {
                return Outcome.NONE;
            }
            if (lag == 0 && LONGS.compareAndSet(cursors, TAIL, tail, tail + 1)) {
                items[place] = item;
                LONGS.setRelease(stamps, place, tail + 1);
                return Outcome.TRANSFERRED;
            }
            if (lag < 0) {
                Backoff.pause(tries++);
            }
        }
    }

    @Override
    @SuppressWarnings("unchecked") // an element is what was sent
    @Nullable T dequeue() {
        for (int tries = 0; ; ) {
            long head = head();
            int place = (int) head & mask;
            long lag = (long) LONGS.getAcquire(stamps, place) - (head + 1);
            if (lag == 0 && LONGS.compareAndSet(cursors, HEAD, head, head + 1)) {
                T item = (T) items[place];
                items[place] = null;
                LONGS.setRelease(stamps, place, head + mask + 1);
                return item;
            }
            if (lag < 0) {
                if (tail() == head) {
                    return null;
                }
                Backoff.pause(tries++);
            }
        }
    }

    private long head() {
        return (long) LONGS.getVolatile(cursors, HEAD);
    }

    private long tail() {
        return (long) LONGS.getVolatile(cursors, TAIL) & ~CLOSED;
    }

    @Override
    boolean isEmpty() {
        long head = head();
        return tail() == head;
    }

    @Override
    boolean isFull() {
        long tail = tail();
        return tail - head() >= capacity;
    }

    @Override
    public long moves() {
        return head() + tail();
    }

    @Override
    void seal() {
        LONGS.getAndBitwiseOr(cursors, TAIL, CLOSED);
    }

    @Override
    public boolean isClosed() {
        return (long) LONGS.getVolatile(cursors, TAIL) < 0;
    }
}
