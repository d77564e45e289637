package dev.polyloom.supervisor.internal;

import dev.polyloom.supervisor.Health;
import dev.polyloom.supervisor.tree.ServiceNode;
import org.jspecify.annotations.Nullable;

/** What a host keeps for a service besides its place in the tree. */
final class ServiceCell {
    final ServiceNode node;
    final Letterbox box;
    volatile Health health = Health.GOOD;
    volatile @Nullable Incarnation incarnation;

    ServiceCell(ServiceNode node) {
        this.node = node;
        this.box = new Letterbox(node.spec().mailbox());
    }
}
