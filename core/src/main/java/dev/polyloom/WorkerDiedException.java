package dev.polyloom;

import java.util.List;

/** A worker process died while it ran a task. */
public final class WorkerDiedException extends PolyloomException {
    private static final long serialVersionUID = 1L;

    private final String worker;
    private final long pid;
    private final int exitCode;
    private final String reason;
    private final String task;
    private final List<String> stderrTail;

    /**
     * Makes an exception.
     *
     * @param worker the worker's name
     * @param pid its process id, or -1 if it never had one
     * @param exitCode its exit code; above 128 the signal that killed it plus 128; -1 if unknown
     * @param reason what ended it, such as {@code was killed by signal 9 (SIGKILL)}
     * @param task what it was running
     * @param stderrTail the last lines it wrote to its standard error
     */
    public WorkerDiedException(
            String worker,
            long pid,
            int exitCode,
            String reason,
            String task,
            List<String> stderrTail) {
        super(message(worker, pid, reason, task, stderrTail));
        this.worker = worker;
        this.pid = pid;
        this.exitCode = exitCode;
        this.reason = reason;
        this.task = task;
        this.stderrTail = List.copyOf(stderrTail);
    }

    private static String message(
            String worker, long pid, String reason, String task, List<String> stderrTail) {
        String head = "worker %s (pid %d) %s while it ran %s".formatted(worker, pid, reason, task);
        return stderrTail.isEmpty()
                ? head
                : head + "; its last words: " + String.join(" | ", stderrTail);
    }

    /**
     * Returns the worker's name.
     *
     * @return the name
     */
    public String worker() {
        return worker;
    }

    /**
     * Returns the worker's process id.
     *
     * @return the id, or -1 if it never had one
     */
    public long pid() {
        return pid;
    }

    /**
     * Returns the exit code; above 128 it is the signal plus 128, as shells print it.
     *
     * @return the exit code, or -1 if unknown
     */
    public int exitCode() {
        return exitCode;
    }

    /**
     * Returns the signal that killed the worker.
     *
     * @return the signal's number, or 0 if it ended otherwise
     */
    public int signal() {
        return exitCode > 128 ? exitCode - 128 : 0;
    }

    /**
     * Returns what ended it, such as {@code was killed by signal 9 (SIGKILL)}.
     *
     * @return the reason, in words
     */
    public String reason() {
        return reason;
    }

    /**
     * Returns what the worker was running.
     *
     * @return a description of the task
     */
    public String task() {
        return task;
    }

    /**
     * Returns the last lines of the worker's standard error.
     *
     * @return the lines, oldest first, possibly none
     */
    public List<String> stderrTail() {
        return stderrTail;
    }
}
