package dev.polyloom.process.transport;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lets workers in at a Unix-domain socket, and nobody else: who does not show a ticket in time is
 * refused, logged and counted. Of strangers that say nothing only so many are kept waiting; the
 * oldest goes first.
 */
public final class Acceptor implements Closeable {
    private static final Logger LOG = System.getLogger("dev.polyloom.process");
    private static final int MAX_PENDING = 64;
    private static final int LOUD = 10;
    private static final long RETRY_NANOS = 10_000_000;

    private final String name;
    private final Path socket;
    private final Duration patience;
    private final ServerSocketChannel server;
    private final Set<Ticket> tickets = ConcurrentHashMap.newKeySet();
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final Set<SocketChannel> classChannels = ConcurrentHashMap.newKeySet();
    private final AtomicLong refused = new AtomicLong();
    private volatile boolean closed;

    private record Pending(SocketChannel channel, long deadline) {}

    /**
     * Opens the socket.
     *
     * @param name name of the pool, for threads and log
     * @param socket where, in a folder only the user can enter
     * @param patience how long a handshake may take
     * @throws IOException if the socket cannot be opened
     */
    public Acceptor(String name, Path socket, Duration patience) throws IOException {
        this.name = name;
        this.socket = socket;
        this.patience = patience;
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(socket), MAX_PENDING);
        } catch (IOException | RuntimeException e) {
            drop(server);
            throw e;
        }
    }

    /** Begins to let workers in. */
    public void start() {
        Thread.ofVirtual().name("polyloom-" + name + "-acceptor").start(this::acceptAll);
        Thread.ofVirtual().name("polyloom-" + name + "-doorkeeper").start(this::expireAll);
    }

    /** Lets the owner of a ticket in from now on. */
    public void admit(Ticket ticket) {
        tickets.add(ticket);
    }

    /** Lets the owner of a ticket in no longer. */
    public void forget(Ticket ticket) {
        tickets.remove(ticket);
    }

    /** Returns how many connections were refused. */
    public long refused() {
        return refused.get();
    }

    private void acceptAll() {
        while (!closed) {
            try {
                receive(server.accept());
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.log(Level.WARNING, "pool {0} cannot accept a connection: {1}", name, e);
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    private void receive(SocketChannel channel) {
        Pending stranger = new Pending(channel, System.nanoTime() + patience.toNanos());
        remember(stranger);
        Thread.ofVirtual().name("polyloom-" + name + "-handshake").start(() -> greet(stranger));
    }

    private void remember(Pending stranger) {
        Pending surplus;
        synchronized (pending) {
            pending.add(stranger);
            surplus = closed || pending.size() > MAX_PENDING ? pending.poll() : null;
            pending.notifyAll();
        }
        if (surplus != null) {
            drop(surplus.channel());
        }
    }

    /** Takes somebody off the list of those who have yet to speak; false if that is too late. */
    private boolean forget(Pending stranger) {
        synchronized (pending) {
            return pending.remove(stranger);
        }
    }

    private void greet(Pending stranger) {
        SocketChannel channel = stranger.channel();
        try {
            Handshake handshake = Handshake.read(channel);
            if (forget(stranger)) {
                letIn(handshake, channel);
            }
        } catch (IOException | RuntimeException e) {
            boolean inTime = forget(stranger);
            String why = inTime ? e.getMessage() : "it said nothing for too long";
            refuse(channel, String.valueOf(why));
        }
    }

    private void letIn(Handshake handshake, SocketChannel channel) throws IOException {
        Ticket found = ticketOf(handshake);
        if (found == null || closed) {
            refuse(channel, "its token is wrong");
        } else if (!found.take(handshake.kind())) {
            refuse(channel, "kind %d was used or is unknown".formatted(handshake.kind()));
        } else {
            channel.write(ByteBuffer.wrap(new byte[] {Handshake.ACCEPTED}));
            serve(found, handshake.kind(), channel);
        }
    }

    /** Finds the ticket that was shown; looks at all, so that the time taken tells nothing. */
    private @Nullable Ticket ticketOf(Handshake handshake) {
        Ticket found = null;
        for (Ticket ticket : tickets) {
            if (ticket.admits(handshake)) {
                found = ticket;
            }
        }
        return found;
    }

    private void serve(Ticket ticket, byte kind, SocketChannel channel) throws IOException {
        if (kind == Handshake.TASKS) {
            ticket.hand(kind, channel);
            return;
        }
        classChannels.add(channel);
        try {
            ticket.hand(kind, channel);
        } finally {
            classChannels.remove(channel);
            drop(channel);
        }
    }

    private void refuse(SocketChannel channel, String why) {
        drop(channel);
        if (!closed) {
            // a flood of strangers must not become a flood of lines
            boolean loud = refused.incrementAndGet() <= LOUD;
            LOG.log(
                    loud ? Level.WARNING : Level.DEBUG,
                    "pool {0} refused a connection: {1}",
                    name,
                    why);
        }
    }

    private void expireAll() {
        while (!closed) {
            List<Pending> late = new ArrayList<>();
            synchronized (pending) {
                try {
                    waitForStrangers();
                } catch (InterruptedException e) {
                    return;
                }
                long now = System.nanoTime();
                pending.removeIf(each -> each.deadline() - now <= 0 && late.add(each));
            }
            late.forEach(each -> drop(each.channel()));
        }
    }

    private void waitForStrangers() throws InterruptedException {
        while (pending.isEmpty() && !closed) {
            pending.wait();
        }
        Pending eldest = pending.peek();
        if (eldest != null && !closed) {
            long millis = (eldest.deadline() - System.nanoTime()) / 1_000_000 + 1;
            if (millis > 0) {
                pending.wait(millis);
            }
        }
    }

    /** Without its file nobody finds the socket, which a thread that accepts may keep a moment. */
    private void removeSocket() {
        try {
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a socket goes with its folder", e);
        }
    }

    private static void drop(Channel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // it is of no use any more
        }
    }

    /** Closes the socket and all connections that are not for tasks. */
    @Override
    public void close() {
        closed = true;
        removeSocket();
        drop(server);
        synchronized (pending) {
            pending.forEach(each -> drop(each.channel()));
            pending.clear();
            pending.notifyAll();
        }
        classChannels.forEach(Acceptor::drop);
    }
}
