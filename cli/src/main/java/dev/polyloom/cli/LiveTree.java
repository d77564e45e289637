package dev.polyloom.cli;

import dev.polyloom.supervisor.Host;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    private static final int USUAL_ROWS = 24;
    private static final int LEAST_ROWS = 4;

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
        private int rows = USUAL_ROWS;
        private int looks;

        Painter(Host host, StatusLine status, AtomicBoolean changed) {
            this.host = host;
            this.status = status;
            this.changed = changed;
        }

        @Override
        public void run() {
            if (resized.getAndSet(false)) {
                rows = rows();
            }
            looks = (looks + 1) % LOOKS_A_PAINTING;
            if (changed.getAndSet(false) || looks == 0 || !status.isShown()) {
                status.show(fitting(StatusTree.text(host.status()).lines().toList()));
            }
        }

        private List<String> fitting(List<String> tree) {
            int most = Math.max(LEAST_ROWS, rows - 2);
            if (tree.size() <= most) {
                return tree;
            }
            List<String> cut = new ArrayList<>(tree.subList(0, most - 1));
            cut.add("... and %d more; polyloom status shows all".formatted(tree.size() - most + 1));
            return cut;
        }

        /** Asks the terminal how many rows it has. */
        private static int rows() {
            try {
                Process stty =
                        new ProcessBuilder("stty", "size")
                                .redirectInput(new File("/dev/tty"))
                                .redirectError(ProcessBuilder.Redirect.DISCARD)
                                .start();
                byte[] bytes = stty.getInputStream().readNBytes(32);
                String first = new String(bytes, StandardCharsets.US_ASCII).split(" ", -1)[0];
                int rows = first.matches("\\d{1,5}") ? Integer.parseInt(first) : 0;
                return rows == 0 ? USUAL_ROWS : rows;
            } catch (IOException e) {
                return USUAL_ROWS;
            }
        }
    }
}
