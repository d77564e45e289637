package dev.polyloom.process.pool;

import dev.polyloom.ScopeEvent;
import dev.polyloom.process.message.ScopeRouter;
import dev.polyloom.spi.PoolRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * What the workers of one pool have in common.
 *
 * @param request what was asked for
 * @param folder where socket and status pages lie
 * @param entrance where workers come in
 * @param launcher starts processes
 * @param results decodes replies
 * @param initializer what workers run first, encoded, or null
 * @param router connects the workers
 * @param heads the settings of the workers' heads, encoded; empty for the defaults
 * @param pages whether workers get a status page
 */
@SuppressWarnings("ArrayRecordComponent")
record PoolParts(
        PoolRequest request,
        PrivateFolder folder,
        Entrance entrance,
        Launcher launcher,
        ResultReader results,
        byte @Nullable [] initializer,
        ScopeRouter router,
        byte[] heads,
        boolean pages) {
    private static final Logger LOG = System.getLogger("dev.polyloom.process");

    void emit(ScopeEvent event) {
        try {
            request.events().accept(event);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a listener of pool " + request.name() + " failed", e);
        }
    }
}
