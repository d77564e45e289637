package dev.polyloom.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** Keeps the events of a host, as short texts too. */
final class Events implements ServiceListener {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static {
        // a process may take long to start on a machine that is busy
        Awaitility.setDefaultTimeout(PATIENCE);
    }

    private final CopyOnWriteArrayList<ServiceEvent> all = new CopyOnWriteArrayList<>();

    @Override
    public void on(ServiceEvent event) {
        all.add(event);
    }

    List<String> texts() {
        return all.stream()
                .map(event -> event.getClass().getSimpleName() + " " + event.path())
                .toList();
    }

    <E extends ServiceEvent> List<E> of(Class<E> kind, String path) {
        return all.stream()
                .filter(event -> event.path().equals(path))
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Waits for the n-th event of a kind, from 1. */
    <E extends ServiceEvent> E await(Class<E> kind, String path, int n) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .untilAsserted(() -> assertThat(of(kind, path)).hasSizeGreaterThanOrEqualTo(n));
        return of(kind, path).get(n - 1);
    }
}
