package dev.polyloom.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.polyloom.supervisor.ServiceEvent;
import dev.polyloom.supervisor.ServiceListener;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events for those who are too slow, or fail. */
@Timeout(60)
class EventHubTest {
    private static final int MANY = 200_000;

    private final AtomicLong heard = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private @Nullable EventHub hub;

    @AfterEach
    void close() {
        release.countDown();
        if (hub != null) {
            Object _ = hub.close().join();
        }
    }

    private EventHub start(ServiceListener... listeners) {
        EventHub started = new EventHub("host", List.of(listeners), () -> Instant.EPOCH);
        hub = started;
        started.start();
        return started;
    }

    private static ServiceEvent event(int number) {
        return new ServiceEvent.Starting("host/a", Instant.EPOCH, number);
    }

    private void count(ServiceEvent event) {
        if (event instanceof ServiceEvent.EventsLost it) {
            lost.addAndGet(it.events());
            paths.add(it.path() + ": " + it);
        } else {
            heard.incrementAndGet();
        }
    }

    private void wait(ServiceEvent event) {
        try {
            release.await();
            count(event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void events_forASlowListener_areBoundedAndTheLostOnesCounted() {
        EventHub slow = start(this::wait);

        for (int i = 0; i < MANY; i++) {
            slow.emit(event(i));
        }
        release.countDown();

        await().untilAsserted(() -> assertThat(heard.get() + lost.get()).isEqualTo(MANY));
        assertThat(lost.get()).isPositive();
        assertThat(paths)
                .allMatch(text -> text.matches("host: \\d+ events lost, because listeners are.*"));
    }

    @Test
    void events_forASubscriberWhoAsksForNone_areCountedAsLost() {
        EventHub open = start(this::count);
        open.publisher().subscribe(new Silent());

        for (int i = 0; i < 10_000; i++) {
            open.emit(event(i));
        }

        await().untilAsserted(() -> {
            assertThat(heard.get()).isEqualTo(10_000);
            assertThat(lost.get()).isGreaterThan(1_000);
        });
    }

    @Test
    void listenerThatFails_keepsNobodyFromHearing() {
        ServiceListener fails =
                _ -> {
                    throw new IllegalStateException("boom");
                };
        ServiceListener failsBadly =
                _ -> {
                    throw new AssertionError("boom");
                };
        EventHub open = start(fails, failsBadly, this::count);

        open.emit(event(1));
        open.emit(event(2));

        await().untilAsserted(() -> assertThat(heard.get()).isEqualTo(2));
    }

    private static final class Silent implements Flow.Subscriber<ServiceEvent> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {}

        @Override
        public void onNext(ServiceEvent event) {}

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    }
}
