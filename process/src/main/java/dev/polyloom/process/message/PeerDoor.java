package dev.polyloom.process.message;

import dev.polyloom.process.transport.Acceptor;
import dev.polyloom.process.transport.Connection;
import dev.polyloom.process.transport.Rings;
import dev.polyloom.process.transport.Ticket;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Where a worker lets others in, by a socket that is made for the first of them. Of each of them it
 * knows one ticket, the last. Safe for use by several threads.
 */
final class PeerDoor implements Closeable {
    private static final Duration HANDSHAKE = Duration.ofSeconds(5);

    private final BiConsumer<Meeting.Admission, Connection> guests;
    private final Map<Long, Ticket> tickets = new HashMap<>();
    private final Acceptor acceptor;
    private final Rings rings;

    /**
     * Opens the socket.
     *
     * @param name the name of this worker, for threads and log
     * @param first the first who will come, which says where
     * @param guests takes those who have come
     * @throws IOException if the socket cannot be opened
     */
    PeerDoor(String name, Meeting.Admission first, BiConsumer<Meeting.Admission, Connection> guests)
            throws IOException {
        this.guests = guests;
        acceptor = new Acceptor(name, Path.of(first.socket()), HANDSHAKE);
        List<Path> folders = first.rings().stream().map(Path::of).toList();
        String prefix = "peer-%d-".formatted(ProcessHandle.current().pid());
        rings = new Rings(name, first.transport(), () -> folders, prefix);
        acceptor.start();
    }

    /** Lets somebody in, once, and returns the secret for it; what it had before is void. */
    synchronized byte[] admit(Meeting.Admission admission) throws IOException {
        forget(admission.station());
        Ticket ticket =
                new Ticket(
                        admission.peer().index(),
                        connection -> guests.accept(admission, connection),
                        channel -> {});
        ticket.offer(rings.offer());
        tickets.put(admission.station(), ticket);
        acceptor.admit(ticket);
        return ticket.token();
    }

    /** Lets somebody in no longer. */
    synchronized void forget(long station) {
        Ticket ticket = tickets.remove(station);
        if (ticket != null) {
            revoke(ticket);
        }
    }

    private void revoke(Ticket ticket) {
        acceptor.forget(ticket);
        ticket.withdraw();
    }

    @Override
    public synchronized void close() {
        acceptor.close();
        tickets.values().forEach(this::revoke);
        tickets.clear();
    }
}
