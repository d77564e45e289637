package dev.polyloom.process.message;

import dev.polyloom.process.Peer;
import dev.polyloom.process.transport.Connection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One incarnation of a worker, or the primary itself, as the hub sees it. */
public final class Station {
    private final long id;
    private final Peer peer;
    private final @Nullable Connection connection;

    /** What it sent, by receiver. */
    final Map<Long, Ledger> sent = new ConcurrentHashMap<>();

    /** Whom it waits for at the other ends of its links, as it says. */
    volatile long[] awaits = {};

    /** Connections on which something waits; only for the thread that reads from this worker. */
    private final Set<Connection> dirty = new LinkedHashSet<>();

    Station(long id, Peer peer, @Nullable Connection connection) {
        this.id = id;
        this.peer = peer;
        this.connection = connection;
    }

    /** Returns its number. */
    public long id() {
        return id;
    }

    Peer peer() {
        return peer;
    }

    /** Sends an envelope to this worker, at the next flush; the primary has no connection. */
    @Nullable Connection queue(Envelope envelope) {
        if (connection != null) {
            envelope.send(connection);
        }
        return connection;
    }

    void send(Envelope envelope) {
        Connection queued = queue(envelope);
        if (queued != null) {
            queued.flush();
        }
    }

    void flushLater(@Nullable Connection touched) {
        if (touched != null) {
            dirty.add(touched);
        }
    }

    /** Sends on what this worker sent; by the thread that reads from it. */
    public void flush() {
        if (!dirty.isEmpty()) {
            dirty.forEach(Connection::flush);
            dirty.clear();
        }
    }
}
