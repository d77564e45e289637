package dev.polyloom.supervisor.tree;

import dev.polyloom.supervisor.ChildSpec;
import dev.polyloom.supervisor.ServiceEvent;
import dev.polyloom.supervisor.ServiceSpec;
import dev.polyloom.supervisor.ServiceState;
import dev.polyloom.supervisor.SupervisorSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * All decisions of supervision: which children stop and start, in which order, when, and when a
 * supervisor gives up.
 *
 * <p>The tree knows no clock and no thread. Each call says what has happened and what time it is,
 * in nanoseconds since the origin; time never goes back. The answer goes to {@link TreeEffects},
 * before the call returns. Not for use by several threads at once.
 */
public final class SupervisionTree {
    final TreeEffects effects;
    final Deadlines deadlines = new Deadlines();
    Duration killWithin;
    boolean hurried;
    private final SupervisorNode root;
    private final Map<String, Node> nodes = new HashMap<>();
    private final DoubleSupplier random;
    private final Instant origin;
    private long now;
    private boolean finished;

    /**
     * Makes a tree in which nothing is started.
     *
     * @param spec the root
     * @param effects does what the tree wants
     * @param killWithin how long a killed service may take to end
     * @param random gives numbers of at least 0 and less than 1
     * @param origin the time that is 0
     */
    public SupervisionTree(
            SupervisorSpec spec,
            TreeEffects effects,
            Duration killWithin,
            DoubleSupplier random,
            Instant origin) {
        this.effects = effects;
        this.killWithin = killWithin;
        this.random = random;
        this.origin = origin;
        this.root = (SupervisorNode) node(null, spec);
    }

    /** Returns the root. */
    public SupervisorNode root() {
        return root;
    }

    /** Returns the node of a path. */
    public @Nullable Node find(String path) {
        return nodes.get(path);
    }

    /** Tells whether all has ended. */
    public boolean isFinished() {
        return finished;
    }

    /** Returns when {@link #advance} is to be called, {@link Long#MAX_VALUE} for never. */
    public long nextDeadline() {
        return deadlines.next();
    }

    /** Starts the root. */
    public void start(long time) {
        now = time;
        root.launch();
    }

    /** Lets time pass. */
    public void advance(long time) {
        now = time;
        for (Node due = deadlines.takeDue(now); due != null; due = deadlines.takeDue(now)) {
            due.deadlineCame();
        }
    }

    /** A service has begun to run. */
    public void started(ServiceNode service, int incarnation, long time) {
        now = time;
        if (service.incarnation() == incarnation) {
            service.started();
        }
    }

    /** A service is ready. */
    public void ready(ServiceNode service, int incarnation, long time) {
        now = time;
        if (service.incarnation() == incarnation && service.spec().readyWithin() != null) {
            service.ready();
        }
    }

    /** A service has ended: with a failure, or with none. */
    public void ended(
            ServiceNode service, int incarnation, @Nullable Throwable failure, long time) {
        now = time;
        if (service.incarnation() == incarnation) {
            service.ended(failure);
        }
    }

    /** A service that still runs must be held for crashed. */
    public void failing(ServiceNode service, int incarnation, Throwable cause, long time) {
        now = time;
        if (service.incarnation() == incarnation) {
            service.failing(cause);
        }
    }

    /** Stops the root in good order. */
    public void stop(long time) {
        now = time;
        if (root.isLive()) {
            root.stop();
        } else if (!finished && root.state() == ServiceState.STOPPED) {
            finish(null);
        }
    }

    /** Stops all by force, and all at once. */
    public void hurry(long time) {
        now = time;
        hurried = true;
        root.hurry();
    }

    /** Makes the tree what another declaration says; what is being killed keeps its time. */
    public void update(SupervisorSpec declared, Duration kill, long time) {
        now = time;
        killWithin = kill;
        root.update(declared);
    }

    /** Adds a child to a supervisor and starts it. */
    public void add(SupervisorNode supervisor, ChildSpec child, long time) {
        now = time;
        supervisor.add(child);
    }

    /** Stops a child and forgets it. */
    public void remove(Node child, long time) {
        now = time;
        parent(child).discard(child);
    }

    /** Stops a child, so that it stays stopped. */
    public void stopChild(Node child, long time) {
        now = time;
        parent(child).hold(child);
    }

    /** Starts a child that does not run. */
    public void startChild(Node child, long time) {
        now = time;
        parent(child).release(child);
    }

    /** Stops a child and starts it at once. */
    public void restartChild(Node child, long time) {
        now = time;
        parent(child).restart(child);
    }

    private static SupervisorNode parent(Node child) {
        if (child.parent == null) {
            throw new IllegalArgumentException(child.path() + " is the host");
        }
        return child.parent;
    }

    Node node(@Nullable SupervisorNode parent, ChildSpec spec) {
        Node node =
                switch (spec) {
                    case SupervisorSpec supervisor -> new SupervisorNode(this, parent, supervisor);
                    case ServiceSpec service when parent != null ->
                            new ServiceNode(this, parent, service);
                    case ServiceSpec _ -> throw new AssertionError("the root is a supervisor");
                };
        nodes.put(node.path(), node);
        if (node instanceof ServiceNode service) {
            effects.added(service);
        }
        return node;
    }

    void forget(Node node) {
        nodes.remove(node.path());
        switch (node) {
            case SupervisorNode supervisor -> supervisor.children().forEach(this::forget);
            case ServiceNode service -> effects.removed(service);
        }
    }

    void finish(@Nullable Throwable failure) {
        finished = true;
        effects.finished(failure);
    }

    void event(ServiceEvent event) {
        effects.event(event);
    }

    long now() {
        return now;
    }

    Instant at() {
        return origin.plusNanos(now);
    }

    double random() {
        return random.getAsDouble();
    }
}
