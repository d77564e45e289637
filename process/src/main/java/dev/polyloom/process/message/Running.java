package dev.polyloom.process.message;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What runs on behalf of messages, so that it can be interrupted. Safe for several threads. */
final class Running {
    private final Map<Key, Entry> entries = new ConcurrentHashMap<>();

    /** A message by its sender and number; one-way messages have negative numbers. */
    private record Key(long from, long id) {}

    /** Takes down that the calling thread runs something. */
    Entry enter(long from, long id) {
        announce(from, id);
        return begin(from, id);
    }

    /** Takes down what some thread will begin, so that it can be interrupted from now on. */
    void announce(long from, long id) {
        Key key = new Key(from, id);
        entries.put(key, new Entry(key));
    }

    /**
     * Takes down that the calling thread runs what was announced.
     *
     * @throws CancellationException if it was interrupted meanwhile
     */
    Entry begin(long from, long id) {
        Entry entry = Objects.requireNonNull(entries.get(new Key(from, id)), "not announced");
        entry.begin();
        return entry;
    }

    /** Forgets what was announced and will not begin. */
    void forget(long from, long id) {
        entries.remove(new Key(from, id));
    }

    void interrupt(long from, long id) {
        Entry entry = entries.get(new Key(from, id));
        if (entry != null) {
            entry.interrupt();
        }
    }

    /** Returns the threads that run something. */
    List<Thread> threads() {
        return entries.values().stream().map(Entry::thread).filter(Objects::nonNull).toList();
    }

    /** Interrupts what somebody asked for who is gone; one-way messages are dealt with. */
    void interruptFrom(long from) {
        entries.forEach((key, entry) -> {
            if (key.from == from && key.id > 0) {
                entry.interrupt();
            }
        });
    }

    /** Interrupts all that has begun. */
    void interruptAll() {
        entries.values().stream().filter(Entry::hasBegun).forEach(Entry::interrupt);
    }

    /**
     * One thing that runs or is about to, until it is closed or, if there is one, its stage has
     * completed.
     */
    final class Entry implements AutoCloseable {
        private final Key key;
        private @Nullable Thread thread;
        private @Nullable CompletionStage<?> stage;
        private boolean interrupted;

        private Entry(Key key) {
            this.key = key;
        }

        private synchronized void begin() {
            if (interrupted) {
                entries.remove(key, this);
                throw new CancellationException("cancelled before it began");
            }
            thread = Thread.currentThread();
        }

        private synchronized boolean hasBegun() {
            return thread != null || stage != null;
        }

        private synchronized @Nullable Thread thread() {
            return thread;
        }

        /** What runs goes on as a stage, which is cancelled if an interrupt came before it. */
        void follow(CompletionStage<?> opened) {
            boolean late;
            synchronized (this) {
                stage = opened;
                late = interrupted;
            }
            if (late) {
                startToCancel(opened);
            }
        }

        void stageEnded() {
            entries.remove(key, this);
        }

        private void interrupt() {
            CompletionStage<?> open;
            synchronized (this) {
                interrupted = true;
                if (thread != null) {
                    thread.interrupt();
                }
                open = stage;
            }
            if (open != null) {
                startToCancel(open);
            }
        }

        /** Cancels a stage in a thread of its own, as that runs what depends on it. */
        private static void startToCancel(CompletionStage<?> stage) {
            Thread.ofVirtual().name("polyloom-cancel").start(() -> cancel(stage));
        }

        private static void cancel(CompletionStage<?> stage) {
            try {
                stage.toCompletableFuture().cancel(true);
            } catch (UnsupportedOperationException e) {
                // it cannot be cancelled, and goes on
            }
        }

        @Override
        public void close() {
            boolean ended;
            synchronized (this) {
                thread = null;
                ended = stage == null;
            }
            Thread.interrupted();
            if (ended) {
                entries.remove(key, this);
            }
        }
    }
}
