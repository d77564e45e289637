package dev.polyloom.process.child;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in words why a child process ended. */
public final class ExitReason {
    private static final int SIGNALS = 128;
    private static final int ABORT = 6;
    private static final int OUT_OF_MEMORY = 3;
    private static final Map<Integer, String> NAMES =
            Map.ofEntries(
                    Map.entry(1, "SIGHUP"),
                    Map.entry(2, "SIGINT"),
                    Map.entry(3, "SIGQUIT"),
                    Map.entry(4, "SIGILL"),
                    Map.entry(6, "SIGABRT"),
                    Map.entry(7, "SIGBUS"),
                    Map.entry(8, "SIGFPE"),
                    Map.entry(9, "SIGKILL"),
                    Map.entry(11, "SIGSEGV"),
                    Map.entry(13, "SIGPIPE"),
                    Map.entry(14, "SIGALRM"),
                    Map.entry(15, "SIGTERM"),
                    Map.entry(24, "SIGXCPU"),
                    Map.entry(31, "SIGSYS"));

    private ExitReason() {}

    /**
     * Describes an end.
     *
     * @param code the exit code as the JDK gives it, -1 if unknown
     * @param crash the signal that the JVM named in its crash report, or null
     * @param lastWords the last lines of standard error
     */
    public static String describe(int code, @Nullable String crash, List<String> lastWords) {
        if (crash != null) {
            return "crashed (" + crash + ")";
        }
        if (code < 0) {
            return "did not end, though it was killed";
        }
        if (code > SIGNALS) {
            return killedBy(code - SIGNALS);
        }
        boolean memory =
                code == OUT_OF_MEMORY
                        && lastWords.stream().anyMatch(l -> l.contains("OutOfMemoryError"));
        return "exited with code " + code + (memory ? " (out of memory)" : "");
    }

    private static String killedBy(int signal) {
        if (signal == ABORT) {
            return "crashed (SIGABRT)";
        }
        String name = NAMES.get(signal);
        return "was killed by signal " + signal + (name == null ? "" : " (" + name + ")");
    }
}
