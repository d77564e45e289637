package dev.polyloom;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** The flight recorder's event of a decision. */
@Name("dev.polyloom.Decision")
@Label("Decision")
@Category("Polyloom")
final class DecisionEvent extends Event {
    @Label("Scope")
    String scope = "";

    @Label("Flavor")
    String flavor = "";

    @Label("Reason")
    String reason = "";

    @Label("Detail")
    String detail = "";

    @Label("Workers")
    int workers;

    static void record(String scope, Decision decision) {
        DecisionEvent event = new DecisionEvent();
        if (event.shouldCommit()) {
            event.scope = scope;
            event.flavor = decision.flavor().id();
            event.reason = decision.reason().name();
            event.detail = decision.detail();
            event.workers = decision.workers();
            event.commit();
        }
    }
}
