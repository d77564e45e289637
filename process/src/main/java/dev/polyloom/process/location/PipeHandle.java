package dev.polyloom.process.location;

import java.io.Serializable;
import java.util.Arrays;

/**
 * What travels of a pipe.
 *
 * @param socket the path of the owner's socket
 * @param token the secret that shows that the owner sent the task
 */
@SuppressWarnings("ArrayRecordComponent")
record PipeHandle(String socket, byte[] token) implements Serializable {
    private static final long serialVersionUID = 1L;
    static final int TOKEN = 32;

    private Object readResolve() {
        OwnedPipe own = OwnedPipe.find(this);
        return own != null ? own : GuestPipe.of(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PipeHandle(String path, byte[] secret)
                && path.equals(socket)
                && Arrays.equals(secret, token);
    }

    @Override
    public int hashCode() {
        return socket.hashCode();
    }

    /** Leaves out the secret. */
    @Override
    public String toString() {
        return "bulk pipe " + socket;
    }
}
