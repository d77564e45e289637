package dev.polyloom;

/**
 * Hears every decision of the scheduler, and every move of an automatic scope as a decision with
 * one {@linkplain Decision#moves() move}. Called by the thread that opens the scope, or by the one
 * that watches it; what it throws is logged and otherwise ignored.
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
