package dev.polyloom.process.message;

import dev.polyloom.PolyloomException;
import dev.polyloom.process.Heads;
import dev.polyloom.process.Peer;
import dev.polyloom.process.UnknownPeerException;
import dev.polyloom.process.transport.Connection;
import dev.polyloom.process.transport.ProtocolException;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What a router knows of the endpoints of other primaries. A bridge tells it, and is told who is
 * here. Safe for use by several threads.
 */
public final class Abroad {
    private static final Logger LOG = System.getLogger("dev.polyloom.process");

    private final Hub hub;
    private final Crew crew;
    private final Member self;
    private @Nullable Closeable bridge;
    private boolean closed;

    /** The members of the bridge by name, and their endpoints by qualified name. */
    private final Map<String, Member> members = new TreeMap<>();

    private final Map<String, Station> up = new TreeMap<>();
    private final Map<String, CompletableFuture<Station>> arrivals = new HashMap<>();

    Abroad(Hub hub, Crew crew, Heads heads) {
        this.hub = hub;
        this.crew = crew;
        long pid = ProcessHandle.current().pid();
        self =
                new Member(
                        crew.name(), pid, crew.workers(), heads.pipeMessages(), heads.pipeBytes());
    }

    // ---- for the bridge

    /** Returns this primary as others see it. */
    public Member self() {
        return self;
    }

    /** Takes note of the bridge, which is closed with the router. */
    public synchronized void enter(Closeable joined) {
        if (closed) {
            throw new IllegalStateException("scope %s has ended".formatted(self.name()));
        }
        if (bridge != null) {
            throw new IllegalStateException(
                    "scope %s is on %s; close that first".formatted(self.name(), bridge));
        }
        bridge = joined;
    }

    /** The bridge is closed. */
    @SuppressWarnings("ReferenceEquality")
    public synchronized void exit(Closeable left) {
        if (bridge == left) {
            bridge = null;
        }
    }

    /** Closes the bridge; there will be no other. */
    void close() {
        Closeable left;
        synchronized (this) {
            closed = true;
            left = bridge;
        }
        try (left) {
            LOG.log(Level.DEBUG, "scope {0} is on no bridge any more", self.name());
        } catch (IOException e) {
            LOG.log(Level.WARNING, "{0} could not be closed: {1}", left, e);
        }
    }

    /** Tells a member who is here, from now on. */
    public void open(Neighbour neighbour) {
        hub.open(neighbour);
    }

    /** Tells a member no more. */
    public void close(Neighbour neighbour) {
        hub.close(neighbour);
    }

    /** A member is there. */
    public synchronized void joined(Member member) {
        members.put(member.name(), member);
    }

    /**
     * An endpoint of a member is up.
     *
     * @param member whose it is
     * @param peer who it is
     * @param away its number there
     * @param connection the way there
     * @return the endpoint as it is known here
     */
    public Station arrived(Member member, Peer peer, long away, Connection connection) {
        Station station = hub.foreign(member, peer, away, connection);
        CompletableFuture<Station> arrival;
        synchronized (this) {
            up.put(peer.name(), station);
            arrival = arrivals.remove(peer.name());
        }
        if (arrival != null) {
            Thread.ofVirtual().name("polyloom-arrival").start(() -> arrival.complete(station));
        }
        return station;
    }

    /** Returns an endpoint of a member as others are to see it. */
    public Peer peer(Member member, int index, long pid, Map<String, String> annotations) {
        return new Peer(index, member.qualified(index), pid, annotations, member.name());
    }

    /** An endpoint takes no new pipes. */
    public synchronized void leaves(Station station) {
        up.remove(station.peer().name(), station);
    }

    /** An endpoint is gone. */
    public void gone(Station station, String reason, @Nullable Throwable death) {
        leaves(station);
        hub.gone(station, reason, death);
    }

    /** A member is gone, after its endpoints; one just like it may be there anew. */
    @SuppressWarnings("ReferenceEquality")
    public void left(Member member) {
        List<CompletableFuture<Station>> lost = new ArrayList<>();
        synchronized (this) {
            if (members.get(member.name()) != member) {
                return;
            }
            members.remove(member.name());
            for (int i = 0; i <= member.workers() && !arrivals.isEmpty(); i++) {
                CompletableFuture<Station> arrival = arrivals.remove(member.qualified(i));
                if (arrival != null) {
                    lost.add(arrival);
                }
            }
        }
        for (CompletableFuture<Station> each : lost) {
            Thread.ofVirtual()
                    .name("polyloom-arrival")
                    .start(() ->
                            each.completeExceptionally(
                                    new UnknownPeerException(member + " has left the bridge")));
        }
    }

    /** Passes on what an endpoint of a member sent. */
    public void pass(Station from, Envelope envelope) throws ProtocolException {
        hub.passForeign(from, envelope);
    }

    // ---- for the directory

    /** Finds an endpoint of another primary, for which is waited if need be; null if unknown. */
    @Nullable CompletableFuture<Station> find(String name) {
        CompletableFuture<Station> arrival;
        String qualified;
        synchronized (this) {
            qualified = qualified(name);
            if (qualified == null) {
                return null;
            }
            Station station = up.get(qualified);
            if (station != null) {
                return CompletableFuture.completedFuture(station);
            }
            arrival = arrivals.computeIfAbsent(qualified, n -> new CompletableFuture<>());
        }
        return limited(arrival, qualified);
    }

    private CompletableFuture<Station> limited(CompletableFuture<Station> arrival, String name) {
        Duration limit = crew.startTimeout().multipliedBy(2);
        return arrival.copy()
                .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(e -> {
                    if (e instanceof TimeoutException) {
                        throw new PolyloomException(
                                "'%s' was not up within %s".formatted(name, limit));
                    }
                    throw e instanceof RuntimeException known
                            ? known
                            : new PolyloomException(e.toString(), e);
                });
    }

    /** Returns an endpoint of another primary if it is up now; null if the name is unknown. */
    synchronized @Nullable List<Station> list(String name) {
        String qualified = qualified(name);
        if (qualified == null) {
            return null;
        }
        Station station = up.get(qualified);
        return station == null ? List.of() : List.of(station);
    }

    /** Returns the names that are up. */
    synchronized List<String> names() {
        return List.copyOf(up.keySet());
    }

    private @Nullable String qualified(String name) {
        Map<String, String> found = new TreeMap<>();
        for (Member each : members.values()) {
            int index = each.indexOf(name);
            if (index >= 0) {
                found.put(each.full(index), each.qualified(index));
            }
        }
        if (found.size() > 1) {
            throw new UnknownPeerException(
                    "'%s' is ambiguous on the bridge: it is %s; qualify it as member/name"
                            .formatted(name, String.join(" or ", found.keySet())));
        }
        return found.isEmpty() ? null : found.values().iterator().next();
    }
}
