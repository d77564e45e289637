package dev.polyloom.process.message;

import dev.polyloom.process.Heads;
import dev.polyloom.process.Peer;
import dev.polyloom.process.codec.Codec;
import dev.polyloom.process.transport.Connection;
import dev.polyloom.process.transport.ProtocolException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Where the pipes of one pool meet: knows who is up, passes envelopes on, and sees to it that
 * nobody speaks for another or says more than a pipe holds. Never waits, and runs nobody's code.
 *
 * <p>An endpoint is a number that is used once: the index of the worker, and how many endpoints
 * came before. The primary is 0.
 */
public final class Hub implements Exchange.Carrier {
    static final long PRIMARY = 0;

    private final Codec codec;
    private final Heads heads;
    private final Runnable asked;
    private final Station primary;
    private final Map<Long, Station> stations = new ConcurrentHashMap<>();
    private final Map<Integer, Station> current = new ConcurrentHashMap<>();
    private final List<Neighbour> neighbours = new CopyOnWriteArrayList<>();
    private final AtomicInteger issued = new AtomicInteger();
    private @Nullable Exchange exchange;

    /**
     * Makes a hub without workers.
     *
     * @param codec encodes what it says itself
     * @param heads says what pipes hold
     * @param asked is told when a worker has something to answer
     */
    Hub(Codec codec, Heads heads, Runnable asked) {
        this.codec = codec;
        this.heads = heads;
        this.asked = asked;
        long pid = ProcessHandle.current().pid();
        this.primary = local(PRIMARY, new Peer(0, "primary", pid, Map.of()), null);
    }

    void attach(Exchange ours) {
        exchange = ours;
    }

    private Exchange exchange() {
        Exchange ours = exchange;
        if (ours == null) {
            throw new IllegalStateException("no exchange yet");
        }
        return ours;
    }

    private Station local(long id, Peer peer, @Nullable Connection connection) {
        return new Station(id, id, peer, connection, heads.pipeMessages(), heads.pipeBytes());
    }

    Station primary() {
        return primary;
    }

    // ---- workers come and go

    Station station(int index, String name, long pid, Connection connection) {
        long id = ((long) index << Integer.SIZE) | issued.incrementAndGet();
        return local(id, new Peer(index, name, pid, heads.annotations(index)), connection);
    }

    /** Opens the primary's pipe to a worker. */
    void open(Station station) {
        synchronized (this) {
            stations.put(station.id(), station);
            neighbours.forEach(each -> each.announce(station));
        }
        exchange().open(station.id(), station.peer());
    }

    /** Lets everybody find a worker. */
    void ready(Station station) {
        current.put(station.peer().index(), station);
    }

    /** Says to everybody that a worker is gone. */
    void gone(Station station, String reason, @Nullable Throwable death) {
        current.remove(station.peer().index(), station);
        synchronized (this) {
            if (stations.remove(station.id()) == null) {
                return;
            }
            if (!station.peer().isForeign()) {
                neighbours.forEach(each -> each.withdraw(station, reason, death));
            }
        }
        byte[] failure =
                death == null
                        ? Envelope.NOTHING
                        : codec.encodeFailure(primary.peer().name(), death);
        for (Station each : stations.values()) {
            each.sent.remove(station.id());
            if (!each.peer().isForeign()) {
                each.send(
                        Envelope.of(
                                Kind.CLOSED,
                                station.id(),
                                each.id(),
                                0,
                                shortened(reason),
                                failure));
            }
        }
        primary.sent.remove(station.id());
        exchange().closed(station.id(), new Closure(reason, death));
    }

    /** Gives a worker's index to its replacement. */
    synchronized void leave(Station station) {
        current.remove(station.peer().index(), station);
        if (!station.leaving) {
            station.leaving = true;
            neighbours.forEach(each -> each.leave(station));
        }
    }

    static String shortened(String reason) {
        return reason.substring(0, Math.min(reason.length(), Envelope.MAX_NAME / 4));
    }

    /** Tells whether a worker is up and stays so. */
    boolean isCurrent(long id) {
        Station station = stations.get(id);
        return station != null && current.get(station.peer().index()) == station;
    }

    /** Returns the worker of an index, if it is up. */
    @Nullable Station current(int index) {
        return current.get(index);
    }

    /** Returns the station of a number, or null if it is gone. */
    @Nullable Station station(long id) {
        return stations.get(id);
    }

    /** Returns the workers that are up. */
    List<Station> current() {
        return current.values().stream()
                .sorted(Comparator.comparingInt(each -> each.peer().index()))
                .toList();
    }

    // ---- endpoints of other primaries

    /** Tells a neighbour who is here, from now on. */
    synchronized void open(Neighbour neighbour) {
        neighbours.add(neighbour);
        for (Station each : stations.values()) {
            if (!each.peer().isForeign()) {
                neighbour.announce(each);
                if (each.leaving) {
                    neighbour.leave(each);
                }
            }
        }
    }

    synchronized void close(Neighbour neighbour) {
        neighbours.remove(neighbour);
    }

    /** Takes in an endpoint of another primary, which is never current. */
    Station foreign(Member member, Peer peer, long away, Connection connection) {
        long id = Integer.toUnsignedLong(issued.incrementAndGet());
        Station station =
                new Station(id, away, peer, connection, member.pipeMessages(), member.pipeBytes());
        exchange().open(id, peer);
        stations.put(id, station);
        return station;
    }

    /** Passes on what an endpoint of another primary sent; it has no say here. */
    void passForeign(Station from, Envelope envelope) throws ProtocolException {
        Station to = envelope.to() == PRIMARY ? primary : stations.get(envelope.to());
        if (!crossesBridges(envelope.kind(), to)) {
            throw new ProtocolException(
                    "%s sent a %s message over a bridge".formatted(from.peer(), envelope.kind()));
        }
        if (to != null && to.peer().isForeign()) {
            throw new ProtocolException(
                    "%s spoke to %s through us".formatted(from.peer(), to.peer()));
        }
        pass(from, envelope.between(from.id(), envelope.to()));
    }

    private static boolean crossesBridges(Kind kind, @Nullable Station to) {
        boolean toPrimary = to != null && to.peer().index() == 0;
        return !kind.isNews()
                && kind != Kind.ASK
                && kind != Kind.POISON
                && !(kind == Kind.CALL && toPrimary);
    }

    // ---- envelopes

    /** Passes on what a worker sent. */
    void pass(Station from, byte[] payload) throws ProtocolException {
        Envelope envelope = Envelope.parse(payload);
        if (envelope.from() != from.id() || envelope.kind().isNews()) {
            throw new ProtocolException(
                    "it sent a %s message as endpoint %x, but is %x"
                            .formatted(envelope.kind(), envelope.from(), from.id()));
        }
        if (envelope.kind() == Kind.ASK && envelope.to() != PRIMARY) {
            throw new ProtocolException("a worker asks nobody but the primary");
        }
        Station to = stations.get(envelope.to());
        if (to != null && to.peer().isForeign() && !crossesBridges(envelope.kind(), to)) {
            throw new ProtocolException(
                    "it sent a %s message to %s".formatted(envelope.kind(), to.peer()));
        }
        pass(from, envelope);
    }

    private void pass(Station from, Envelope envelope) throws ProtocolException {
        Station to = envelope.to() == PRIMARY ? primary : stations.get(envelope.to());
        if (to != null) {
            if (account(from, to, envelope)) {
                from.flushLater(deliver(to, envelope));
            }
        } else if ((int) envelope.to() > issued.get()) {
            throw new ProtocolException("there is no endpoint %x".formatted(envelope.to()));
        }
        // else it is gone, as the sender has been told, or is about to be
    }

    @Override
    public void carry(Envelope envelope) {
        Station to = stations.get(envelope.to());
        if (to == null) {
            return;
        }
        try {
            if (account(primary, to, envelope)) {
                to.send(envelope);
            }
        } catch (ProtocolException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Connection deliver(Station to, Envelope envelope) throws ProtocolException {
        if (to != primary) {
            return to.queue(envelope);
        }
        exchange().accept(envelope);
        return null;
    }

    /** Takes an envelope down, and tells whether the receiver needs it. */
    private boolean account(Station from, Station to, Envelope envelope) throws ProtocolException {
        introduce(from, to);
        if (envelope.kind() == Kind.CANCEL) {
            return from.ledger(to).cancelled(envelope.id());
        }
        if (envelope.kind().confirms()) {
            to.ledger(from).answered(envelope);
        } else {
            from.ledger(to).sent(envelope);
        }
        if (envelope.kind().isAnswered()) {
            asked.run();
        }
        return true;
    }

    /** Sees to it that one knows the other, unless the one is gone. */
    void introduce(Station who, Station toWhom) {
        if (who == primary || toWhom == primary || toWhom.peer().isForeign()) {
            return;
        }
        Ledger ledger = who.ledger(toWhom);
        if (!ledger.isIntroduced()) {
            introduce(who, toWhom, ledger);
        }
    }

    private synchronized void introduce(Station who, Station toWhom, Ledger ledger) {
        // after the news that somebody is gone nobody would ever close the pipe to it
        if (stations.get(who.id()) == who) {
            Peer peer = who.peer();
            ledger.introduce(() ->
                    toWhom.send(
                            Envelope.of(
                                    Kind.INTRODUCED,
                                    who.id(),
                                    toWhom.id(),
                                    peer.pid(),
                                    peer.name(),
                                    peer.isForeign() ? PeerForm.encode(peer) : Envelope.NOTHING)));
        }
    }

    /** Tells whether a worker answers nothing any more, to others of this scope or to anybody. */
    boolean isQuiet(Station station, boolean toAnybody) {
        if (calls(primary, station) > 0) {
            return false;
        }
        return stations.values().stream()
                .filter(each -> toAnybody || !each.peer().isForeign())
                .allMatch(each -> calls(each, station) == 0 && !awaits(each, station));
    }

    private static boolean awaits(Station from, Station to) {
        return Arrays.stream(from.awaits).anyMatch(id -> id == to.id());
    }

    private static int calls(Station from, Station to) {
        Ledger ledger = from.sent.get(to.id());
        return ledger == null ? 0 : ledger.calls();
    }
}
