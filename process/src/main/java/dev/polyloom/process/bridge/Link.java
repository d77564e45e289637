package dev.polyloom.process.bridge;

import dev.polyloom.process.Peer;
import dev.polyloom.process.PipeClosedException;
import dev.polyloom.process.message.Abroad;
import dev.polyloom.process.message.Member;
import dev.polyloom.process.message.Neighbour;
import dev.polyloom.process.message.Station;
import dev.polyloom.process.transport.Frame;
import dev.polyloom.process.transport.FrameType;
import dev.polyloom.process.transport.ProtocolException;
import dev.polyloom.process.transport.SocketConnection;
import dev.polyloom.process.transport.Taker;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The way to one other member: tells it who is here, and takes what comes from there. One thread
 * takes; whatever ends the link, that thread closes all that came over it.
 */
final class Link implements Neighbour, Taker {
    private static final Logger LOG = System.getLogger("dev.polyloom.process");

    /** Why a link has ended. */
    enum End {
        /** One side has left the bridge. */
        LEFT,
        /** The other side is dead, or stands still. */
        LOST,
        /** The other side is not what it should be. */
        FAULTY,
        /** The other side is there anew. */
        REPLACED
    }

    private final Abroad abroad;
    private final Member member;
    private final byte[] id;
    private final Tempo tempo;
    private final BiConsumer<Link, End> ended;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile @Nullable SocketConnection connection;
    private volatile @Nullable Strangers strangers;
    private boolean closing;
    private @Nullable End end;
    private String why = "it closed the connection";

    private final AtomicLong taken = new AtomicLong();

    private long seenTaken;
    private long seenSent;
    private int silentLooks;
    private int stuckLooks;

    /**
     * Makes a link that is yet to be started.
     *
     * @param abroad where those at the other side become known
     * @param member who is at the other side
     * @param id tells the other side from all others
     * @param tempo how patient we are
     * @param ended is told of the end
     */
    Link(Abroad abroad, Member member, byte[] id, Tempo tempo, BiConsumer<Link, End> ended) {
        this.abroad = abroad;
        this.member = member;
        this.id = id.clone();
        this.tempo = tempo;
        this.ended = ended;
    }

    Member member() {
        return member;
    }

    boolean isWith(byte[] other) {
        return Arrays.equals(id, other);
    }

    /** Returns the other primary, or null if the link is not up. */
    @Nullable Peer peer() {
        Strangers known = strangers;
        return known == null ? null : known.primary();
    }

    /** Takes over the channel to the other side; false if the link was dropped meanwhile. */
    boolean start(SocketChannel channel) throws IOException {
        SocketConnection made = SocketConnection.bounded(channel, tempo.queuedBytes());
        synchronized (this) {
            if (closing) {
                made.close();
                return false;
            }
            connection = made;
        }
        // first who is here, or somebody here may speak to them before they know of it
        abroad.open(this);
        abroad.joined(member);
        Strangers theirs = new Strangers(abroad, member, made);
        strangers = theirs;
        try {
            Thread.ofPlatform()
                    .daemon()
                    .name("polyloom-" + abroad.self().name() + "-bridge-" + member.name())
                    .start(() -> run(made, theirs));
        } catch (OutOfMemoryError e) {
            conclude(End.LOST, "there is no thread for it");
            finish(made, theirs);
            throw new IOException("there is no thread for the link to " + member, e);
        }
        LOG.log(Level.DEBUG, "{0} is on the bridge of {1}", member, abroad.self().name());
        return true;
    }

    // ---- what goes

    private void send(FrameType type, long number, byte[]... payload) {
        SocketConnection made = connection;
        if (made != null) {
            made.send(type, number, payload);
            made.flush();
        }
    }

    @Override
    public void announce(Station station) {
        send(FrameType.ANNOUNCED, station.id(), News.announcement(station.peer()));
    }

    @Override
    public void leave(Station station) {
        send(FrameType.WITHDRAWN, station.id(), News.leave());
    }

    @Override
    public void withdraw(Station station, String reason, @Nullable Throwable death) {
        send(FrameType.WITHDRAWN, station.id(), News.withdrawal(reason, death));
    }

    /** Says that we are alive, and looks whether the other side is. */
    void look() {
        SocketConnection made = connection;
        if (made == null || over.getCount() == 0) {
            return;
        }
        send(FrameType.HEARTBEAT, 0);
        long come = taken.get();
        silentLooks = come == seenTaken ? silentLooks + 1 : 0;
        seenTaken = come;
        long sent = made.taken();
        stuckLooks = sent == seenSent && made.queued() > 0 ? stuckLooks + 1 : 0;
        seenSent = sent;
        if (silentLooks >= tempo.looks()) {
            drop(End.LOST, "it has said nothing for " + tempo.silence());
        } else if (stuckLooks >= tempo.looks()) {
            drop(End.LOST, "it has read nothing for " + tempo.silence());
        }
    }

    // ---- what comes

    private void run(SocketConnection made, Strangers theirs) {
        try {
            made.serve(this);
        } catch (ProtocolException e) {
            conclude(End.FAULTY, "it broke the protocol: " + e.getMessage());
        } catch (IOException e) {
            conclude(End.LOST, "the connection broke: " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the link to " + member + " failed", e);
            conclude(End.FAULTY, "the link to it failed: " + e);
        } finally {
            finish(made, theirs);
        }
    }

    @Override
    public void take(Frame frame) throws ProtocolException {
        Strangers theirs = strangers;
        if (theirs == null) {
            throw new ProtocolException("it spoke too soon");
        }
        taken.incrementAndGet();
        switch (frame.type()) {
            case MESSAGE -> theirs.pass(frame.payload());
            case ANNOUNCED -> theirs.announced(frame.task(), frame.payload());
            case WITHDRAWN -> theirs.withdrawn(frame.task(), frame.payload());
            case HEARTBEAT -> {}
            case LEAVING -> drop(End.LEFT, "it left");
            default -> throw new ProtocolException("a member does not send " + frame.type());
        }
    }

    @Override
    public void caughtUp() {
        Strangers theirs = strangers;
        if (theirs != null) {
            theirs.flush();
        }
    }

    // ---- the end

    /** Leaves; the other side is told so if it listens. */
    void leave() {
        // the other side may close the connection before this returns
        String reason = "the scope here has left";
        conclude(End.LEFT, reason);
        send(FrameType.LEAVING, 0);
        drop(End.LEFT, reason);
    }

    /** Ends the link. */
    void drop(End how, String reason) {
        conclude(how, reason);
        SocketConnection made = connection;
        if (made != null) {
            made.close();
        }
    }

    private synchronized void conclude(End how, String reason) {
        closing = true;
        if (end == null) {
            end = how;
            why = reason;
        }
    }

    private void finish(SocketConnection made, Strangers theirs) {
        made.close();
        if (made.isOverflown()) {
            conclude(End.LOST, "more than %d bytes waited for it".formatted(tempo.queuedBytes()));
        }
        conclude(End.LOST, why);
        // whoever learns from a closed pipe that they are gone must not find them here
        strangers = null;
        abroad.close(this);
        End how = end();
        String reason =
                how == End.LEFT
                        ? "%s is off the bridge: %s".formatted(member, why)
                        : "%s was lost to the bridge: %s".formatted(member, why);
        Level level = how == End.LOST || how == End.FAULTY ? Level.WARNING : Level.DEBUG;
        LOG.log(level, "scope {0}: {1}", abroad.self().name(), reason);
        theirs.allGone(reason, how == End.LEFT ? null : new PipeClosedException(reason, 0, null));
        abroad.left(member);
        over.countDown();
        ended.accept(this, how);
    }

    private synchronized End end() {
        return end == null ? End.LOST : end;
    }

    /** Waits until all that came over the link is closed. */
    void awaitEnd(long nanos) throws InterruptedException {
        if (connection != null) {
            boolean _ = over.await(nanos, TimeUnit.NANOSECONDS);
        }
    }
}
