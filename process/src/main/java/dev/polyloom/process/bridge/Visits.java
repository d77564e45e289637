package dev.polyloom.process.bridge;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Visits other members. One that cannot be reached now, though its socket is there, is visited
 * again after a while, and less and less often.
 */
final class Visits implements Closeable {
    private static final Logger LOG = System.getLogger("dev.polyloom.process");
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LAST = Duration.ofMinutes(1);

    private final Mesh mesh;
    private final BridgeFolder folder;
    private final Greeting greeting;
    private final Tempo tempo;
    private final ScheduledExecutorService timer;
    private final Set<SocketChannel> underway = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** What became of a visit. */
    private enum Outcome {
        /** There is a link, or nobody to link to. */
        DONE,
        /** The other one comes, or has come. */
        AWAITED,
        /** It could not be reached. */
        FAILED
    }

    Visits(
            Mesh mesh,
            BridgeFolder folder,
            Greeting greeting,
            Tempo tempo,
            ScheduledExecutorService timer) {
        this.mesh = mesh;
        this.folder = folder;
        this.greeting = greeting;
        this.tempo = tempo;
        this.timer = timer;
    }

    /** Visits all at once, and waits for that as long as greetings may take. */
    void all(List<Path> sockets) throws IOException {
        Map<Path, FutureTask<Outcome>> all = new LinkedHashMap<>();
        for (Path each : sockets) {
            FutureTask<Outcome> visit = new FutureTask<>(() -> visit(each));
            all.put(each, visit);
            Thread.ofVirtual().name("polyloom-bridge-visit").start(visit);
        }
        long deadline = System.nanoTime() + 2 * tempo.handshake().toNanos();
        List<Path> late = new ArrayList<>();
        for (Map.Entry<Path, FutureTask<Outcome>> each : all.entrySet()) {
            if (!isDone(each.getKey(), each.getValue(), deadline)) {
                late.add(each.getKey());
            }
        }
        late.forEach(each -> again(each, FIRST));
    }

    private boolean isDone(Path socket, FutureTask<Outcome> visit, long deadline)
            throws IOException {
        try {
            Outcome outcome = visit.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (outcome == Outcome.AWAITED) {
                mesh.awaitLink(socket, deadline - System.nanoTime());
            }
            return outcome == Outcome.DONE;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WrongKeyException wrong) {
                throw wrong;
            }
            throw new IOException("%s: %s".formatted(socket, e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while others were visited", e);
        }
    }

    /** Visits somebody who was lost, if it is still there. */
    void again(Path socket) {
        again(socket, FIRST);
    }

    private void again(Path socket, Duration delay) {
        var _ =
                timer.schedule(
                        () ->
                                Thread.ofVirtual()
                                        .name("polyloom-bridge-visit")
                                        .start(() -> visitAgain(socket, delay)),
                        delay.toNanos(),
                        TimeUnit.NANOSECONDS);
    }

    private void visitAgain(Path socket, Duration delay) {
        try {
            if (visit(socket) != Outcome.DONE) {
                Duration twice = delay.multipliedBy(2);
                again(socket, twice.compareTo(LAST) > 0 ? LAST : twice);
            }
        } catch (WrongKeyException e) {
            LOG.log(Level.WARNING, "{0} is visited no more: {1}", socket, e.getMessage());
        }
    }

    private Outcome visit(Path socket) throws WrongKeyException {
        if (!mesh.begin(socket)) {
            return Outcome.DONE;
        }
        try {
            return connect(socket);
        } catch (WrongKeyException e) {
            throw new WrongKeyException(
                    "the member at %s and this one have different keys: %s"
                            .formatted(socket, e.getMessage()));
        } catch (IOException | RuntimeException e) {
            if (closed || !Files.exists(socket, LinkOption.NOFOLLOW_LINKS)) {
                return Outcome.DONE;
            }
            LOG.log(Level.WARNING, "the member at {0} cannot be reached now: {1}", socket, e);
            return Outcome.FAILED;
        } finally {
            mesh.finish(socket);
        }
    }

    private Outcome connect(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        underway.add(channel);
        ScheduledFuture<?> limit =
                timer.schedule(
                        () -> close(channel), tempo.handshake().toNanos(), TimeUnit.NANOSECONDS);
        boolean kept = false;
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            Greeting.Met host = greeting.visit(channel);
            boolean inTime = limit.cancel(false);
            boolean welcome = inTime && host.verdict() == Greeting.WELCOME;
            underway.remove(channel);
            kept = welcome && !closed && mesh.welcomed(host, socket, channel);
            return kept ? Outcome.DONE : Outcome.AWAITED;
        } catch (ConnectException e) {
            folder.removeDead(socket);
            return Outcome.DONE;
        } finally {
            limit.cancel(false);
            underway.remove(channel);
            if (!kept) {
                close(channel);
            }
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // it is of no use any more
        }
    }

    /** Ends all visits. */
    @Override
    public void close() {
        closed = true;
        underway.forEach(Visits::close);
    }
}
