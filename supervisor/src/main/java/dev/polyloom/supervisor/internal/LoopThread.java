package dev.polyloom.supervisor.internal;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * A thread that runs actions of services one after the other, and a watch over it. The watch looks
 * at fixed intervals from the begin of an action on, until it finds none; one that it sees twice
 * blocks the loop.
 */
final class LoopThread implements AutoCloseable {
    private static final class Step {
        final @Nullable ServiceOnLoop owner;
        final Runnable action;
        boolean told;

        Step(@Nullable ServiceOnLoop owner, Runnable action) {
            this.owner = owner;
            this.action = action;
        }
    }

    private final String name;
    private final LinkedBlockingQueue<Step> waiting = new LinkedBlockingQueue<>();
    private Thread thread;
    private @Nullable Step running;
    private @Nullable Step seen;
    private boolean watched;
    private boolean closed;

    LoopThread(String name) {
        this.name = name;
        this.thread = newThread();
        thread.start();
    }

    private Thread newThread() {
        return Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    void post(ServiceOnLoop owner, Runnable action) {
        waiting.add(new Step(owner, action));
    }

    private void watchLater(ServiceOnLoop owner) {
        Duration interval = owner.launch().blockedAfter();
        owner.launch().schedule(() -> look(owner, interval), interval);
    }

    private void look(ServiceOnLoop scheduler, Duration interval) {
        ServiceOnLoop blocking = null;
        boolean more;
        String activity = "";
        synchronized (this) {
            if (running != null && running == seen && !running.told) {
                running.told = true;
                blocking = running.owner;
                activity = Stacks.of(thread);
            }
            seen = running;
            more = running != null;
            watched = more;
        }
        if (blocking != null) {
            blocking.launch().blocked(interval, activity);
        }
        if (more) {
            watchLater(scheduler);
        }
    }

    /** Tells whether an action of a service is running. */
    synchronized boolean isBusyWith(ServiceOnLoop owner) {
        return isRunning(owner);
    }

    /** Interrupts the action of a service if it is running. */
    synchronized boolean interrupt(ServiceOnLoop owner) {
        boolean runs = isRunning(owner);
        if (runs) {
            thread.interrupt();
        }
        return runs;
    }

    synchronized String activity(ServiceOnLoop owner) {
        return isRunning(owner) ? Stacks.of(thread) : "";
    }

    /** Leaves the thread to a service that does not return, and gives the others a new one. */
    synchronized void leaveTo(ServiceOnLoop owner) {
        if (isRunning(owner)) {
            running = null;
            thread = newThread();
            thread.start();
        }
    }

    private boolean isRunning(ServiceOnLoop owner) {
        return running != null && running.owner == owner;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        waiting.add(new Step(null, () -> {}));
    }

    private void run() {
        while (isCurrent()) {
            try {
                Step step = waiting.take();
                ServiceOnLoop owner = step.owner;
                if (owner != null && begin(step, owner)) {
                    step.action.run();
                    end();
                    owner.stepDone();
                }
            } catch (InterruptedException e) {
                // was for an action that has returned meanwhile; what waits is still there
            }
        }
    }

    private synchronized boolean isCurrent() {
        return Thread.currentThread().equals(thread) && !closed;
    }

    private boolean begin(Step step, ServiceOnLoop owner) {
        boolean watch;
        synchronized (this) {
            if (!isCurrent()) {
                return false;
            }
            running = step;
            watch = !watched;
            watched = true;
        }
        if (watch) {
            watchLater(owner);
        }
        return true;
    }

    private synchronized void end() {
        if (Thread.currentThread().equals(thread)) {
            running = null;
        }
    }
}
