package dev.polyloom;

import dev.polyloom.spi.TaskTiming;
import java.util.concurrent.Future;
import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** The flight recorder's event of a task that has completed. */
@Name("dev.polyloom.Task")
@Label("Task")
@Category("Polyloom")
@StackTrace(false)
final class TaskEvent extends Event {
    @Label("Scope")
    String scope = "";

    @Label("Task")
    long task;

    @Label("Worker")
    String worker = "";

    @Label("State")
    String state = "";

    @Label("Waited")
    @Timespan(Timespan.NANOSECONDS)
    long waited;

    @Label("Ran")
    @Timespan(Timespan.NANOSECONDS)
    long ran;

    static boolean enabled() {
        return new TaskEvent().isEnabled();
    }

    static void record(String scope, Future.State state, TaskTiming timing) {
        TaskEvent event = new TaskEvent();
        if (event.shouldCommit()) {
            event.scope = scope;
            event.task = timing.number();
            event.worker = timing.worker();
            event.state = state.name();
            event.waited = timing.waitedNanos();
            event.ran = timing.ranNanos();
            event.commit();
        }
    }
}
