package dev.polyloom.threading.jvm;

import dev.polyloom.threading.channel.ChannelSpec;
import dev.polyloom.threading.channel.Outcome;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A queue of chunks, each with places that are used once. A sender claims a place by adding one to
 * the tail of the last chunk, which cannot fail; if the chunk has no place left, it appends
 * another. Receivers advance the head of the first chunk over places that are filled, and go on to
 * the next chunk at its end. Closing freezes the last chunk: the sign of its tail says so, and the
 * bits beneath hold how many places were claimed before; if that chunk is full, a closed one is
 * appended.
 */
final class UnboundedChannel<T> extends QueueChannel<T> {
    private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle ITEMS = MethodHandles.arrayElementVarHandle(Object[].class);
    private static final VarHandle FIRST;
    private static final VarHandle LAST;
    private static final VarHandle NEXT;
    private static final int SIZE = 1024;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            FIRST = lookup.findVarHandle(UnboundedChannel.class, "first", Chunk.class);
            LAST = lookup.findVarHandle(UnboundedChannel.class, "last", Chunk.class);
            NEXT = lookup.findVarHandle(Chunk.class, "next", Chunk.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile Chunk first = new Chunk(0);
    private volatile Chunk last = first;

    UnboundedChannel(ChannelSpec spec) {
        super(spec.name());
    }

    @Override
    Outcome enqueue(T item) {
        while (true) {
            Chunk chunk = last;
            long place = (long) LONGS.getAndAdd(chunk.cursors, Chunk.TAIL, 1L);
            if (place < 0) {
                return Outcome.CLOSED;
            }
            if (place < SIZE) {
                ITEMS.setRelease(chunk.items, (int) place, item);
                return Outcome.TRANSFERRED;
            }
            Chunk next = chunk.next;
            if (next == null) {
                NEXT.compareAndSet(chunk, null, new Chunk(chunk.number + 1));
                next = chunk.next;
            }
            LAST.compareAndSet(this, chunk, next);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // an element is what was sent
    @Nullable T dequeue() {
        for (int tries = 0; ; ) {
            Chunk chunk = first;
            long head = chunk.head();
            if (head == SIZE) {
                Chunk next = chunk.next;
                if (next == null) {
                    return null;
                }
                FIRST.compareAndSet(this, chunk, next);
                continue;
            }
            Object item = ITEMS.getAcquire(chunk.items, (int) head);
            if (item == null) {
                if (head == chunk.claimed()) {
                    return null;
                }
                Backoff.pause(tries++);
            } else if (LONGS.compareAndSet(chunk.cursors, Chunk.HEAD, head, head + 1)) {
                chunk.items[(int) head] = null;
                return (T) item;
            }
        }
    }

    @Override
    boolean isEmpty() {
        Chunk chunk = first;
        while (true) {
            long head = chunk.head();
            if (head < SIZE) {
                return head == chunk.claimed();
            }
            Chunk next = chunk.next;
            if (next == null) {
                return true;
            }
            chunk = next;
        }
    }

    @Override
    boolean isFull() {
        return false;
    }

    @Override
    public long moves() {
        Chunk from = first;
        Chunk to = lastNow();
        return (from.number + to.number) * SIZE + from.head() + to.claimed();
    }

    private Chunk lastNow() {
        Chunk chunk = last;
        for (Chunk next = chunk.next; next != null; next = chunk.next) {
            chunk = next;
        }
        return chunk;
    }

    @Override
    void seal() {
        boolean sealed = false;
        while (!sealed) {
            Chunk chunk = lastNow();
            long tail = chunk.tail();
            if (tail < 0) {
                return;
            }
            sealed =
                    tail < SIZE
                            ? chunk.freeze(tail)
                            : NEXT.compareAndSet(chunk, null, Chunk.frozen(chunk.number + 1));
        }
    }

    @Override
    public boolean isClosed() {
        return lastNow().tail() < 0;
    }

    private static final class Chunk {
        static final int APART = 16;
        static final int HEAD = APART;
        static final int TAIL = 2 * APART;
        private static final long CLOSED = Long.MIN_VALUE;

        /** Leaves room beneath for all who try to send after the end. */
        private static final int COUNT_SHIFT = 48;

        /** How many chunks came before. */
        final long number;

        final @Nullable Object[] items = new Object[SIZE];
        final long[] cursors = new long[3 * APART];
        volatile @Nullable Chunk next;

        Chunk(long number) {
            this.number = number;
        }

        static Chunk frozen(long number) {
            Chunk chunk = new Chunk(number);
            chunk.freeze(0);
            return chunk;
        }

        boolean freeze(long tail) {
            return LONGS.compareAndSet(cursors, TAIL, tail, CLOSED | tail << COUNT_SHIFT);
        }

        long head() {
            return (long) LONGS.getVolatile(cursors, HEAD);
        }

        long tail() {
            return (long) LONGS.getVolatile(cursors, TAIL);
        }

        /** Returns how many places are claimed. */
        long claimed() {
            long tail = tail();
            return tail < 0 ? (tail & ~CLOSED) >>> COUNT_SHIFT : Math.min(tail, SIZE);
        }
    }
}
