package dev.polyloom.supervisor.tree;

import dev.polyloom.PolyloomException;
import dev.polyloom.supervisor.ChildSpec;
import dev.polyloom.supervisor.EscalationException;
import dev.polyloom.supervisor.ServiceEvent.Escalated;
import dev.polyloom.supervisor.ServiceEvent.GaveUp;
import dev.polyloom.supervisor.ServiceEvent.Restarting;
import dev.polyloom.supervisor.ServiceEvent.Started;
import dev.polyloom.supervisor.ServiceEvent.Starting;
import dev.polyloom.supervisor.ServiceEvent.Stopped;
import dev.polyloom.supervisor.ServiceEvent.Stopping;
import dev.polyloom.supervisor.ServiceState;
import dev.polyloom.supervisor.Strategy;
import dev.polyloom.supervisor.SupervisorSpec;
import dev.polyloom.supervisor.internal.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor in the tree.
 *
 * <p>A live supervisor is in one of five phases. In {@code STARTING} it starts its children one by
 * one: the cursor is at the child that all later ones wait for. {@code STOPPING} walks the other
 * way, down to the first child of the group that is to be restarted, and {@code DELAYED} waits
 * until the group may start. {@code SHUTDOWN} stops all for good. In {@code UP} nothing is under
 * way, save what single children do. What ends in {@code STOPPING} or {@code SHUTDOWN} ends because
 * it shall; every other end is judged.
 */
public final class SupervisorNode extends Node {
    private enum Phase {
        UP,
        STARTING,
        STOPPING,
        DELAYED,
        SHUTDOWN
    }

    private SupervisorSpec spec;
    private @Nullable SupervisorSpec next;
    private final List<Node> children = new ArrayList<>();
    private RestartWindow window;
    private Phase phase = Phase.UP;
    private int cursor;
    private int groupFrom;
    private long groupDue;

    /** The child that a start had come to when the restart of a group broke into it. */
    private int brokenAt = Integer.MAX_VALUE;

    private @Nullable Throwable exit;
    private boolean walking;

    /** How many children live. */
    int live;

    SupervisorNode(SupervisionTree tree, @Nullable SupervisorNode parent, SupervisorSpec spec) {
        super(tree, parent, spec.name(), spec.policy());
        this.spec = spec;
        this.window = new RestartWindow(spec.intensity());
        spec.children().forEach(this::append);
    }

    /** Returns the supervisor as declared. */
    public SupervisorSpec spec() {
        return spec;
    }

    /** Returns what it is to be, now or when its group starts again. */
    public SupervisorSpec declared() {
        return next == null ? spec : next;
    }

    /** Returns the children in the order of starting. The list changes with the tree. */
    public List<Node> children() {
        return children;
    }

    Node append(ChildSpec child) {
        Node node = tree.node(this, child);
        node.index = children.size();
        children.add(node);
        return node;
    }

    /** Checks whether a child could be added. */
    public void checkNew(ChildSpec child) {
        if (tree.find(path() + "/" + child.name()) != null) {
            throw new IllegalArgumentException(
                    "%s has a child named %s".formatted(path(), child.name()));
        }
        for (String before : child.policy().after()) {
            if (tree.find(path() + "/" + before) == null) {
                throw new IllegalArgumentException(
                        "%s shall start after %s, which is not in %s"
                                .formatted(child.name(), before, path()));
            }
        }
    }

    void add(ChildSpec child) {
        Node node = append(child);
        if (startsAlone(node)) {
            node.launch();
        }
    }

    @Override
    void launch() {
        beginIncarnation();
        window.clear();
        exit = null;
        brokenAt = Integer.MAX_VALUE;
        tree.event(new Starting(path(), tree.at(), incarnation()));
        tree.event(new Started(path(), tree.at(), incarnation()));
        children.forEach(Node::reset);
        startFrom(0);
    }

    private void startFrom(int first) {
        phase = Phase.STARTING;
        cursor = Math.min(first, brokenAt);
        brokenAt = Integer.MAX_VALUE;
        if (next == null) {
            continueStarting();
        } else {
            become(next);
        }
    }

    void childReady() {
        continueStarting();
    }

    private void continueStarting() {
        if (walking || phase != Phase.STARTING) {
            return;
        }
        walking = true;
        boolean done = startChildren();
        walking = false;
        if (done) {
            phase = Phase.UP;
            if (state() == ServiceState.STARTING) {
                becomeReady();
            }
        }
    }

    private boolean startChildren() {
        while (cursor < children.size()) {
            Node child = children.get(cursor);
            if (child.state() == ServiceState.STOPPED && !child.held) {
                child.launch();
            }
            if (child.isPending() && spec.strategy() != Strategy.DYNAMIC) {
                return false;
            }
            cursor++;
        }
        return true;
    }

    /** Hears that a child has ended: with a failure, or with none. */
    void childDown(Node child, @Nullable Throwable failure) {
        if (child.removed) {
            remove(child);
            continuePhase();
        } else if (stopsGroupWith(child)) {
            child.again = false;
            continuePhase();
        } else if (child.again) {
            child.again = false;
            child.launch();
        } else if (child.held) {
            continuePhase();
        } else {
            judge(child, failure);
        }
    }

    private boolean stopsGroupWith(Node child) {
        return phase == Phase.SHUTDOWN || (phase == Phase.STOPPING && child.index >= groupFrom);
    }

    private void continuePhase() {
        switch (phase) {
            case STARTING -> continueStarting();
            case STOPPING, SHUTDOWN -> continueStopping();
            case UP, DELAYED -> {}
        }
    }

    private void judge(Node child, @Nullable Throwable failure) {
        if (!child.mustRestart(failure)) {
            child.enter(ServiceState.ENDED);
            finished(child);
        } else if (!window.admits(tree.now())) {
            child.enter(ServiceState.ENDED);
            escalate(child, failure);
        } else {
            Duration delay = child.countRestart();
            tree.event(new Restarting(child.path(), tree.at(), delay, child.restarts()));
            switch (spec.strategy()) {
                case ONE_FOR_ONE, DYNAMIC -> child.launchAfter(delay);
                case ONE_FOR_ALL -> restartFrom(0, delay);
                case REST_FOR_ONE -> restartFrom(child.index, delay);
            }
        }
    }

    private void finished(Node child) {
        if (child.policy.significant() && endsWith()) {
            tree.event(new Stopping(path(), tree.at()));
            shutdown(null);
        } else {
            if (spec.strategy() == Strategy.DYNAMIC) {
                remove(child);
            }
            continuePhase();
        }
    }

    private boolean endsWith() {
        return switch (spec.autoShutdown()) {
            case NEVER -> false;
            case ANY_SIGNIFICANT -> true;
            case ALL_SIGNIFICANT ->
                    children.stream()
                            .filter(child -> child.policy.significant())
                            .allMatch(child -> child.state() == ServiceState.ENDED);
        };
    }

    private void escalate(Node child, @Nullable Throwable failure) {
        Throwable cause =
                failure != null
                        ? failure
                        : new PolyloomException(child.path() + " ended, and is to run always");
        tree.event(new GaveUp(child.path(), tree.at(), cause));
        EscalationException exception =
                new EscalationException(
                        "%s gave up at the end of %s: more than %d restarts within %s"
                                .formatted(
                                        path(),
                                        child.path(),
                                        spec.intensity().restarts(),
                                        Texts.time(spec.intensity().window())),
                        cause);
        tree.event(new Escalated(path(), tree.at(), exception));
        shutdown(exception);
    }

    private void restartFrom(int first, Duration delay) {
        boolean more = phase == Phase.STOPPING || phase == Phase.DELAYED;
        long due = Nanos.after(tree.now(), delay);
        brokenAt = phase == Phase.STARTING ? cursor : brokenAt;
        groupFrom = first;
        groupDue = more ? Math.max(groupDue, due) : due;
        beginStopping(Phase.STOPPING);
    }

    private void shutdown(@Nullable Throwable failure) {
        exit = failure;
        enter(ServiceState.STOPPING);
        groupFrom = 0;
        beginStopping(Phase.SHUTDOWN);
    }

    private void beginStopping(Phase next) {
        clearDeadline();
        phase = next;
        cursor = children.size() - 1;
        continueStopping();
    }

    private void continueStopping() {
        if (walking) {
            return;
        }
        walking = true;
        boolean atOnce = tree.hurried || spec.strategy() == Strategy.DYNAMIC;
        boolean done = atOnce ? stopAllAtOnce() : stopChildren();
        walking = false;
        if (done && phase == Phase.SHUTDOWN) {
            down();
        } else if (done) {
            groupStopped();
        }
    }

    private boolean stopChildren() {
        cursor = Math.min(cursor, children.size() - 1);
        while (cursor >= groupFrom) {
            Node child = children.get(cursor);
            child.stop();
            if (child.isLive()) {
                return false;
            }
            cursor--;
        }
        return true;
    }

    private boolean stopAllAtOnce() {
        if (cursor >= 0) {
            cursor = -1;
            List.copyOf(children).forEach(tree.hurried ? Node::hurry : Node::stop);
        }
        return live == 0;
    }

    private void groupStopped() {
        boolean later = groupDue > tree.now();
        for (Node child : children.subList(groupFrom, children.size())) {
            if (!child.fresh && !child.restartsWithSiblings()) {
                child.enter(ServiceState.ENDED);
            } else if (!child.held && later) {
                child.awaitStart();
            } else {
                child.enter(ServiceState.STOPPED);
            }
        }
        if (later) {
            phase = Phase.DELAYED;
            setDeadlineAt(groupDue);
        } else {
            startFrom(groupFrom);
        }
    }

    private void down() {
        phase = Phase.UP;
        endIncarnation();
        if (next != null) {
            become(next);
        }
        if (exit == null) {
            tree.event(new Stopped(path(), tree.at(), null));
        } else {
            crashed(exit);
        }
        if (parent == null) {
            tree.finish(exit);
        } else {
            parent.childDown(this, exit);
        }
    }

    @Override
    void due() {
        if (state() == ServiceState.WAITING) {
            launch();
        } else if (phase == Phase.DELAYED) {
            children.forEach(Node::stopWaiting);
            startFrom(groupFrom);
        }
    }

    @Override
    void stop() {
        stopWaiting();
        if (isLive() && phase != Phase.SHUTDOWN) {
            tree.event(new Stopping(path(), tree.at()));
            shutdown(null);
        }
    }

    @Override
    void hurry() {
        stop();
        if (isLive()) {
            cursor = children.size() - 1;
            continueStopping();
        }
    }

    void hold(Node child) {
        child.held = true;
        child.again = false;
        if (child.isLive()) {
            child.stop();
        } else {
            child.stopWaiting();
            child.enter(ServiceState.STOPPED);
            continuePhase();
        }
    }

    void release(Node child) {
        child.held = false;
        if (child.state() == ServiceState.STOPPING) {
            child.again = true;
        } else if (!child.isLive() && startsAlone(child)) {
            child.launch();
        } else if (child.state() == ServiceState.ENDED) {
            child.enter(ServiceState.STOPPED);
        }
    }

    void restart(Node child) {
        if (child.isLive() && child.state() != ServiceState.STOPPING) {
            child.held = false;
            child.again = true;
            child.stop();
        } else {
            release(child);
        }
    }

    void discard(Node child) {
        child.removed = true;
        if (child.isLive()) {
            child.stop();
        } else {
            child.stopWaiting();
            remove(child);
            continuePhase();
        }
    }

    /** Makes it what another declaration says: now, or when its group starts again. */
    void update(SupervisorSpec declared) {
        if (isLive() && phase != Phase.UP && phase != Phase.STARTING) {
            next = declared;
        } else {
            become(declared);
        }
    }

    private void become(SupervisorSpec declared) {
        SupervisorSpec before = spec;
        next = null;
        spec = declared;
        policy = declared.policy();
        if (!before.intensity().equals(declared.intensity())) {
            window = new RestartWindow(declared.intensity());
        }
        cursor = 0;
        phase = isLive() ? Phase.STARTING : Phase.UP;
        walking = true;
        new Redeclaration(this, before).apply();
        walking = false;
        continuePhase();
    }

    /** Tells each child its place. */
    void number() {
        for (int i = 0; i < children.size(); i++) {
            children.get(i).index = i;
        }
    }

    /** Tells whether a child can start now, for no start of a group will come to it. */
    private boolean startsAlone(Node child) {
        return isLive()
                && switch (phase) {
                    case UP -> true;
                    case STARTING -> child.index <= cursor;
                    case STOPPING, DELAYED -> child.index < groupFrom;
                    case SHUTDOWN -> false;
                };
    }

    private void remove(Node child) {
        tree.forget(child);
        if (child.successor == null) {
            children.remove(child.index);
            cursor -= child.index < cursor ? 1 : 0;
            groupFrom -= child.index < groupFrom ? 1 : 0;
            brokenAt -= child.index < brokenAt && brokenAt < Integer.MAX_VALUE ? 1 : 0;
            number();
        } else {
            Node successor = tree.node(this, child.successor);
            successor.index = child.index;
            children.set(child.index, successor);
            if (startsAlone(successor)) {
                successor.launch();
            }
        }
    }
}
