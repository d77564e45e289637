package dev.polyloom.process;

import java.io.Serializable;
import java.util.Map;

/**
 * Somebody at the other end of a pipe.
 *
 * @param index the worker's index, from 1, or 0 for the primary
 * @param name the worker's name, or {@code primary}
 * @param pid its process id
 * @param annotations its annotations, none for the primary
 */
public record Peer(int index, String name, long pid, Map<String, String> annotations)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * Makes a peer.
     *
     * @param index its index
     * @param name its name
     * @param pid its process id
     * @param annotations its annotations
     */
    public Peer {
        annotations = Map.copyOf(annotations);
    }

    /**
     * Tells whether this is the primary.
     *
     * @return whether it is
     */
    public boolean isPrimary() {
        return index == 0;
    }

    @Override
    public String toString() {
        return isPrimary() ? name : "worker %s (pid %d)".formatted(name, pid);
    }
}
