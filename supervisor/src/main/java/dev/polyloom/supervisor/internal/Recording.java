package dev.polyloom.supervisor.internal;

import dev.polyloom.supervisor.ServiceEvent;
import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** The flight recorder's event of what happens in a host. */
@Name("dev.polyloom.Service")
@Label("Service")
@Category("Polyloom")
@StackTrace(false)
final class Recording extends Event {
    @Label("Path")
    String path = "";

    @Label("Kind")
    String kind = "";

    @Label("Detail")
    String detail = "";

    /** Tells the recorder, if it is there; without it no event class may be initialised. */
    static final class Recorder {
        private Recorder() {}

        static void record(ServiceEvent event) {
            if (FlightRecorder.isInitialized()) {
                commit(event);
            }
        }
    }

    private static void commit(ServiceEvent event) {
        Recording recording = new Recording();
        if (recording.shouldCommit()) {
            recording.path = event.path();
            recording.kind = event.getClass().getSimpleName();
            recording.detail = event.toString();
            recording.commit();
        }
    }
}
