package dev.polyloom.process.bridge;

import dev.polyloom.process.Peer;
import dev.polyloom.process.message.Abroad;
import dev.polyloom.process.message.Envelope;
import dev.polyloom.process.message.Member;
import dev.polyloom.process.message.Station;
import dev.polyloom.process.transport.Connection;
import dev.polyloom.process.transport.ProtocolException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints of one other member, by their numbers there. It is believed nothing but what it
 * says of its own. For the thread that takes from its link.
 */
final class Strangers {
    private static final int MOST_PER_WORKER = 100;

    /** Who never pauses must not keep others waiting for its messages. */
    private static final int MANY = 64;

    private final Abroad abroad;
    private final Member member;
    private final Connection connection;
    private final Station primary;
    private final Map<Long, Station> stations = new HashMap<>();
    private final Set<Station> touched = new LinkedHashSet<>();
    private int passed;

    Strangers(Abroad abroad, Member member, Connection connection) {
        this.abroad = abroad;
        this.member = member;
        this.connection = connection;
        Peer peer = abroad.peer(member, 0, member.pid(), Map.of());
        primary = abroad.arrived(member, peer, 0, connection);
        stations.put(0L, primary);
    }

    Peer primary() {
        return primary.peer();
    }

    void announced(long number, byte[] bytes) throws ProtocolException {
        Peer said = News.announced(bytes);
        if (said.index() < 1 || said.index() > member.workers()) {
            throw new ProtocolException(
                    "it has %d workers, but announced number %d"
                            .formatted(member.workers(), said.index()));
        }
        if (stations.size() > (long) MOST_PER_WORKER * member.workers()) {
            throw new ProtocolException("it announced more workers than it can have");
        }
        if (stations.containsKey(number)) {
            throw new ProtocolException("it announced endpoint %x twice".formatted(number));
        }
        Peer peer = abroad.peer(member, said.index(), said.pid(), said.annotations());
        stations.put(number, abroad.arrived(member, peer, number, connection));
    }

    void withdrawn(long number, byte[] bytes) throws ProtocolException {
        News news = News.decode(bytes);
        Station station = number == 0 ? null : stations.get(number);
        if (station == null) {
            throw new ProtocolException("it withdrew endpoint %x".formatted(number));
        }
        if (news.what() == News.What.LEAVES) {
            abroad.leaves(station);
            return;
        }
        stations.remove(number);
        touched.remove(station);
        station.flush();
        abroad.gone(station, news.reason(), news.death(station.peer()));
    }

    void pass(byte[] payload) throws ProtocolException {
        Envelope envelope = Envelope.parse(payload);
        @Nullable Station from = stations.get(envelope.from());
        if (from == null) {
            throw new ProtocolException(
                    "it sent a %s message as endpoint %x, which it never announced"
                            .formatted(envelope.kind(), envelope.from()));
        }
        touched.add(from);
        abroad.pass(from, envelope);
        if (++passed % MANY == 0) {
            flush();
        }
    }

    /** Sends on what has been passed. */
    void flush() {
        touched.forEach(Station::flush);
        touched.clear();
    }

    /** Closes all of them. */
    void allGone(String reason, @Nullable Throwable death) {
        flush();
        stations.values().forEach(each -> abroad.gone(each, reason, death));
        stations.clear();
    }
}
