package dev.polyloom.process.transport;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets workers in at a Unix-domain socket, and nobody else: who does not show a ticket in time is
 * refused.
 */
public final class Acceptor implements Closeable {
    private final Door door;
    private final Set<Ticket> tickets = ConcurrentHashMap.newKeySet();
    private final Set<SocketChannel> classChannels = ConcurrentHashMap.newKeySet();

    /**
     * Opens the socket.
     *
     * @param name name of the pool, for threads and log
     * @param socket where, in a folder only the user can enter
     * @param patience how long a handshake may take
     * @throws IOException if the socket cannot be opened
     */
    public Acceptor(String name, Path socket, Duration patience) throws IOException {
        door = new Door("pool", name, socket, patience, Pace.free(), this::greet);
    }

    /** Begins to let workers in. */
    public void start() {
        door.start();
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
        return door.refused();
    }

    private void greet(Door.Stranger stranger) throws IOException {
        Handshake handshake = Handshake.read(stranger.channel());
        if (stranger.forget()) {
            letIn(handshake, stranger.channel());
        }
    }

    private void letIn(Handshake handshake, SocketChannel channel) throws IOException {
        Ticket found = ticketOf(handshake);
        if (found == null || door.isClosed()) {
            door.refuse(channel, "its token is wrong");
        } else if (!found.take(handshake.kind())) {
            door.refuse(channel, "kind %d was used or is unknown".formatted(handshake.kind()));
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
            Door.drop(channel);
        }
    }

    /** Lets nobody in any more; who is in stays. */
    public void closeDoor() {
        door.close();
    }

    /** Closes the socket and all connections that are not for tasks. */
    @Override
    public void close() {
        closeDoor();
        classChannels.forEach(Door::drop);
    }
}
