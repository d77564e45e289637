package dev.polyloom.process.message;

import dev.polyloom.process.Peer;
import dev.polyloom.process.transport.Rings;
import dev.polyloom.process.transport.TransportChoice;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How two workers come to a link of their own: the primary sends one of them an {@link Admission},
 * has an {@link Invitation} back, and hands it to the other in an {@link Introduction}.
 */
public final class Meeting {
    private Meeting() {}

    /**
     * Where the workers of a pool meet.
     *
     * @param sockets the folder of their sockets
     * @param rings folders of their rings, best first
     * @param transport how frames are to travel
     */
    public record Place(Path sockets, List<Path> rings, TransportChoice transport) {
        /** Makes a place; looks for folders only if rings are wanted. */
        public static Place of(Path sockets, TransportChoice transport, Rings.Folders rings) {
            return new Place(sockets, transport.wantsRings() ? rings.get() : List.of(), transport);
        }

        /** Returns where a worker listens; the path of a socket must be short. */
        String socket(long station) {
            return sockets.resolve("p" + Integer.toHexString((int) station)).toString();
        }

        ArrayList<String> ringFolders() {
            return new ArrayList<>(rings.stream().map(Path::toString).toList());
        }
    }

    /**
     * Who will come.
     *
     * @param number the number of the link
     * @param station the endpoint that will come
     * @param peer who that is
     * @param socket where to let it in
     * @param rings folders for the rings
     * @param transport how frames are to travel
     */
    record Admission(
            long number,
            long station,
            Peer peer,
            String socket,
            ArrayList<String> rings,
            TransportChoice transport)
            implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /**
     * How to be let in.
     *
     * @param open the number of the open link with that worker, or 0
     * @param token the secret that lets a new one in, once
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Invitation(long open, byte[] token) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Whom to go to.
     *
     * @param number the number of the link
     * @param station the endpoint that waits
     * @param peer who that is
     * @param socket where it waits
     * @param invitation what it said
     */
    record Introduction(long number, long station, Peer peer, String socket, Invitation invitation)
            implements Serializable {
        private static final long serialVersionUID = 1L;
    }
}
