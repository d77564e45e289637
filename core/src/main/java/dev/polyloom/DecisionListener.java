package dev.polyloom;

/**
 * Hears every decision of the scheduler. Called by the thread that opens the scope; what it throws
 * is logged and otherwise ignored.
 */
@FunctionalInterface
public interface DecisionListener {
    /**
     * Takes a decision.
     *
     * @param scope the name of the scope it was made for
     * @param decision the decision
     */
    void decided(String scope, Decision decision);
}
