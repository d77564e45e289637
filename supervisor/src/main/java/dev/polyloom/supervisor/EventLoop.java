package dev.polyloom.supervisor;

import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * One thread that runs actions of services one after the other. An action must not block: a service
 * whose action keeps the loop too long is named in an event and held for crashed. What an action
 * throws is a crash of the service that gave it. Actions of a service that has ended are not run.
 * Safe for use by several threads.
 */
public interface EventLoop extends Executor {
    /**
     * Runs an action on the loop, after those that wait already.
     *
     * @param action the action
     */
    @Override
    void execute(Runnable action);

    /**
     * Runs an action on the loop, later.
     *
     * @param action the action
     * @param delay how much later at least
     */
    void schedule(Runnable action, Duration delay);
}
