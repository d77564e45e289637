package dev.polyloom.process.transport;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** What a worker connects to its primary with. */
public final class Transport {
    /** The number of a worker that no pool has come for yet. */
    public static final int SPARE = 0;

    private Transport() {}

    /**
     * Does beforehand what a first connection would take its time for.
     *
     * @throws IOException if there cannot be one
     */
    public static void rehearse() throws IOException {
        Rehearsal.run();
    }

    /**
     * Does beforehand what takes no part of the system, and holds up nobody who is about to make a
     * first connection.
     *
     * @throws IOException if there cannot be one
     */
    public static void rehearseRings() throws IOException {
        Rehearsal.ofRings();
    }

    /**
     * Connects a worker with its primary.
     *
     * @param socket the primary's socket
     * @param token the worker's secret
     * @param number the worker's number
     * @return the connection
     * @throws IOException if the primary cannot be reached or refuses
     */
    public static Connection connect(Path socket, byte[] token, int number) throws IOException {
        Handshake handshake = new Handshake(Handshake.TASKS, token, number);
        SocketChannel channel = Handshake.connect(socket, handshake);
        try {
            return RingOffer.answer(channel, SocketConnection.MAX_PAYLOAD);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }
}
