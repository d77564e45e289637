package dev.polyloom.process.message;

import dev.polyloom.PolyloomException;
import dev.polyloom.process.PeerPipe;
import dev.polyloom.process.transport.Connection;
import dev.polyloom.process.transport.Frame;
import dev.polyloom.process.transport.FrameType;
import dev.polyloom.process.transport.ProtocolException;
import dev.polyloom.process.transport.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The way out of a worker: straight to those it has a link with, and through the primary to all
 * others. There is at most one link with another worker. Safe for use by several threads.
 */
public final class PeerLinks implements Exchange.Carrier {
    /** How long another worker may take to let this one in. */
    private static final long CONNECT_NANOS = TimeUnit.SECONDS.toNanos(8);

    private static final long[] NOBODY = {};

    private final Connection primary;
    private final long connectNanos;
    private final Map<Long, PeerLink> byPipe = new ConcurrentHashMap<>();
    private final Map<Long, PeerLink> byStation = new ConcurrentHashMap<>();

    /** The last introduction to each endpoint; an earlier one may come later, for nobody. */
    private final Map<Long, Long> introductions = new HashMap<>();

    private @Nullable Exchange exchange;
    private @Nullable PeerDoor door;
    private boolean ended;

    /**
     * Makes the way out of a worker that has no links.
     *
     * @param primary the connection with the primary
     */
    public PeerLinks(Connection primary) {
        this(primary, CONNECT_NANOS);
    }

    PeerLinks(Connection primary, long connectNanos) {
        this.primary = primary;
        this.connectNanos = connectNanos;
    }

    /** Says whose way out it is. */
    public void attach(Exchange ours) {
        exchange = ours;
    }

    private Exchange exchange() {
        return Objects.requireNonNull(exchange, "no exchange yet");
    }

    @Override
    public void carry(Envelope envelope) {
        if (!PeerLink.isPipe(envelope.to())) {
            envelope.send(primary);
            primary.flush();
            return;
        }
        PeerLink link = byPipe.get(envelope.to());
        if (link != null) {
            link.carry(envelope);
        }
        // else it is closed, as who sends has been told, or is about to be
    }

    @Override
    public void gone(long id, Closure why) {
        PeerLink link = byStation.get(id);
        if (link != null) {
            link.gone(why);
        }
        PeerDoor open;
        synchronized (this) {
            introductions.remove(id);
            open = door;
        }
        if (open != null) {
            open.forget(id);
        }
    }

    // ---- pipes

    /** Returns the open pipe to the worker of an index, if there is one. */
    public Optional<PeerPipe> open(int index) {
        return byStation.values().stream()
                .filter(link -> link.pipe().peer().index() == index && link.pipe().isOpen())
                .max(Comparator.comparingLong(PeerLink::number))
                .map(PeerLink::pipe);
    }

    /** Returns the endpoints that something is waited for from. */
    public long[] awaited() {
        return byStation.isEmpty()
                ? NOBODY
                : byStation.values().stream()
                        .filter(PeerLink::awaitsAnswers)
                        .mapToLong(PeerLink::station)
                        .sorted()
                        .toArray();
    }

    // ---- introductions

    /** Does what the primary says when it introduces another worker. */
    public Object meet(Object news) throws IOException {
        return switch (news) {
            case Meeting.Admission admission -> admit(admission);
            case Meeting.Introduction introduction -> connect(introduction);
            default -> throw new IllegalArgumentException("no introduction: " + news);
        };
    }

    private synchronized Meeting.Invitation admit(Meeting.Admission admission) throws IOException {
        begin(admission.station(), admission.number());
        PeerDoor open = door;
        if (open == null) {
            open = new PeerDoor(exchange().host().name(), admission, this::arrive);
            door = open;
        }
        PeerLink link = byStation.get(admission.station());
        return new Meeting.Invitation(link == null ? 0 : link.number(), open.admit(admission));
    }

    private synchronized void begin(long station, long number) {
        if (ended) {
            throw new PolyloomException(exchange().host().name() + " is being stopped");
        }
        if (introductions.getOrDefault(station, 0L) > number) {
            throw new PolyloomException("a later introduction has overtaken this one");
        }
        introductions.put(station, number);
    }

    /** Somebody has come. Whoever hears of the link finds it at both sides. */
    private void arrive(Meeting.Admission admission, Connection connection) {
        PeerLink link =
                new PeerLink(
                        exchange(),
                        admission.number(),
                        admission.station(),
                        admission.peer(),
                        connection,
                        this::forget);
        connection.send(FrameType.LINKED, link.number());
        if (register(link)) {
            connection.flush();
            link.start();
        } else {
            connection.close();
        }
    }

    private long connect(Meeting.Introduction introduction) throws IOException {
        begin(introduction.station(), introduction.number());
        PeerLink own = byStation.get(introduction.station());
        if (own != null && own.number() == introduction.invitation().open()) {
            return own.number();
        }
        if (own != null) {
            own.leave("the other side had lost it", "this side had lost it");
        }
        Connection connection = dial(introduction);
        PeerLink link =
                new PeerLink(
                        exchange(),
                        introduction.number(),
                        introduction.station(),
                        introduction.peer(),
                        connection,
                        this::forget);
        if (!register(link)) {
            connection.close();
            throw new PolyloomException("it came too late for " + introduction.peer());
        }
        link.start();
        return link.number();
    }

    private Connection dial(Meeting.Introduction introduction) throws IOException {
        Deadline deadline = new Deadline(connectNanos);
        Connection connection;
        try (deadline) {
            connection =
                    Transport.connect(
                            Path.of(introduction.socket()),
                            introduction.invitation().token(),
                            (int) (exchange().self() >>> Integer.SIZE));
            deadline.guard(connection);
            checkLinked(introduction, connection);
        } catch (IOException e) {
            throw deadline.hasPassed() ? late(introduction, e) : e;
        }
        if (deadline.hasPassed()) {
            throw late(introduction, null);
        }
        return connection;
    }

    private IOException late(Meeting.Introduction introduction, @Nullable IOException cause) {
        // the deadline interrupts who has no connection yet
        Thread.interrupted();
        return new IOException(
                "%s did not let this worker in within %d ms"
                        .formatted(
                                introduction.peer(), TimeUnit.NANOSECONDS.toMillis(connectNanos)),
                cause);
    }

    private static void checkLinked(Meeting.Introduction introduction, Connection connection)
            throws IOException {
        try {
            Frame first = connection.receive();
            if (first == null) {
                throw new IOException("%s hung up".formatted(introduction.peer()));
            }
            if (first.type() != FrameType.LINKED || first.task() != introduction.number()) {
                throw new ProtocolException(
                        "%s began with %s %d, not with LINKED %d"
                                .formatted(
                                        introduction.peer(),
                                        first.type(),
                                        first.task(),
                                        introduction.number()));
            }
        } catch (IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Takes a link in the place of an older one; false if there is a newer one. */
    private boolean register(PeerLink link) {
        PeerLink old;
        synchronized (this) {
            old = byStation.get(link.station());
            if (ended || (old != null && old.number() > link.number())) {
                return false;
            }
            byStation.put(link.station(), link);
            byPipe.put(link.pipe().id(), link);
            exchange().open(link.pipe());
        }
        if (old != null) {
            old.leave("it was replaced by a new one", "it was replaced by a new one");
        }
        return true;
    }

    private synchronized void forget(PeerLink link) {
        byPipe.remove(link.pipe().id(), link);
        byStation.remove(link.station(), link);
    }

    // ---- the end

    /** Closes all links in good order, as this worker ends, and opens none any more. */
    public void end(long nanos) throws InterruptedException {
        List<PeerLink> all;
        PeerDoor open;
        synchronized (this) {
            ended = true;
            all = List.copyOf(byStation.values());
            open = door;
        }
        if (open != null) {
            open.close();
        }
        all.forEach(link -> link.leave("this worker stops", "its worker was stopped"));
        long deadline = System.nanoTime() + nanos;
        for (PeerLink each : all) {
            boolean _ = each.awaitEnd(deadline - System.nanoTime());
        }
    }
}
