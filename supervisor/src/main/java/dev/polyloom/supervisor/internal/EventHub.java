package dev.polyloom.supervisor.internal;

import dev.polyloom.supervisor.ServiceEvent;
import dev.polyloom.supervisor.ServiceListener;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Hands events on to log, flight recorder, listeners and subscribers, on a thread of its own, so
 * that nobody who listens can delay a restart.
 */
final class EventHub {
    private static final int MOST_WAITING = 1 << 17;
    private static final int MOST_PER_SUBSCRIBER = 1 << 12;

    private final String host;
    private final Supplier<Instant> clock;
    private final LinkedBlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final LongAdder lost = new LongAdder();
    private final CopyOnWriteArrayList<ServiceListener> listeners;
    private final ExecutorService subscriberThreads = Executors.newVirtualThreadPerTaskExecutor();
    private final SubmissionPublisher<ServiceEvent> publisher =
            new SubmissionPublisher<>(subscriberThreads, MOST_PER_SUBSCRIBER);
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private volatile boolean closing;

    EventHub(String host, List<ServiceListener> listeners, Supplier<Instant> clock) {
        this.host = host;
        this.listeners = new CopyOnWriteArrayList<>(listeners);
        this.clock = clock;
    }

    void start() {
        Thread.ofVirtual().name(host + "-events").start(this::run);
    }

    void emit(ServiceEvent event) {
        if (!waiting.offer(() -> deliver(event))) {
            lost.increment();
        }
    }

    void add(ServiceListener listener) {
        listeners.add(listener);
    }

    void remove(ServiceListener listener) {
        listeners.remove(listener);
    }

    Flow.Publisher<ServiceEvent> publisher() {
        return publisher;
    }

    /** Lets what waits be delivered, and nothing after it. */
    CompletableFuture<Void> close() {
        closing = true;
        boolean _ = waiting.offer(() -> {});
        return closed;
    }

    private void run() {
        try {
            while (!closing || !waiting.isEmpty()) {
                waiting.take().run();
                long missed = lost.sumThenReset();
                if (missed > 0) {
                    deliver(new ServiceEvent.EventsLost(host, clock.get(), missed));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            publisher.close();
            subscriberThreads.shutdown();
            closed.complete(null);
        }
    }

    private void deliver(ServiceEvent event) {
        tell(Log::event, event);
        tell(Recording.Recorder::record, event);
        listeners.forEach(listener -> tell(listener, event));
        int _ = publisher.offer(event, (_, _) -> missed());
    }

    private void tell(ServiceListener listener, ServiceEvent event) {
        try {
            listener.on(event);
        } catch (Throwable e) {
            Log.warn("a listener of " + host + " failed at: " + event, e);
        }
    }

    private boolean missed() {
        lost.increment();
        return false;
    }
}
