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
        this.primary = new Station(PRIMARY, new Peer(0, "primary", pid, Map.of()), null);
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

    Peer primary() {
        return primary.peer();
    }

    // ---- workers come and go

    Station station(int index, String name, long pid, Connection connection) {
        long id = ((long) index << Integer.SIZE) | issued.incrementAndGet();
        return new Station(id, new Peer(index, name, pid, heads.annotations(index)), connection);
    }

    /** Opens the primary's pipe to a worker. */
    void open(Station station) {
        stations.put(station.id(), station);
        exchange().open(station.id(), station.peer());
    }

    /** Lets everybody find a worker. */
    void ready(Station station) {
        current.put(station.peer().index(), station);
    }

    /** Says to everybody that a worker is gone. */
    void gone(Station station, String reason, @Nullable Throwable death) {
        leave(station);
        synchronized (this) {
            if (stations.remove(station.id()) == null) {
                return;
            }
        }
        byte[] failure =
                death == null
                        ? Envelope.NOTHING
                        : codec.encodeFailure(primary.peer().name(), death);
        for (Station each : stations.values()) {
            each.sent.remove(station.id());
            each.send(
                    Envelope.of(
                            Kind.CLOSED, station.id(), each.id(), 0, shortened(reason), failure));
        }
        primary.sent.remove(station.id());
        exchange().closed(station.id(), new Closure(reason, death));
    }

    /** Gives a worker's index to its replacement. */
    void leave(Station station) {
        current.remove(station.peer().index(), station);
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
            return ledger(from, to).cancelled(envelope.id());
        }
        if (envelope.kind().confirms()) {
            ledger(to, from).answered(envelope);
        } else {
            ledger(from, to).sent(envelope);
        }
        if (envelope.kind().isAnswered()) {
            asked.run();
        }
        return true;
    }

    private Ledger ledger(Station from, Station to) {
        return from.sent.computeIfAbsent(
                to.id(), id -> new Ledger(heads.pipeMessages(), heads.pipeBytes()));
    }

    /** Sees to it that one knows the other, unless the one is gone. */
    void introduce(Station who, Station toWhom) {
        if (who == primary || toWhom == primary) {
            return;
        }
        Ledger ledger = ledger(who, toWhom);
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
                                    Envelope.NOTHING)));
        }
    }

    /** Tells whether a worker answers nothing any more. */
    boolean isQuiet(Station station) {
        if (calls(primary, station) > 0) {
            return false;
        }
        return stations.values().stream()
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
