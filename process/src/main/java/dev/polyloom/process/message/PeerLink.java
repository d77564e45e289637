package dev.polyloom.process.message;

import dev.polyloom.PolyloomException;
import dev.polyloom.WorkerDiedException;
import dev.polyloom.process.Peer;
import dev.polyloom.process.transport.Connection;
import dev.polyloom.process.transport.Frame;
import dev.polyloom.process.transport.FrameType;
import dev.polyloom.process.transport.ProtocolException;
import dev.polyloom.process.transport.Taker;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * This side of a link between two workers: a connection, and the pipe that it carries. Who leaves
 * says so, and waits a moment for the other side to hang up, so that all that was said is heard.
 */
final class PeerLink {
    private static final Logger LOG = System.getLogger("dev.polyloom.process");

    /** How long the other side may take to hear what was said last. */
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Exchange exchange;
    private final long number;
    private final long station;
    private final Connection connection;
    private final LinkAccount account;
    private final PeerEnd pipe;
    private final Consumer<PeerLink> forget;
    private final AtomicBoolean left = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Closure news;

    /**
     * Makes a link.
     *
     * @param exchange the ends of this process
     * @param number the number of the link
     * @param station the endpoint at the other side
     * @param peer who that is
     * @param connection carries the frames
     * @param forget is told when the link carries nothing more
     */
    PeerLink(
            Exchange exchange,
            long number,
            long station,
            Peer peer,
            Connection connection,
            Consumer<PeerLink> forget) {
        this.exchange = exchange;
        this.number = number;
        this.station = station;
        this.connection = connection;
        this.forget = forget;
        long id = Long.MIN_VALUE | number;
        account =
                new LinkAccount(exchange.self(), station, id, exchange.ledger(), exchange.ledger());
        pipe = new PeerEnd(exchange, id, peer, this::close);
    }

    /** Tells whether a number is that of the pipe of a link, not of an endpoint. */
    static boolean isPipe(long id) {
        return id < 0;
    }

    long number() {
        return number;
    }

    long station() {
        return station;
    }

    PeerEnd pipe() {
        return pipe;
    }

    boolean awaitsAnswers() {
        return account.awaitsAnswers();
    }

    /** Begins to receive, in a thread of its own, which runs no code of the user's. */
    void start() {
        try {
            Thread.ofPlatform()
                    .inheritInheritableThreadLocals(false)
                    .daemon()
                    .name("polyloom-peer-" + pipe.peer().name())
                    .start(this::receive);
        } catch (OutOfMemoryError e) {
            left.set(true);
            shut(new Closure("there is no thread for it", null));
            hangUp();
            throw e;
        }
    }

    // ---- out

    /** Sends an envelope; never waits. */
    void carry(Envelope envelope) {
        try {
            if (!left.get() && account.goes(envelope)) {
                send(envelope);
            }
        } catch (ProtocolException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(Envelope envelope) {
        envelope.send(connection);
        connection.flush();
    }

    // ---- in

    private void receive() {
        Closure why = null;
        try {
            connection.serve(
                    new Taker() {
                        @Override
                        public void take(Frame frame) {
                            PeerLink.this.take(frame);
                        }

                        @Override
                        public void caughtUp() {}
                    });
        } catch (ProtocolException | RuntimeException e) {
            why = broken(e);
        } catch (IOException e) {
            // who dies resets the connection, or cuts a frame short
            LOG.log(Level.DEBUG, "the link to " + pipe.peer() + " ended", e);
        } finally {
            if (left.compareAndSet(false, true)) {
                shut(why != null ? why : death());
            }
            hangUp();
        }
    }

    private void take(Frame frame) {
        try {
            accept(frame);
        } catch (ProtocolException | RuntimeException e) {
            leave(broken(e), "the other side broke it off: " + e.getMessage());
        }
    }

    private void accept(Frame frame) throws ProtocolException {
        if (frame.type() != FrameType.MESSAGE) {
            throw new ProtocolException("a peer does not send " + frame.type());
        }
        if (left.get()) {
            hangUpAfter(frame);
            return;
        }
        Envelope envelope = account.comes(frame.payload());
        if (envelope == null) {
            return;
        }
        if (envelope.kind() == Kind.CLOSED) {
            if (left.compareAndSet(false, true)) {
                shut(new Closure(envelope.name(), null));
            }
            hangUp();
        } else {
            exchange.accept(envelope);
        }
    }

    /** Two who leave at once hear each other's last word, and need not wait for the other. */
    private void hangUpAfter(Frame frame) throws ProtocolException {
        if (Envelope.parse(frame.payload()).kind() == Kind.CLOSED) {
            hangUp();
        }
    }

    // ---- the end

    /** The process at the other side has ended, says the primary; what it said still counts. */
    void gone(Closure why) {
        news = why;
        connection.expectNoMore();
    }

    private Closure death() {
        Closure known = news;
        if (known != null) {
            return known;
        }
        Peer peer = pipe.peer();
        String reason = "ended or was killed";
        return new Closure(
                reason,
                new WorkerDiedException(
                        peer.name(),
                        peer.pid(),
                        -1,
                        reason,
                        "what came through its direct pipe",
                        List.of()));
    }

    private Closure broken(Exception e) {
        String reason = "it was broken off: " + e.getMessage();
        return new Closure(
                reason,
                new PolyloomException("the link to %s: %s".formatted(pipe.peer(), reason), e));
    }

    private void close() {
        leave("it was closed here", "it was closed by its peer");
    }

    /** Closes both sides in good order; what was sent is heard. */
    void leave(String reason, String forPeer) {
        leave(new Closure(reason, null), forPeer);
    }

    private void leave(Closure why, String forPeer) {
        if (!left.compareAndSet(false, true)) {
            // another thread may have got no further than that
            pipe.close(why);
        } else {
            shut(why);
            send(account.farewell(forPeer));
            try {
                Thread.ofPlatform().daemon().name("polyloom-peer-farewell").start(this::linger);
            } catch (OutOfMemoryError e) {
                hangUp();
            }
        }
    }

    private void shut(Closure why) {
        forget.accept(this);
        exchange.closed(pipe.id(), why);
    }

    private void linger() {
        try {
            boolean _ = awaitEnd(LINGER_NANOS);
        } catch (InterruptedException e) {
            // user code interrupts what it finds; then the end comes at once
        }
        hangUp();
    }

    private void hangUp() {
        connection.close();
        ended.countDown();
    }

    /** Waits until the other side has heard the last word, and tells whether it was in time. */
    boolean awaitEnd(long nanos) throws InterruptedException {
        return ended.await(nanos, TimeUnit.NANOSECONDS);
    }
}
