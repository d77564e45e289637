package dev.polyloom.process.bridge;

import dev.polyloom.PolyloomException;
import dev.polyloom.process.Bridge;
import dev.polyloom.process.Peer;
import dev.polyloom.process.Router;
import dev.polyloom.process.message.Abroad;
import dev.polyloom.process.message.Member;
import dev.polyloom.process.message.ScopeRouter;
import dev.polyloom.process.transport.Door;
import dev.polyloom.process.transport.Pace;
import dev.polyloom.process.transport.ProtocolException;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One member of a bridge, and its links to all others. Who comes visits those who are there; so
 * nobody has to look out for others. Of two who visit each other at the same time the one with the
 * smaller id is let in.
 */
public final class Mesh implements Bridge, Closeable {
    private static final Logger LOG = System.getLogger("dev.polyloom.process");

    private final Abroad abroad;
    private final BridgeFolder folder;
    private final Path socket;
    private final Tempo tempo;
    private final byte[] id = Greeting.newId();
    private final Greeting greeting;
    private final Pace pace = Pace.wary();
    private final ScheduledThreadPoolExecutor timer;
    private final Visits visits;
    private volatile @Nullable Door door;

    /** The links by name of the member, and the sockets that are being visited. */
    private final Map<String, Link> links = new HashMap<>();

    private final Set<Path> visiting = new HashSet<>();
    private boolean closed;

    private Mesh(Abroad abroad, BridgeFolder folder, Key key, Tempo tempo) {
        this.abroad = abroad;
        this.folder = folder;
        this.tempo = tempo;
        Member self = abroad.self();
        socket = folder.socket(self.name());
        greeting = new Greeting(key, id, self);
        timer =
                new ScheduledThreadPoolExecutor(
                        1,
                        Thread.ofPlatform()
                                .daemon()
                                .name("polyloom-" + self.name() + "-bridge")
                                .factory());
        timer.setRemoveOnCancelPolicy(true);
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        visits = new Visits(this, folder, greeting, tempo, timer);
    }

    /**
     * Joins a bridge.
     *
     * @param router the router of a scope
     * @param folder the folder of the bridge
     * @param key its key, or null for the one that is kept in the folder
     * @return the place on the bridge
     */
    public static Bridge join(Router router, Path folder, byte @Nullable [] key) {
        return join(router, folder, key, Tempo.normal());
    }

    static Mesh join(Router router, Path folder, byte @Nullable [] key, Tempo tempo) {
        if (!(router instanceof ScopeRouter scope)) {
            throw new IllegalArgumentException(
                    "a bridge joins routers of Router.of(scope), not " + router);
        }
        Key given = key == null ? null : new Key(key);
        Abroad abroad = scope.abroad();
        MemberForm.checkName(abroad.self().name());
        try {
            BridgeFolder opened = BridgeFolder.open(folder);
            Mesh mesh = new Mesh(abroad, opened, given == null ? opened.key() : given, tempo);
            abroad.enter(mesh);
            mesh.openOrClose();
            return mesh;
        } catch (IOException e) {
            throw new PolyloomException(
                    "scope %s cannot join the bridge in %s: %s"
                            .formatted(abroad.self().name(), folder, e.getMessage()),
                    e);
        }
    }

    private void openOrClose() throws IOException {
        try {
            open();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void open() throws IOException {
        String name = abroad.self().name();
        Door opened =
                folder.claim(
                        socket,
                        () ->
                                new Door(
                                        "bridge",
                                        name,
                                        socket,
                                        tempo.handshake(),
                                        pace,
                                        this::greet));
        if (opened == null) {
            throw new IOException(
                    "there is a member '%s' already; give the scope a name of its own with name(...)"
                            .formatted(name));
        }
        door = opened;
        opened.start();
        long look = tempo.look().toNanos();
        var _ = timer.scheduleWithFixedDelay(this::look, look, look, TimeUnit.NANOSECONDS);
        List<Path> others = folder.sockets();
        others.remove(socket);
        visits.all(others);
    }

    private void look() {
        for (Link each : links()) {
            try {
                each.look();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "the link to " + each.member() + " failed", e);
                each.drop(Link.End.FAULTY, "the link to it failed: " + e);
            }
        }
    }

    private synchronized List<Link> links() {
        return List.copyOf(links.values());
    }

    // ---- as host

    private void greet(Door.Stranger stranger) throws IOException {
        SocketChannel channel = stranger.channel();
        AtomicReference<@Nullable Link> made = new AtomicReference<>();
        try {
            Greeting.Met met =
                    greeting.host(
                            channel,
                            (member, other) -> {
                                made.set(admit(stranger, member, other));
                                return made.get() == null ? Greeting.DUPLICATE : Greeting.WELCOME;
                            });
            Link link = made.get();
            if (link == null || !start(link, channel)) {
                boolean _ = met == null && stranger.forget();
                channel.close();
            }
        } catch (IOException | RuntimeException e) {
            Link link = made.get();
            if (link == null) {
                pace.failed();
            } else {
                forget(link);
            }
            throw e;
        }
    }

    private @Nullable Link admit(Door.Stranger stranger, Member member, byte[] other)
            throws IOException {
        if (!stranger.forget()) {
            throw new IOException("it took too long");
        }
        pace.succeeded();
        return admit(member, other);
    }

    /** Makes a link to somebody who has the key; null if there is another, or will be. */
    private synchronized @Nullable Link admit(Member member, byte[] other) throws IOException {
        if (closed) {
            throw new IOException("the bridge is closed");
        }
        if (member.name().equals(abroad.self().name())) {
            throw new ProtocolException("it has our own name");
        }
        Link known = links.get(member.name());
        boolean isThere = known != null && known.isWith(other);
        boolean mayVisitUs =
                !visiting.contains(folder.socket(member.name()))
                        || Arrays.compareUnsigned(id, other) > 0;
        return isThere || !mayVisitUs ? null : put(member, other);
    }

    private Link put(Member member, byte[] other) {
        Link link = new Link(abroad, member, other, tempo, this::ended);
        Link old = links.put(member.name(), link);
        if (old != null) {
            old.drop(Link.End.REPLACED, "it is there anew");
        }
        return link;
    }

    private boolean start(Link link, SocketChannel channel) throws IOException {
        boolean started = link.start(channel);
        synchronized (this) {
            notifyAll();
        }
        return started;
    }

    private synchronized void forget(Link link) {
        links.remove(link.member().name(), link);
    }

    private void ended(Link link, Link.End how) {
        forget(link);
        if (how == Link.End.LOST) {
            visits.again(folder.socket(link.member().name()));
        }
    }

    // ---- as visitor

    /** Begins a visit, unless it is not needed. */
    synchronized boolean begin(Path other) {
        return !closed && !isLinked(other) && visiting.add(other);
    }

    synchronized void finish(Path other) {
        visiting.remove(other);
    }

    /** Takes note of who has let us in, and tells whether the channel is needed. */
    boolean welcomed(Greeting.Met host, Path at, SocketChannel channel) throws IOException {
        Link link;
        synchronized (this) {
            if (!folder.socket(host.member().name()).equals(at)) {
                throw new ProtocolException("%s is not at its place".formatted(host.member()));
            }
            if (closed || isLinked(at)) {
                return false;
            }
            link = put(host.member(), host.id());
        }
        try {
            return start(link, channel);
        } catch (IOException e) {
            forget(link);
            throw e;
        }
    }

    synchronized boolean isLinked(Path other) {
        return links.values().stream()
                .anyMatch(each -> folder.socket(each.member().name()).equals(other));
    }

    /** Waits until there is a link with whoever is at a socket, but not for ever. */
    synchronized void awaitLink(Path other, long nanos) throws InterruptedException {
        long deadline = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && !closed && !isUp(other); ) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = deadline - System.nanoTime();
        }
    }

    private boolean isUp(Path other) {
        return links.values().stream()
                .anyMatch(each ->
                        each.peer() != null && folder.socket(each.member().name()).equals(other));
    }

    // ---- for the user

    @Override
    public List<Peer> members() {
        return links().stream()
                .map(Link::peer)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Peer::name))
                .toList();
    }

    @Override
    public long refused() {
        Door opened = door;
        return opened == null ? 0 : opened.refused();
    }

    @Override
    public void close() {
        List<Link> left;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            left = new ArrayList<>(links.values());
            notifyAll();
        }
        Door opened = door;
        if (opened != null) {
            opened.close();
        }
        visits.close();
        timer.shutdownNow();
        left.forEach(Link::leave);
        awaitEnds(left);
        abroad.exit(this);
    }

    private void awaitEnds(List<Link> left) {
        try {
            for (Link each : left) {
                each.awaitEnd(tempo.handshake().toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return "Bridge[%s in %s]".formatted(abroad.self().name(), folder);
    }
}
