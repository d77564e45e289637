package dev.polyloom.supervisor;

import dev.polyloom.PolyloomException;
import java.util.List;

/** An external command has ended with another exit code than 0, or was killed. */
public final class CommandFailedException extends PolyloomException {
    private static final long serialVersionUID = 1L;
    private static final int SIGNALS = 128;

    private final int exitCode;
    private final String reason;
    private final List<String> stderrTail;

    /**
     * Makes an exception.
     *
     * @param command what was run
     * @param pid its process id
     * @param exitCode its exit code; above 128 the signal that killed it plus 128
     * @param reason what ended it, such as {@code was killed by signal 9 (SIGKILL)}
     * @param stderrTail the last lines it wrote to its standard error
     */
    public CommandFailedException(
            String command, long pid, int exitCode, String reason, List<String> stderrTail) {
        super(message(command, pid, reason, stderrTail));
        this.exitCode = exitCode;
        this.reason = reason;
        this.stderrTail = List.copyOf(stderrTail);
    }

    private static String message(
            String command, long pid, String reason, List<String> stderrTail) {
        String head = "command %s (pid %d) %s".formatted(command, pid, reason);
        return stderrTail.isEmpty()
                ? head
                : head + "; its last words: " + String.join(" | ", stderrTail);
    }

    /**
     * Returns the exit code; above 128 it is the signal plus 128, as shells print it.
     *
     * @return the exit code
     */
    public int exitCode() {
        return exitCode;
    }

    /**
     * Returns the signal that killed the command.
     *
     * @return the signal's number, or 0 if it ended otherwise
     */
    public int signal() {
        return exitCode > SIGNALS ? exitCode - SIGNALS : 0;
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
     * Returns the last lines of its standard error.
     *
     * @return the lines, oldest first, possibly none
     */
    public List<String> stderrTail() {
        return stderrTail;
    }
}
