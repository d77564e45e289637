package dev.polyloom.process.pool;

import dev.polyloom.WorkerDiedException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * How a worker ended, and what its tasks are told.
 *
 * @param link the worker
 * @param code its exit code, -1 if unknown
 * @param reason why it ended
 * @param lastWords the last lines of its standard error
 * @param startFailure what its initializer threw, or null
 */
record WorkerDeath(
        WorkerLink link,
        int code,
        String reason,
        List<String> lastWords,
        @Nullable Throwable startFailure) {

    /** Fails a task that it ran. */
    void bereave(PoolTask task) {
        if (task.timedOut) {
            timeOut(task, link);
            return;
        }
        String what = TaskNames.describe(task.task());
        task.task().fail(died(reason, what));
    }

    /** Fails a task that ran too long. */
    static void timeOut(PoolTask task, WorkerLink link) {
        String detail =
                "%s; worker %s (pid %d) was killed"
                        .formatted(TaskNames.describe(task.task()), link.name(), link.pid());
        task.task().timeOut(detail);
        // the future has completed; this ends the task
        task.task().fail(new CancellationException());
    }

    /** Fails a task that no worker could be started for. */
    void failQueued(PoolTask task) {
        if (startFailure != null) {
            task.task().fail(startFailure);
            return;
        }
        String why =
                "%s before it was ready, the last of %d or more in a row,"
                        .formatted(reason, Fleet.MAX_FAILED_STARTS);
        String what = "no task yet; in the queue was " + TaskNames.describe(task.task());
        task.task().fail(died(why, what));
    }

    /** Returns what those get who talked to it. */
    WorkerDiedException toPeers() {
        return died(reason, "what came through its pipes");
    }

    private WorkerDiedException died(String why, String what) {
        return new WorkerDiedException(link.name(), link.pid(), code, why, what, lastWords);
    }

    @Override
    public String toString() {
        return "worker %s (pid %d) %s".formatted(link.name(), link.pid(), reason);
    }
}
