package dev.polyloom;

import dev.polyloom.spi.TaskTiming;
import java.util.concurrent.Future;
import jdk.jfr.FlightRecorder;

/**
 * Tells the flight recorder what happens, if it is there. Without it no class of an event may be
 * touched: its initialisation would load the whole recorder.
 */
final class Recorder {
    private Recorder() {}

    static void decided(String scope, Decision decision) {
        if (FlightRecorder.isInitialized()) {
            DecisionEvent.record(scope, decision);
        }
    }

    /** Tells whether a recording wants to hear of tasks. */
    static boolean wantsTasks() {
        return FlightRecorder.isInitialized() && TaskEvent.enabled();
    }

    static void ended(String scope, Future.State state, TaskTiming timing) {
        if (FlightRecorder.isInitialized()) {
            TaskEvent.record(scope, state, timing);
        }
    }
}
