package dev.polyloom.process.message;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        Entry entry = new Entry(new Key(from, id), Thread.currentThread());
        entries.put(entry.key, entry);
        return entry;
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

    void interruptAll() {
        entries.values().forEach(Entry::interrupt);
    }

    /** One thing that runs, until it is closed or, if there is one, its stage has completed. */
    final class Entry implements AutoCloseable {
        private final Key key;
        private @Nullable Thread thread;
        private @Nullable CompletionStage<?> stage;

        private Entry(Key key, Thread thread) {
            this.key = key;
            this.thread = thread;
        }

        private synchronized @Nullable Thread thread() {
            return thread;
        }

        /** What runs goes on as a stage. */
        synchronized void follow(CompletionStage<?> opened) {
            stage = opened;
        }

        void stageEnded() {
            entries.remove(key, this);
        }

        private void interrupt() {
            CompletionStage<?> open;
            synchronized (this) {
                if (thread != null) {
                    thread.interrupt();
                }
                open = stage;
            }
            if (open != null) {
                // completing a stage runs what depends on it
                Thread.ofVirtual().name("polyloom-cancel").start(() -> cancel(open));
            }
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
