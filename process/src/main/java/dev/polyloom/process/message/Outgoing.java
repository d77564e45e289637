package dev.polyloom.process.message;

import dev.polyloom.PolyloomException;
import dev.polyloom.process.Peer;
import dev.polyloom.process.PipeFullException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What goes into one end of a pipe, and what is waited for there. */
final class Outgoing {
    private static final int MAX_ASKS = Ledger.MAX_ASKS / 2;
    private static final long MAX_ASK_BYTES = 256L << 20;

    private final Exchange exchange;
    private final long to;
    private final Peer peer;
    private final Window window;
    private final Window asks = new Window(MAX_ASKS, MAX_ASK_BYTES);
    private final Map<Long, Open> open = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final AtomicReference<@Nullable Closure> closure = new AtomicReference<>();

    Outgoing(Exchange exchange, long to, Peer peer) {
        this.exchange = exchange;
        this.to = to;
        this.peer = peer;
        this.window = exchange.window();
    }

    /** Something that is waited for, and the room that it takes until then. */
    private record Open(Answer answer, Window window, long room) {}

    @Nullable Closure closure() {
        return closure.get();
    }

    int unconfirmed() {
        return window.messages();
    }

    // ---- sending

    /** Sends what is not answered. */
    void send(Kind kind, String name, byte[] body, long nanos) {
        Envelope envelope = envelope(kind, name, body);
        if (!take(window, envelope.room(), nanos)) {
            throw full(nanos);
        }
        exchange.carry(envelope);
    }

    /** Sends what is not answered, if there is room. */
    boolean trySend(String name, byte[] body) {
        Envelope envelope = envelope(Kind.ONE_WAY, name, body);
        boolean taken = take(window, envelope.room(), 0);
        if (taken) {
            exchange.carry(envelope);
        }
        return taken;
    }

    /**
     * Sends what is answered.
     *
     * @return its number, for {@link #cancel}
     */
    long ask(Kind kind, String name, byte[] body, Answer answer, long nanos) {
        Envelope envelope = envelope(kind, name, body);
        Window room = kind == Kind.ASK ? asks : window;
        if (!take(room, envelope.room(), nanos)) {
            throw full(nanos);
        }
        open.put(envelope.id(), new Open(answer, room, envelope.room()));
        exchange.carry(envelope);
        if (closure() != null) {
            int _ = failOpen();
        }
        return envelope.id();
    }

    /** Tells the other side that nobody waits for an answer any more. */
    void cancel(long id) {
        if (open.containsKey(id)) {
            exchange.carry(Envelope.of(Kind.CANCEL, exchange.self(), to, id, "", Envelope.NOTHING));
        }
    }

    private Envelope envelope(Kind kind, String name, byte[] body) {
        return Envelope.of(kind, exchange.self(), to, ids.incrementAndGet(), name, body);
    }

    private boolean take(Window room, long size, long nanos) {
        try {
            Window.Result result = room.take(size, nanos);
            Closure closed = closure();
            if (result == Window.Result.CLOSED && closed != null) {
                throw closed.exception(peer, unconfirmed());
            }
            return result == Window.Result.TAKEN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PolyloomException(
                    "interrupted while waiting for room in the pipe to %s".formatted(peer), e);
        }
    }

    private PipeFullException full(long nanos) {
        return new PipeFullException(
                "the pipe to %s is full: it holds %s, and %s has not dealt with any for %d ms"
                        .formatted(peer, window, peer.name(), nanos / 1_000_000));
    }

    // ---- what comes back

    /** Takes an answer, if anybody asked. */
    void answered(Envelope envelope) {
        Open waiting = open.remove(envelope.id());
        if (waiting == null) {
            return;
        }
        // the hub has seen to it that nobody gives more than there is, so its word counts
        boolean asked = waiting.window() == asks;
        waiting.window()
                .give(
                        asked ? 1 : envelope.credits(),
                        asked ? waiting.room() : envelope.creditBytes());
        exchange.start(
                "answer",
                () -> {
                    if (envelope.kind() == Kind.REPLY) {
                        waiting.answer().replied(envelope.body());
                    } else {
                        waiting.answer().failed(envelope.body());
                    }
                });
    }

    /** Takes room back. */
    void credited(Envelope envelope) {
        window.give(envelope.credits(), envelope.creditBytes());
        if (envelope.kind() == Kind.REJECTED) {
            exchange.start("rejected", () -> warn(envelope.body()));
        }
    }

    private void warn(byte[] failure) {
        Throwable thrown = exchange.codec().decodeFailure(failure);
        log().log(Level.WARNING, "a message to {0} was not dealt with: {1}", peer, thrown);
        log().log(Level.DEBUG, "it was not dealt with", thrown);
    }

    // ---- the end

    /** Fails everybody who waits, or will, also if another is about to; false if one did. */
    boolean close(Closure why) {
        boolean first = closure.compareAndSet(null, why);
        window.close();
        asks.close();
        // who has asked hears of it
        int lost = unconfirmed() - failOpen();
        if (first && lost > 0 && why.death() != null) {
            log().log(Level.WARNING, "{0}", why.exception(peer, lost).getMessage());
        }
        return first;
    }

    /** Returns how many of those that it failed had taken room for a message. */
    private int failOpen() {
        int messages = 0;
        Closure why = closure();
        for (Long id : List.copyOf(open.keySet())) {
            Open waiting = open.remove(id);
            if (waiting != null && why != null) {
                messages += waiting.window() == window ? 1 : 0;
                exchange.start(
                        "closed", () -> waiting.answer().gone(why.failure(peer, unconfirmed())));
            }
        }
        return messages;
    }

    /** Made when it is needed: a log takes a worker that starts longer than all else here. */
    private static Logger log() {
        return System.getLogger("dev.polyloom.process");
    }
}
