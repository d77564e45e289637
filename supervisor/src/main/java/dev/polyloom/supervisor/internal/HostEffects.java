package dev.polyloom.supervisor.internal;

import dev.polyloom.supervisor.Health;
import dev.polyloom.supervisor.ServiceEvent;
import dev.polyloom.supervisor.tree.ServiceNode;
import dev.polyloom.supervisor.tree.TreeEffects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Does what the tree wants, by way of incarnations, mailboxes and the event hub. */
final class HostEffects implements TreeEffects {
    private final RunningHost host;
    private final ScheduledRestarts schedules;
    private final ConcurrentHashMap<String, ServiceCell> cells = new ConcurrentHashMap<>();

    HostEffects(RunningHost host) {
        this.host = host;
        this.schedules = new ScheduledRestarts(host);
    }

    @Nullable ServiceCell cell(String path) {
        return cells.get(path);
    }

    ServiceCell cell(ServiceNode service) {
        ServiceCell cell = cells.get(service.path());
        if (cell == null) {
            throw new AssertionError("no cell of " + service.path());
        }
        return cell;
    }

    @Override
    public void added(ServiceNode service) {
        cells.put(service.path(), new ServiceCell(service));
    }

    @Override
    public void removed(ServiceNode service) {
        retire(cell(service), "because the service was removed");
        cells.remove(service.path());
    }

    @Override
    public void launch(ServiceNode service) {
        ServiceCell cell = cell(service);
        Incarnation incarnation = new Incarnation(host, cell, service.incarnation());
        cell.health = Health.GOOD;
        cell.incarnation = incarnation;
        cell.box.open(service.incarnation());
        incarnation.start();
        schedules.launched(cell);
    }

    @Override
    public void changed(ServiceNode service) {
        cell(service).box.policy(service.spec().mailbox());
    }

    @Override
    public void cancel(ServiceNode service) {
        incarnation(service).cancel();
    }

    @Override
    public void kill(ServiceNode service) {
        incarnation(service).kill();
    }

    @Override
    public String abandon(ServiceNode service) {
        return incarnation(service).abandon();
    }

    @Override
    public void down(ServiceNode service) {
        incarnation(service).close();
        cell(service).incarnation = null;
    }

    @Override
    public void over(ServiceNode service) {
        retire(cell(service), "because the service has ended");
    }

    @Override
    public long lastBeat(ServiceNode service) {
        return incarnation(service).lastBeat();
    }

    @Override
    public void event(ServiceEvent event) {
        host.happened(event);
    }

    @Override
    public void finished(@Nullable Throwable failure) {
        cells.values().forEach(cell -> retire(cell, "because the host has stopped"));
        host.finished(failure);
    }

    private void retire(ServiceCell cell, String reason) {
        int dropped = cell.box.retire();
        if (dropped > 0) {
            String path = cell.node.path();
            host.happened(new ServiceEvent.MessageDropped(path, host.at(), dropped, reason));
        }
    }

    private Incarnation incarnation(ServiceNode service) {
        Incarnation incarnation = cell(service).incarnation;
        if (incarnation == null) {
            throw new AssertionError(service.path() + " does not live");
        }
        return incarnation;
    }
}
