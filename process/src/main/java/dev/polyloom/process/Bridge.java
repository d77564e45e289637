package dev.polyloom.process;

import dev.polyloom.process.bridge.Mesh;
import java.nio.file.Path;
import java.util.List;

/**
 * A scope's place on a bridge: a folder in which the primaries of one user find each other. Those
 * who hold the same key join their routes. Then {@link To#named} finds the workers and primaries of
 * all of them, from everywhere, and pipes lead there: messages, requests, and tasks for workers.
 * Commands and groups stay within a scope.
 *
 * <p>A scope that leaves, or whose process dies, takes its names along; pipes to it close, and open
 * requests fail. So it goes with a member that stands still or takes nothing for too long.
 *
 * <p>Who has the key may send tasks to the workers of all members. Safe for use by several threads.
 */
public interface Bridge extends AutoCloseable {
    /**
     * Joins a bridge whose key is kept in its folder, where who comes first makes it.
     *
     * @param router the router of a scope, whose name is the member's
     * @param folder the folder of the bridge, which is made if it is missing
     * @return the place on the bridge, given up at the latest when the scope ends
     * @throws IllegalArgumentException if the folder belongs to somebody else or others may enter
     *     it, or if the name of the scope is not fit
     * @throws IllegalStateException if the scope is on a bridge already
     * @throws dev.polyloom.PolyloomException if another member has the same name, or the key of the
     *     others is another one
     */
    static Bridge join(Router router, Path folder) {
        return Mesh.join(router, folder, null);
    }

    /**
     * Joins a bridge.
     *
     * @param router the router of a scope, whose name is the member's
     * @param folder the folder of the bridge, which is made if it is missing
     * @param key what all members know and nobody else does, at least 32 bytes
     * @return the place on the bridge, given up at the latest when the scope ends
     * @throws IllegalArgumentException if the key is too short, the folder belongs to somebody else
     *     or others may enter it, or if the name of the scope is not fit
     * @throws IllegalStateException if the scope is on a bridge already
     * @throws dev.polyloom.PolyloomException if another member has the same name, or the key of the
     *     others is another one
     */
    static Bridge join(Router router, Path folder, byte[] key) {
        return Mesh.join(router, folder, key);
    }

    /**
     * Returns the other primaries that are on the bridge now.
     *
     * @return the primaries in order of name
     */
    List<Peer> members();

    /**
     * Returns how many connections were refused here, such as those of strangers without the key.
     *
     * @return the number
     */
    long refused();

    /** Leaves the bridge. */
    @Override
    void close();
}
