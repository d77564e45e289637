package dev.polyloom.process;

import java.io.Serializable;
import java.util.Map;

/**
 * Somebody at the other end of a pipe.
 *
 * @param index the worker's index, from 1, or 0 for the primary
 * @param name the worker's name, or {@code primary}; of another scope as it is called on the bridge
 * @param pid its process id
 * @param annotations its annotations, none for the primary
 * @param member the name of its scope if it is reached over a {@link Bridge}, else empty
 */
public record Peer(int index, String name, long pid, Map<String, String> annotations, String member)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * Makes a peer.
     *
     * @param index its index
     * @param name its name
     * @param pid its process id
     * @param annotations its annotations
     * @param member its scope, if that is another one
     */
    public Peer {
        annotations = Map.copyOf(annotations);
    }

    /**
     * Makes a peer of the same scope.
     *
     * @param index its index
     * @param name its name
     * @param pid its process id
     * @param annotations its annotations
     */
    public Peer(int index, String name, long pid, Map<String, String> annotations) {
        this(index, name, pid, annotations, "");
    }

    /**
     * Tells whether this is the primary of the same scope.
     *
     * @return whether it is
     */
    public boolean isPrimary() {
        return index == 0 && !isForeign();
    }

    /**
     * Tells whether this belongs to another scope, over a {@link Bridge}.
     *
     * @return whether it does
     */
    public boolean isForeign() {
        return !member.isEmpty();
    }

    @Override
    public String toString() {
        if (isPrimary()) {
            return name;
        }
        return "%s %s (pid %d)".formatted(index == 0 ? "primary" : "worker", name, pid);
    }
}
