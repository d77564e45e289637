package dev.polyloom.supervisor.tree;

import dev.polyloom.supervisor.ChildPolicy;
import dev.polyloom.supervisor.ChildSpec;
import dev.polyloom.supervisor.Restart;
import dev.polyloom.supervisor.ServiceEvent.Crashed;
import dev.polyloom.supervisor.ServiceEvent.Ready;
import dev.polyloom.supervisor.ServiceEvent.Restarted;
import dev.polyloom.supervisor.ServiceState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A service or supervisor in the tree: where it stands, and when it is started again. */
public abstract sealed class Node permits ServiceNode, SupervisorNode {
    private static final long NEVER = Long.MIN_VALUE;

    final SupervisionTree tree;
    final @Nullable SupervisorNode parent;
    ChildPolicy policy;
    private final String path;
    private ServiceState state = ServiceState.STOPPED;
    private @Nullable Throwable lastError;
    private Deadlines.@Nullable Deadline deadline;
    private long readyAt = NEVER;
    private long crashedAt = NEVER;
    private int attempt;
    private int restarts;
    private int incarnation;

    /** Its place among its siblings. */
    int index;

    /** Somebody stopped it, so it stays stopped. */
    boolean held;

    /** It is to start at once when it is down. */
    boolean again;

    /** It is to leave the tree when it is down. */
    boolean removed;

    /** What takes its place when it has left the tree. */
    @Nullable ChildSpec successor;

    /** It was not started since its supervisor was. */
    boolean fresh = true;

    Node(SupervisionTree tree, @Nullable SupervisorNode parent, String name, ChildPolicy policy) {
        this.tree = tree;
        this.parent = parent;
        this.path = parent == null ? name : parent.path() + "/" + name;
        this.policy = policy;
    }

    /** Returns the names from the root down to this. */
    public final String path() {
        return path;
    }

    /** Returns the last name of the path. */
    public final String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Returns where it stands. */
    public final ServiceState state() {
        return state;
    }

    /** Returns its last crash, or null. */
    public final @Nullable Throwable lastError() {
        return lastError;
    }

    /** Returns how often it was restarted after a crash of its own. */
    public final int restarts() {
        return restarts;
    }

    /** Returns the number of the present or last start, 0 before the first. */
    public final int incarnation() {
        return incarnation;
    }

    /** Returns how long it has been ready, 0 if it is not. */
    public final long uptime(long now) {
        return state == ServiceState.RUNNING ? now - readyAt : 0;
    }

    /** Starts it, whatever it was before, unless it lives. */
    abstract void launch();

    /** Stops it, or its pending start. */
    abstract void stop();

    /** Stops it by force, with all beneath it. */
    abstract void hurry();

    /** The deadline that it set has come. */
    abstract void due();

    final boolean isLive() {
        return switch (state) {
            case STARTING, RUNNING, STOPPING -> true;
            case STOPPED, WAITING, ENDED -> false;
        };
    }

    /** Tells whether what starts after it has to wait. */
    final boolean isPending() {
        return switch (state) {
            case STARTING, STOPPING, WAITING -> true;
            case STOPPED, RUNNING, ENDED -> false;
        };
    }

    final void enter(ServiceState next) {
        state = next;
        if (next == ServiceState.ENDED && this instanceof ServiceNode service) {
            tree.effects.over(service);
        }
    }

    final void setDeadline(Duration fromNow) {
        setDeadlineAt(Nanos.after(tree.now(), fromNow));
    }

    final void setDeadlineAt(long time) {
        clearDeadline();
        deadline = tree.deadlines.set(time, this);
    }

    final void clearDeadline() {
        if (deadline != null) {
            tree.deadlines.clear(deadline);
            deadline = null;
        }
    }

    final void deadlineCame() {
        deadline = null;
        due();
    }

    final void beginIncarnation() {
        clearDeadline();
        incarnation++;
        fresh = false;
        readyAt = NEVER;
        state = ServiceState.STARTING;
        if (parent != null) {
            parent.live++;
        }
    }

    final void endIncarnation() {
        clearDeadline();
        state = ServiceState.STOPPED;
        if (parent != null) {
            parent.live--;
        }
    }

    final void becomeReady() {
        state = ServiceState.RUNNING;
        readyAt = tree.now();
        tree.event(new Ready(path, tree.at(), incarnation));
        if (crashedAt != NEVER) {
            Duration downtime = Duration.ofNanos(tree.now() - crashedAt);
            crashedAt = NEVER;
            tree.event(new Restarted(path, tree.at(), restarts, downtime));
        }
        if (parent != null) {
            parent.childReady();
        }
    }

    final void crashed(Throwable cause) {
        lastError = cause;
        tree.event(new Crashed(path, tree.at(), cause));
    }

    /** Begins to wait for a start at a time that somebody else knows. */
    final void awaitStart() {
        state = ServiceState.WAITING;
    }

    final void launchAfter(Duration delay) {
        if (delay.isZero()) {
            launch();
        } else {
            awaitStart();
            setDeadline(delay);
        }
    }

    final void stopWaiting() {
        if (state == ServiceState.WAITING) {
            clearDeadline();
            state = ServiceState.STOPPED;
        }
    }

    /** Forgets earlier crashes, for the supervisor begins anew. */
    final void reset() {
        attempt = 0;
        crashedAt = NEVER;
        fresh = true;
        state = ServiceState.STOPPED;
    }

    final boolean mustRestart(@Nullable Throwable failure) {
        return switch (policy.restart()) {
            case PERMANENT -> true;
            case TRANSIENT -> failure != null;
            case TEMPORARY -> false;
        };
    }

    final boolean restartsWithSiblings() {
        return policy.restart() != Restart.TEMPORARY;
    }

    /** Counts a restart and returns how long to wait before it. */
    final Duration countRestart() {
        boolean healthy =
                readyAt != NEVER && tree.now() - readyAt >= Nanos.of(policy.healthyAfter());
        attempt = healthy ? 0 : attempt;
        restarts++;
        if (crashedAt == NEVER) {
            crashedAt = tree.now();
        }
        return policy.delay().before(attempt++, tree.random());
    }
}
