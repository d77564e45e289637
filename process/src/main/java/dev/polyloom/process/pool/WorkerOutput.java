package dev.polyloom.process.pool;

import dev.polyloom.process.child.OutputPump;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a worker process writes, on its way to our own streams.
 *
 * @param out its standard output
 * @param err its standard error
 */
record WorkerOutput(OutputPump out, OutputPump err) {
    private static final Duration LAST_WORDS = Duration.ofMillis(500);

    static WorkerOutput of(String worker, Process process) {
        String prefix = "[" + worker + "] ";
        return new WorkerOutput(
                OutputPump.start(
                        "polyloom-" + worker + "-out",
                        process.getInputStream(),
                        line -> System.out.println(prefix + line)),
                OutputPump.start(
                        "polyloom-" + worker + "-err",
                        process.getErrorStream(),
                        line -> System.err.println(prefix + line)));
    }

    /** Waits a while for what a process that has ended may have left in its pipes. */
    void awaitDrained() {
        err.awaitDrained(LAST_WORDS);
        out.awaitDrained(LAST_WORDS);
    }

    /** Returns the last lines of standard error, oldest first. */
    List<String> lastWords() {
        return err.tail();
    }

    /** Returns the signal that the JVM named in its crash report, or null. */
    @Nullable String crash() {
        String crash = out.crash();
        return crash != null ? crash : err.crash();
    }
}
