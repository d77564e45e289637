package dev.polyloom;

/**
 * Hears what happens in a scope. Called by worker and pool threads, several at once; should return
 * soon. What it throws is logged and otherwise ignored.
 */
@FunctionalInterface
public interface ScopeListener {
    /**
     * Takes an event.
     *
     * @param event the event
     */
    void on(ScopeEvent event);
}
