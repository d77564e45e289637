package dev.polyloom.process.transport;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A Unix-domain socket whose callers have yet to show who they are. Who does not do so in time is
 * refused, logged and counted. Of strangers that say nothing only so many are kept waiting; the
 * oldest goes first.
 */
public final class Door implements Closeable {
    /** Hears what a stranger has to say, in a thread of the stranger's own. */
    @FunctionalInterface
    public interface Greeter {
        /**
         * Greets a stranger, and asks {@link Stranger#forget} before it lets it in.
         *
         * @param stranger who has come
         * @throws IOException if it has nothing to do here, why
         */
        void greet(Stranger stranger) throws IOException;
    }

    private static final Logger LOG = System.getLogger("dev.polyloom.process");
    private static final int MAX_PENDING = 64;
    private static final int LOUD = 10;
    private static final long RETRY_NANOS = 10_000_000;

    private final String what;
    private final String name;
    private final Path socket;
    private final Duration patience;
    private final Pace pace;
    private final Greeter greeter;
    private final ServerSocketChannel server;
    private final Deque<Stranger> pending = new ArrayDeque<>();
    private final AtomicLong refused = new AtomicLong();
    private volatile boolean closed;

    /**
     * Opens the socket; {@link #start} lets callers in.
     *
     * @param what what it belongs to, for the log: "pool", "bridge"
     * @param name whose door it is, for threads and log
     * @param socket where, in a folder only the user can enter
     * @param patience how long a stranger may take to say who it is
     * @param pace says how fast strangers are heard
     * @param greeter hears them
     * @throws IOException if the socket cannot be opened
     */
    public Door(
            String what, String name, Path socket, Duration patience, Pace pace, Greeter greeter)
            throws IOException {
        this.what = what;
        this.name = name;
        this.socket = socket;
        this.patience = patience;
        this.pace = pace;
        this.greeter = greeter;
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(socket), MAX_PENDING);
        } catch (IOException | RuntimeException e) {
            drop(server);
            throw e;
        }
    }

    /** Somebody who has not shown who it is. */
    public final class Stranger {
        private final SocketChannel channel;
        private final long deadline = System.nanoTime() + patience.toNanos();

        private Stranger(SocketChannel channel) {
            this.channel = channel;
        }

        /** Returns the way to it. */
        public SocketChannel channel() {
            return channel;
        }

        /** Takes it off the list of strangers; false if that is too late. */
        public boolean forget() {
            synchronized (pending) {
                return pending.remove(this);
            }
        }
    }

    /** Begins to let callers in. */
    public void start() {
        Thread.ofVirtual().name("polyloom-" + name + "-acceptor").start(this::acceptAll);
        Thread.ofVirtual().name("polyloom-" + name + "-doorkeeper").start(this::expireAll);
    }

    /** Returns how many connections were refused. */
    public long refused() {
        return refused.get();
    }

    /** Tells whether nobody is let in any more. */
    public boolean isClosed() {
        return closed;
    }

    private void acceptAll() {
        while (!closed) {
            try {
                pace.await();
                receive(server.accept());
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.log(Level.WARNING, "{0} {1} cannot accept a connection: {2}", what, name, e);
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    private void receive(SocketChannel channel) {
        Stranger stranger = new Stranger(channel);
        remember(stranger);
        Thread.ofVirtual().name("polyloom-" + name + "-handshake").start(() -> greet(stranger));
    }

    private void remember(Stranger stranger) {
        Stranger surplus;
        synchronized (pending) {
            pending.add(stranger);
            surplus = closed || pending.size() > MAX_PENDING ? pending.poll() : null;
            pending.notifyAll();
        }
        if (surplus != null) {
            drop(surplus.channel);
        }
    }

    private void greet(Stranger stranger) {
        try {
            greeter.greet(stranger);
        } catch (IOException | RuntimeException e) {
            boolean inTime = stranger.forget() || stranger.deadline - System.nanoTime() > 0;
            String why = inTime ? e.getMessage() : "it said nothing for too long";
            refuse(stranger.channel, why == null ? "it had to make room for others" : why);
        }
    }

    /** Shows a caller out. */
    public void refuse(SocketChannel channel, String why) {
        drop(channel);
        if (!closed) {
            // a flood of strangers must not become a flood of lines
            boolean loud = refused.incrementAndGet() <= LOUD;
            LOG.log(
                    loud ? Level.WARNING : Level.DEBUG,
                    "{0} {1} refused a connection: {2}",
                    what,
                    name,
                    why);
        }
    }

    private void expireAll() {
        while (!closed) {
            List<Stranger> late = new ArrayList<>();
            synchronized (pending) {
                try {
                    waitForStrangers();
                } catch (InterruptedException e) {
                    return;
                }
                long now = System.nanoTime();
                pending.removeIf(each -> each.deadline - now <= 0 && late.add(each));
            }
            late.forEach(each -> drop(each.channel));
        }
    }

    private void waitForStrangers() throws InterruptedException {
        while (pending.isEmpty() && !closed) {
            pending.wait();
        }
        Stranger eldest = pending.peek();
        if (eldest != null && !closed) {
            long millis = (eldest.deadline - System.nanoTime()) / 1_000_000 + 1;
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

    static void drop(Channel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // it is of no use any more
        }
    }

    /** Closes the socket, and shows all strangers out. */
    @Override
    public void close() {
        closed = true;
        removeSocket();
        drop(server);
        synchronized (pending) {
            pending.forEach(each -> drop(each.channel));
            pending.clear();
            pending.notifyAll();
        }
    }
}
