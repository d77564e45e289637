package dev.polyloom.supervisor.internal;

import dev.polyloom.supervisor.ChildSpec;
import dev.polyloom.supervisor.EscalationException;
import dev.polyloom.supervisor.Host;
import dev.polyloom.supervisor.HostBuilder;
import dev.polyloom.supervisor.HostUpdate;
import dev.polyloom.supervisor.MailboxPolicy;
import dev.polyloom.supervisor.MessageRefusedException;
import dev.polyloom.supervisor.ServiceEvent;
import dev.polyloom.supervisor.ServiceListener;
import dev.polyloom.supervisor.Status;
import dev.polyloom.supervisor.SupervisorSpec;
import dev.polyloom.supervisor.tree.Node;
import dev.polyloom.supervisor.tree.SupervisionTree;
import dev.polyloom.supervisor.tree.SupervisorNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A host: a tree that decides, a coordinator that calls it, and effects that obey it. */
public final class RunningHost implements Host {
    private static final Duration LAST_EVENTS = Duration.ofSeconds(2);

    private enum Phase {
        NEW,
        STARTED,
        STOPPED
    }

    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.NEW);
    private volatile HostSettings settings;
    private final Instant origin = Instant.now();
    private final EventHub hub;
    private final HostEffects effects = new HostEffects(this);
    private final SupervisionTree tree;
    private final Coordinator coordinator;
    private final Map<Class<?>, AutoCloseable> resources = new LinkedHashMap<>();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final CompletableFuture<Optional<EscalationException>> stopped =
            new CompletableFuture<>();

    /** Makes a host that is not started. */
    public RunningHost(SupervisorSpec root, HostSettings settings) {
        this.settings = settings;
        this.hub = new EventHub(root.name(), settings.listeners(), this::at);
        this.tree =
                new SupervisionTree(
                        root,
                        effects,
                        settings.killWithin(),
                        () -> ThreadLocalRandom.current().nextDouble(),
                        origin);
        this.coordinator =
                new Coordinator(root.name(), settings.clock(), tree::nextDeadline, tree::advance);
    }

    @Override
    public Host start() {
        if (!phase.compareAndSet(Phase.NEW, Phase.STARTED)) {
            throw new IllegalStateException("the host was started or stopped before");
        }
        hub.start();
        report(() -> tree.start(now()));
        coordinator.start();
        return this;
    }

    @Override
    public boolean awaitReady(Duration most) throws InterruptedException {
        try {
            return ready.get(TimeUnit.NANOSECONDS.convert(most), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void stop(Duration limit) {
        if (phase.compareAndSet(Phase.NEW, Phase.STOPPED)) {
            ready.complete(false);
            stopped.complete(Optional.empty());
        }
        report(() -> tree.stop(now()));
        boolean interrupted = false;
        try {
            stopped.get(TimeUnit.NANOSECONDS.convert(limit), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            report(() -> tree.hurry(now()));
        } catch (InterruptedException e) {
            interrupted = true;
            report(() -> tree.hurry(now()));
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
        Object _ = stopped.join();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void awaitStop() throws InterruptedException {
        boolean _ = awaitStop(Duration.ofNanos(Long.MAX_VALUE));
    }

    @Override
    public boolean awaitStop(Duration most) throws InterruptedException {
        try {
            Optional<EscalationException> failure =
                    stopped.get(TimeUnit.NANOSECONDS.convert(most), TimeUnit.NANOSECONDS);
            if (failure.isPresent()) {
                throw failure.get();
            }
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        stop(CLOSE_LIMIT);
    }

    @Override
    public Status status() {
        return phase.get() == Phase.STARTED ? coordinator.call(this::snapshot) : snapshot();
    }

    private Status snapshot() {
        return new Snapshot(effects, now()).of(tree.root());
    }

    @Override
    public boolean send(String path, Object message) {
        java.util.Objects.requireNonNull(message, "message");
        ServiceCell cell = effects.cell(path);
        if (cell == null) {
            throw refused(path, "because there is no such service");
        }
        Letterbox.Fate fate = cell.box.accept(message);
        String reason =
                switch (fate) {
                    case ACCEPTED -> "";
                    case DOWN -> "because the service is down";
                    case FULL -> "because too many messages wait for the service";
                    case OVER -> "because the service has ended";
                };
        if (fate == Letterbox.Fate.ACCEPTED) {
            return true;
        }
        if (cell.node.spec().mailbox().whileDown() != MailboxPolicy.WhileDown.DROP) {
            throw refused(path, reason);
        }
        hub.emit(new ServiceEvent.MessageDropped(path, at(), 1, reason));
        return false;
    }

    private MessageRefusedException refused(String path, String reason) {
        hub.emit(new ServiceEvent.MessageDropped(path, at(), 1, reason));
        return new MessageRefusedException("message to %s refused %s".formatted(path, reason));
    }

    @Override
    public void listen(ServiceListener listener) {
        hub.add(listener);
    }

    @Override
    public Flow.Publisher<ServiceEvent> events() {
        return hub.publisher();
    }

    @Override
    public void add(String supervisor, ChildSpec child) {
        change(supervisor, (node, time) -> tree.add(supervisorFor(node, child), child, time));
    }

    private static SupervisorNode supervisorFor(Node node, ChildSpec child) {
        if (!(node instanceof SupervisorNode supervisor)) {
            throw new IllegalArgumentException(node.path() + " is a service, not a supervisor");
        }
        supervisor.checkNew(child);
        return supervisor;
    }

    @Override
    public void remove(String path) {
        change(path, tree::remove);
    }

    @Override
    public void stopChild(String path) {
        change(path, tree::stopChild);
    }

    @Override
    public void startChild(String path) {
        change(path, tree::startChild);
    }

    @Override
    public void restartChild(String path) {
        change(path, tree::restartChild);
    }

    @Override
    public HostUpdate update(HostBuilder declaration) {
        SupervisorSpec next = declaration.root();
        if (!next.name().equals(tree.root().path())) {
            throw new IllegalArgumentException(
                    "a host named %s cannot become one named %s"
                            .formatted(tree.root().path(), next.name()));
        }
        return call(() -> {
            HostUpdate difference = HostUpdate.between(tree.root().declared(), next);
            HostSettings limits =
                    settings.withLimits(declaration.blockedAfter(), declaration.killWithin());
            if (!limits.equals(settings)) {
                difference = difference.withChanged(next.name());
                settings = limits;
            }
            tree.update(next, limits.killWithin(), now());
            return difference;
        });
    }

    private void change(String path, ObjLongConsumer<Node> change) {
        boolean _ =
                call(() -> {
                    change.accept(node(path), now());
                    return true;
                });
    }

    private <T> T call(Supplier<T> action) {
        if (phase.get() != Phase.STARTED) {
            throw new IllegalStateException("the host is not running");
        }
        return coordinator.call(() -> {
            if (tree.isFinished()) {
                throw new IllegalStateException("the host is not running");
            }
            return action.get();
        });
    }

    private Node node(String path) {
        Node node = tree.find(path);
        if (node == null) {
            throw new IllegalArgumentException("there is no " + path);
        }
        return node;
    }

    long now() {
        return settings.clock().nanos();
    }

    Instant wallTime() {
        return settings.clock().wall(origin);
    }

    Instant at() {
        return origin.plusNanos(now());
    }

    SupervisionTree tree() {
        return tree;
    }

    EventHub hub() {
        return hub;
    }

    HostSettings settings() {
        return settings;
    }

    void report(Runnable what) {
        boolean _ = coordinator.post(what);
    }

    void schedule(Runnable action, Duration delay) {
        coordinator.schedule(action, delay);
    }

    <R extends AutoCloseable> R resource(Class<R> type, Supplier<? extends R> create) {
        return type.cast(resources.computeIfAbsent(type, _ -> create.get()));
    }

    void happened(ServiceEvent event) {
        hub.emit(event);
        if (event instanceof ServiceEvent.Ready && event.path().equals(tree.root().path())) {
            ready.complete(true);
        }
    }

    void finished(@Nullable Throwable failure) {
        ready.complete(false);
        resources.values().forEach(RunningHost::close);
        coordinator.finish();
        Optional<EscalationException> escalation =
                failure instanceof EscalationException e ? Optional.of(e) : Optional.empty();
        CompletableFuture<?> _ =
                hub.close()
                        .completeOnTimeout(null, LAST_EVENTS.toMillis(), TimeUnit.MILLISECONDS)
                        .whenComplete((_, _) -> stopped.complete(escalation));
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            Log.warn("a resource of a host could not be closed", e);
        }
    }
}
