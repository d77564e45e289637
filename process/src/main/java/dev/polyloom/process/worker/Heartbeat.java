package dev.polyloom.process.worker;

import dev.polyloom.process.transport.Connection;
import dev.polyloom.process.transport.FrameType;
import dev.polyloom.process.transport.StatusPage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Shows the primary that this process is neither stopped nor stuck. */
final class Heartbeat {
    private final Connection connection;
    private final @Nullable StatusPage page;
    private final Awaited awaited;
    private final long periodNanos;

    Heartbeat(Connection connection, @Nullable StatusPage page, Awaited awaited, int beatMillis) {
        this.connection = connection;
        this.page = page;
        this.awaited = awaited;
        this.periodNanos = TimeUnit.MILLISECONDS.toNanos(beatMillis);
    }

    /** Beats until this process ends. */
    void start() {
        Thread.ofPlatform().daemon().name("polyloom-heartbeat").start(this::run);
    }

    /** Beats once. */
    void beat() {
        if (page != null) {
            page.beat();
        } else {
            connection.send(FrameType.HEARTBEAT, 0);
            connection.flush();
        }
        awaited.look();
    }

    private void run() {
        while (true) {
            beat();
            LockSupport.parkNanos(this, periodNanos);
            // user code may interrupt every thread it finds: the heart goes on
            Thread.interrupted();
        }
    }
}
