package dev.polyloom.cli;

import dev.polyloom.process.child.Signals;
import dev.polyloom.supervisor.Host;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The tree of a host below what is logged on a terminal, painted anew when something happens, and
 * once a second for the times in it.
 */
final class LiveTree implements AutoCloseable {
    /** Shows nothing. */
    static final LiveTree NONE = new LiveTree();

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int LOOKS_A_PAINTING = 10;

    private final Runnable end;

    private LiveTree() {
        end = () -> {};
    }

    private LiveTree(Host host, StatusLine status) {
        AtomicBoolean changed = new AtomicBoolean(true);
        Painter painter = new Painter(host, status, changed);
        host.listen(_ -> changed.set(true));
        boolean _ = Signals.on("WINCH", () -> painter.resized.set(true));
        ScheduledExecutorService clock =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("polyloom-tree").factory());
        var _ = clock.scheduleWithFixedDelay(painter, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
        end =
                () -> {
                    clock.close();
                    status.hide();
                };
    }

    static LiveTree show(Host host, StatusLine status) {
        return new LiveTree(host, status);
    }

    @Override
    public void close() {
        end.run();
    }

    private static final class Painter implements Runnable {
        private final Host host;
        private final StatusLine status;
        private final AtomicBoolean changed;
        private final AtomicBoolean resized = new AtomicBoolean(true);
        private Screen screen = Screen.of("");
        private int looks;

        Painter(Host host, StatusLine status, AtomicBoolean changed) {
            this.host = host;
            this.status = status;
            this.changed = changed;
        }

        @Override
        public void run() {
            if (resized.getAndSet(false)) {
                screen = Screen.ask();
            }
            looks = (looks + 1) % LOOKS_A_PAINTING;
            if (changed.getAndSet(false) || looks == 0 || !status.isShown()) {
                status.show(screen.tree(host.status()));
            }
        }
    }
}
