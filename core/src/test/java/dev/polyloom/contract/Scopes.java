package dev.polyloom.contract;

import static dev.polyloom.contract.Bodies.occupying;

import dev.polyloom.Scope;
import java.util.concurrent.Future;

/** What a flavor under contract gives to the test bodies. */
public interface Scopes {
    /**
     * Opens a scope that the test need not close.
     *
     * @param workers how many tasks may run at once
     * @return the scope
     */
    Scope open(int workers);

    /**
     * Makes a closed gate, which is opened when the test ends, so that no task outlives it.
     *
     * @return a new gate
     */
    Gate gate();

    /**
     * Occupies the only worker of a scope.
     *
     * @param scope a scope of one worker
     * @param release lets the worker go
     * @return the future of the occupying task, which runs
     */
    default Future<?> occupy(Scope scope, Gate release) {
        Gate started = gate();
        Future<?> future = scope.submit(occupying(started, release));
        started.expectOpen();
        return future;
    }
}
