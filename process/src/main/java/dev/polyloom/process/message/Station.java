package dev.polyloom.process.message;

import dev.polyloom.process.Peer;
import dev.polyloom.process.transport.Connection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One incarnation of a worker, or the primary itself, as the hub sees it; or an endpoint of another
 * primary.
 */
public final class Station {
    private final long id;
    private final long away;
    private final int pipeMessages;
    private final long pipeBytes;
    private final Peer peer;
    private final @Nullable Connection connection;

    /** Whether it takes no new pipes; guarded by the hub. */
    boolean leaving;

    /** What it sent, by receiver. */
    final Map<Long, Ledger> sent = new ConcurrentHashMap<>();

    /** Whom it waits for at the other ends of its links, as it says. */
    volatile long[] awaits = {};

    /** Connections on which something waits; only for the thread that reads from this worker. */
    private final Set<Connection> dirty = new LinkedHashSet<>();

    /**
     * Makes a station.
     *
     * @param id its number here
     * @param away its number at the other end of its connection
     * @param peer who it is
     * @param connection the way there, null for the primary itself
     * @param pipeMessages how many messages it may have under way to each other one
     * @param pipeBytes how many bytes
     */
    Station(
            long id,
            long away,
            Peer peer,
            @Nullable Connection connection,
            int pipeMessages,
            long pipeBytes) {
        this.id = id;
        this.away = away;
        this.pipeMessages = pipeMessages;
        this.pipeBytes = pipeBytes;
        this.peer = peer;
        this.connection = connection;
    }

    /** Returns its number. */
    public long id() {
        return id;
    }

    /** Returns who it is. */
    public Peer peer() {
        return peer;
    }

    /** Returns what it sends to another one. */
    Ledger ledger(Station to) {
        return sent.computeIfAbsent(to.id, number -> new Ledger(pipeMessages, pipeBytes));
    }

    /** Sends an envelope to this worker, at the next flush; the primary has no connection. */
    @Nullable Connection queue(Envelope envelope) {
        if (connection != null) {
            Envelope known = away == id ? envelope : envelope.between(envelope.from(), away);
            known.send(connection);
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
