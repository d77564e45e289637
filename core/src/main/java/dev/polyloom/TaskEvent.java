package dev.polyloom;

import dev.polyloom.spi.ScopeTask;
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

    static void record(String scope, ScopeTask<?> done) {
        TaskEvent event = new TaskEvent();
        if (event.shouldCommit()) {
            event.scope = scope;
            event.task = done.number();
            event.worker = done.worker();
            event.state = done.state().name();
            event.waited =
                    done.startedNanos() == 0 ? 0 : done.startedNanos() - done.submittedNanos();
            event.ran = done.ranNanos();
            event.commit();
        }
    }
}
