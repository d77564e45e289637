package dev.polyloom.supervisor.internal;

import dev.polyloom.supervisor.CancellationSource;
import dev.polyloom.supervisor.EventLoop;
import dev.polyloom.supervisor.Service;
import dev.polyloom.supervisor.ServiceContext;
import dev.polyloom.supervisor.ServiceEvent;
import dev.polyloom.supervisor.ServiceListener;
import dev.polyloom.supervisor.ServiceStalledException;
import dev.polyloom.supervisor.spi.RunningService;
import dev.polyloom.supervisor.spi.ServiceLaunch;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One start of one service: what its executor and its context tell the host. */
final class Incarnation implements ServiceLaunch {
    final ServiceCell cell;
    final int number;
    final CancellationSource source = new CancellationSource();
    private final RunningHost host;
    private final CopyOnWriteArrayList<ServiceListener> listeners = new CopyOnWriteArrayList<>();
    private final ServiceContext context = new LaunchContext(this);
    private volatile long lastBeat;
    private volatile @Nullable EventLoop loop;
    private volatile boolean told;
    private volatile boolean over;
    private @Nullable RunningService running;

    Incarnation(RunningHost host, ServiceCell cell, int number) {
        this.host = host;
        this.cell = cell;
        this.number = number;
        this.lastBeat = host.now();
    }

    void start() {
        try {
            running = cell.node.spec().executor().start(this);
        } catch (Throwable e) {
            ended(e);
        }
    }

    void cancel() {
        told = true;
        cell.box.close();
        Thread.ofVirtual().name(path() + "-stop").start(source::cancel);
    }

    void kill() {
        if (running != null) {
            running.kill();
        }
    }

    String abandon() {
        if (running == null) {
            return "";
        }
        String activity = running.activity();
        running.abandon();
        return activity;
    }

    /** Nothing more is heard through this start. */
    void close() {
        over = true;
        cell.box.close();
        listeners.forEach(host.hub()::remove);
    }

    String path() {
        return cell.node.path();
    }

    long lastBeat() {
        return lastBeat;
    }

    /** Runs what follows a message: on the loop of the service, or on a thread of its own. */
    void follow(Runnable action) {
        EventLoop present = loop;
        if (present == null) {
            Thread.startVirtualThread(action);
        } else {
            present.execute(action);
        }
    }

    void beat() {
        lastBeat = host.now();
    }

    void ready() {
        host.report(() -> host.tree().ready(cell.node, number, host.now()));
    }

    void health(dev.polyloom.supervisor.Health health) {
        if (!over && !health.equals(cell.health)) {
            cell.health = health;
            host.hub().emit(new ServiceEvent.HealthChanged(path(), host.at(), health));
        }
    }

    boolean send(String path, Object message) {
        return host.send(path, message);
    }

    void observe(String path, ServiceListener listener) {
        ServiceListener part =
                event -> {
                    if (event.path().equals(path) || event.path().startsWith(path + "/")) {
                        listener.on(event);
                    }
                };
        listeners.add(part);
        host.hub().add(part);
        if (over) {
            host.hub().remove(part);
        }
    }

    EventLoop loop() {
        EventLoop present = loop;
        if (present == null) {
            throw new IllegalStateException(
                    "%s runs on the executor %s, which has no event loop"
                            .formatted(path(), cell.node.spec().executor().kind()));
        }
        return present;
    }

    @Override
    public Service service() {
        return cell.node.spec().service();
    }

    @Override
    public ServiceContext context() {
        return context;
    }

    @Override
    public void on(EventLoop value) {
        loop = value;
    }

    @Override
    public void started() {
        host.report(() -> host.tree().started(cell.node, number, host.now()));
    }

    @Override
    public void ended(@Nullable Throwable failure) {
        Throwable crash = told && isEndOnDemand(failure) ? null : failure;
        host.report(() -> host.tree().ended(cell.node, number, crash, host.now()));
    }

    private static boolean isEndOnDemand(@Nullable Throwable failure) {
        return failure instanceof InterruptedException || failure instanceof CancellationException;
    }

    @Override
    public void failing(Throwable cause) {
        host.report(() -> host.tree().failing(cell.node, number, cause, host.now()));
    }

    @Override
    public void blocked(Duration elapsed, String activity) {
        host.hub().emit(new ServiceEvent.Blocked(path(), host.at(), elapsed, activity));
        failing(
                new ServiceStalledException(
                        "%s blocks its loop for %s at %s"
                                .formatted(path(), Texts.time(elapsed), activity)));
    }

    @Override
    public void putBack(Object message) {
        if (!cell.box.putBack(message)) {
            String reason = "because the service has ended";
            host.hub().emit(new ServiceEvent.MessageDropped(path(), host.at(), 1, reason));
        }
    }

    @Override
    public Optional<Duration> heartbeat() {
        return Optional.ofNullable(cell.node.spec().heartbeat());
    }

    @Override
    public Duration blockedAfter() {
        return host.settings().blockedAfter();
    }

    @Override
    public void schedule(Runnable action, Duration delay) {
        host.schedule(action, delay);
    }

    @Override
    public <R extends AutoCloseable> R resource(Class<R> type, Supplier<? extends R> create) {
        return host.resource(type, create);
    }
}
