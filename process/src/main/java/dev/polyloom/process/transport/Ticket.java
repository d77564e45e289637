package dev.polyloom.process.transport;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets one worker in, once for each kind of connection. */
public final class Ticket {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] token = new byte[Handshake.TOKEN];
    private final int number;
    private final Consumer<Connection> tasks;
    private final Consumer<SocketChannel> classes;
    private final CompletableFuture<Optional<RingOffer>> offer = new CompletableFuture<>();
    private boolean tasksTaken;
    private boolean classesTaken;

    /**
     * Makes a ticket with a new token.
     *
     * @param number the worker's number
     * @param tasks takes the connection for tasks, must not wait
     * @param classes takes the channel for classes, and may keep the thread until it closes
     */
    public Ticket(int number, Consumer<Connection> tasks, Consumer<SocketChannel> classes) {
        RANDOM.nextBytes(token);
        this.number = number;
        this.tasks = tasks;
        this.classes = classes;
    }

    /** Returns the secret. */
    public byte[] token() {
        return token.clone();
    }

    /** Says what the worker is offered, who waits for it; null is for its socket alone. */
    public void offer(@Nullable RingOffer rings) {
        if (!offer.complete(Optional.ofNullable(rings)) && rings != null) {
            rings.close();
        }
    }

    /** Takes back what was offered and not taken; a worker that comes later has its socket. */
    public void withdraw() {
        offer(null);
        offer.join().ifPresent(RingOffer::close);
    }

    boolean admits(Handshake handshake) {
        return MessageDigest.isEqual(token, handshake.token()) && number == handshake.number();
    }

    /** Marks a kind of connection as taken and tells whether it was free. */
    synchronized boolean take(byte kind) {
        return switch (kind) {
            case Handshake.TASKS -> !tasksTaken && (tasksTaken = true);
            case Handshake.CLASSES -> !classesTaken && (classesTaken = true);
            default -> false;
        };
    }

    void hand(byte kind, SocketChannel channel) throws IOException {
        if (kind == Handshake.TASKS) {
            RingOffer rings = offer.join().orElse(null);
            tasks.accept(RingOffer.accept(channel, rings, SocketConnection.MAX_PAYLOAD));
        } else {
            classes.accept(channel);
        }
    }
}
