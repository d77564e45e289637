package dev.polyloom.process.message;

import dev.polyloom.PolyloomException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Tasks for whichever worker is free first. Each worker runs as many of them as it runs tasks at
 * once, and one more for each of its threads that waits for another such task; so there is always a
 * worker for the next one when all wait. Safe for use by several threads.
 */
final class Pops {
    private final Exchange exchange;
    private final int concurrency;
    private final LongPredicate stays;
    private final Deque<Entry> queue = new ArrayDeque<>();
    private final Map<Long, Load> loads = new HashMap<>();
    private boolean closed;

    /**
     * Makes it.
     *
     * @param exchange leads to the workers
     * @param concurrency how many tasks a worker runs at once
     * @param stays tells whether a worker may be given more
     */
    Pops(Exchange exchange, int concurrency, LongPredicate stays) {
        this.exchange = exchange;
        this.concurrency = concurrency;
        this.stays = stays;
    }

    /** What a worker runs of these tasks. */
    private final class Load {
        int running;
        int waiting;
        boolean paused;

        int free() {
            return paused ? 0 : concurrency + waiting - running;
        }
    }

    // ---- workers

    void ready(long station, boolean paused) {
        synchronized (this) {
            Load load = new Load();
            load.paused = paused;
            loads.put(station, load);
        }
        offer();
    }

    /** A worker is gone; nobody wants the results of what it popped. */
    void gone(long station) {
        List<Entry> orphans = new ArrayList<>();
        synchronized (this) {
            loads.remove(station);
            queue.removeIf(each -> each.origin == station && orphans.add(each));
        }
        orphans.forEach(each -> each.outcome.cancel(false));
    }

    /** A worker is to be given nothing more, or again. */
    void pause(long station, boolean paused) {
        synchronized (this) {
            Load load = loads.get(station);
            if (load != null) {
                load.paused = paused;
            }
        }
        offer();
    }

    /** So many more threads of a worker wait for such a task. */
    void waiting(long station, int more) {
        synchronized (this) {
            Load load = loads.get(station);
            if (load == null) {
                return;
            }
            load.waiting = Math.max(0, load.waiting + more);
        }
        offer();
    }

    // ---- tasks

    synchronized int queued() {
        return queue.size();
    }

    /** Adds a task, and returns the future of its outcome. */
    CompletableFuture<byte[]> add(long origin, byte[] task) {
        Entry entry = new Entry(origin, task);
        synchronized (this) {
            if (closed) {
                entry.outcome.completeExceptionally(ended());
                return entry.outcome;
            }
            queue.add(entry);
        }
        var _ = entry.outcome.whenComplete((outcome, failure) -> entry.ended());
        offer();
        return entry.outcome;
    }

    void close() {
        List<Entry> left;
        synchronized (this) {
            closed = true;
            left = List.copyOf(queue);
            queue.clear();
        }
        left.forEach(each -> each.outcome.completeExceptionally(ended()));
    }

    private static PolyloomException ended() {
        return new PolyloomException("the scope ended before the task began");
    }

    private void offer() {
        for (Entry next = assign(); next != null; next = assign()) {
            Entry entry = next;
            exchange.start("pop", entry::send);
        }
    }

    private synchronized @Nullable Entry assign() {
        Map.Entry<Long, Load> best = null;
        for (Map.Entry<Long, Load> each : loads.entrySet()) {
            int least = best == null ? 0 : best.getValue().free();
            boolean better = each.getValue().free() > least && stays.test(each.getKey());
            best = better ? each : best;
        }
        Entry entry = best == null ? null : queue.poll();
        if (entry != null && best != null) {
            best.getValue().running++;
            entry.worker = best.getKey();
        }
        return entry;
    }

    private void leave(long station) {
        synchronized (this) {
            Load load = loads.get(station);
            if (load != null) {
                load.running--;
            }
        }
        offer();
    }

    /** One task. */
    private final class Entry implements Answer {
        private final long origin;
        private final byte[] task;
        private final CompletableFuture<byte[]> outcome = new CompletableFuture<>();

        /** The worker that it was given to; 0 for none. Guarded by the lock of the outer class. */
        private long worker;

        private volatile long number;

        Entry(long origin, byte[] task) {
            this.origin = origin;
            this.task = task;
        }

        /** Sends it to its worker. */
        void send() {
            PipeEnd pipe = exchange.pipe(worker);
            try {
                if (pipe == null) {
                    again();
                    return;
                }
                number = pipe.callEncoded(task, this);
                if (outcome.isDone()) {
                    pipe.outgoing().cancel(number);
                }
            } catch (RuntimeException e) {
                gone(e);
            }
        }

        /** Its worker was gone before it was sent. */
        private void again() {
            boolean late;
            synchronized (Pops.this) {
                worker = 0;
                late = closed;
                if (!late) {
                    queue.addFirst(this);
                }
            }
            if (late) {
                outcome.completeExceptionally(Pops.ended());
            } else {
                offer();
            }
        }

        @Override
        public void replied(byte[] body) {
            leave(worker);
            outcome.complete(Outcome.result(body));
        }

        @Override
        public void failed(byte[] body) {
            leave(worker);
            outcome.complete(Outcome.failure(body));
        }

        @Override
        public void gone(Throwable why) {
            leave(worker);
            outcome.completeExceptionally(why);
        }

        /** Takes it back, if nobody wants it any more. */
        void ended() {
            boolean waited;
            synchronized (Pops.this) {
                waited = queue.remove(this);
            }
            PipeEnd pipe = waited ? null : exchange.pipe(worker);
            if (pipe != null) {
                pipe.outgoing().cancel(number);
            }
        }
    }
}
