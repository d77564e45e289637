package dev.polyloom.supervisor.tree;

import dev.polyloom.supervisor.ServiceEvent.Abandoned;
import dev.polyloom.supervisor.ServiceEvent.Killed;
import dev.polyloom.supervisor.ServiceEvent.Started;
import dev.polyloom.supervisor.ServiceEvent.Starting;
import dev.polyloom.supervisor.ServiceEvent.Stopped;
import dev.polyloom.supervisor.ServiceEvent.Stopping;
import dev.polyloom.supervisor.ServiceSpec;
import dev.polyloom.supervisor.ServiceStalledException;
import dev.polyloom.supervisor.ServiceState;
import dev.polyloom.supervisor.internal.Texts;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A service in the tree.
 *
 * <pre>
 *          launch            started, ready            stop, failing
 * STOPPED --------> STARTING ---------------> RUNNING ---------------> STOPPING -- kill -- abandon
 *    ^ WAITING         |                         |                        |           |       |
 *    |   ^             +-------------------------+------------------------+-----------+-------+
 *    |   |                                       | ended
 *    +---+------------ the supervisor decides <--+----> ENDED
 * </pre>
 */
public final class ServiceNode extends Node {
    private ServiceSpec spec;
    private @Nullable ServiceSpec next;
    private final SupervisorNode supervisor;
    private boolean begun;
    private boolean killed;
    private @Nullable Throwable condemned;

    ServiceNode(SupervisionTree tree, SupervisorNode parent, ServiceSpec spec) {
        super(tree, parent, spec.name(), spec.policy());
        this.spec = spec;
        this.supervisor = parent;
    }

    /** Returns the service as declared. */
    public ServiceSpec spec() {
        return spec;
    }

    /** Returns what it is to be, now or at its next start. */
    ServiceSpec declared() {
        return next == null ? spec : next;
    }

    /** Makes it another service of the same name: at its next start, at once unless it lives. */
    void become(ServiceSpec declared) {
        next = declared;
        if (!isLive()) {
            change();
        }
    }

    private void change() {
        if (next != null) {
            spec = next;
            policy = next.policy();
            next = null;
            tree.effects.changed(this);
        }
    }

    @Override
    void launch() {
        change();
        beginIncarnation();
        begun = false;
        killed = false;
        condemned = null;
        tree.event(new Starting(path(), tree.at(), incarnation()));
        if (spec.readyWithin() != null) {
            setDeadline(spec.readyWithin());
        }
        tree.effects.launch(this);
    }

    void started() {
        if (state() == ServiceState.STARTING && !begun) {
            begun = true;
            tree.event(new Started(path(), tree.at(), incarnation()));
            if (spec.readyWithin() == null) {
                enterReady();
            }
        }
    }

    void ready() {
        if (state() == ServiceState.STARTING) {
            started();
            if (state() == ServiceState.STARTING) {
                enterReady();
            }
        }
    }

    private void enterReady() {
        clearDeadline();
        if (spec.heartbeat() != null) {
            setDeadline(spec.heartbeat());
        }
        becomeReady();
    }

    void ended(@Nullable Throwable failure) {
        if (!isLive()) {
            return;
        }
        boolean asked = state() == ServiceState.STOPPING;
        endIncarnation();
        tree.effects.down(this);
        if (condemned != null) {
            supervisor.childDown(this, condemned);
        } else {
            if (!asked && failure != null) {
                crashed(failure);
            } else {
                tree.event(new Stopped(path(), tree.at(), failure));
            }
            supervisor.childDown(this, asked ? null : failure);
        }
    }

    void failing(Throwable cause) {
        if (state() == ServiceState.STARTING || state() == ServiceState.RUNNING) {
            condemned = cause;
            enter(ServiceState.STOPPING);
            crashed(cause);
            tree.effects.cancel(this);
            kill();
        }
    }

    @Override
    void stop() {
        stopWaiting();
        if (state() == ServiceState.STARTING || state() == ServiceState.RUNNING) {
            enter(ServiceState.STOPPING);
            tree.event(new Stopping(path(), tree.at()));
            tree.effects.cancel(this);
            if (spec.stopWithin().isZero()) {
                kill();
            } else {
                setDeadline(spec.stopWithin());
            }
        }
    }

    @Override
    void hurry() {
        stop();
        if (isLive() && !killed) {
            kill();
        }
    }

    private void kill() {
        killed = true;
        setDeadline(tree.killWithin);
        tree.event(new Killed(path(), tree.at()));
        tree.effects.kill(this);
    }

    @Override
    void due() {
        switch (state()) {
            case WAITING -> launch();
            case STARTING -> failing(stalled("is not ready within", spec.readyWithin()));
            case RUNNING -> checkHeartbeat();
            case STOPPING -> {
                if (killed) {
                    tree.event(new Abandoned(path(), tree.at(), tree.effects.abandon(this)));
                    ended(null);
                } else {
                    kill();
                }
            }
            case STOPPED, ENDED -> {}
        }
    }

    private void checkHeartbeat() {
        Duration most = spec.heartbeat();
        if (most != null) {
            long silent = tree.now() - tree.effects.lastBeat(this);
            Duration left = most.minusNanos(silent);
            if (left.isPositive()) {
                setDeadline(left);
            } else {
                failing(stalled("gave no sign of life for", most));
            }
        }
    }

    private ServiceStalledException stalled(String what, @Nullable Duration limit) {
        String time = limit == null ? "" : Texts.time(limit);
        return new ServiceStalledException("%s %s %s".formatted(path(), what, time));
    }
}
