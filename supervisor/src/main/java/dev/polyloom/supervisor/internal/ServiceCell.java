package dev.polyloom.supervisor.internal;

import dev.polyloom.supervisor.Health;
import dev.polyloom.supervisor.tree.ServiceNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a host keeps for a service besides its place in the tree. */
final class ServiceCell {
    final ServiceNode node;
    final Letterbox box;
    volatile Health health = Health.GOOD;
    volatile @Nullable Incarnation incarnation;

    /** When its schedule restarts it, if it has one; the coordinator's, as is the next. */
    @Nullable Instant restartDue;

    boolean awaitsRestart;

    ServiceCell(ServiceNode node) {
        this.node = node;
        this.box = new Letterbox(node.spec().mailbox());
    }
}
