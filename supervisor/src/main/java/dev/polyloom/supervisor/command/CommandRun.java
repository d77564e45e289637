package dev.polyloom.supervisor.command;

import dev.polyloom.process.child.ExitReason;
import dev.polyloom.process.child.OutputPump;
import dev.polyloom.supervisor.CommandFailedException;
import dev.polyloom.supervisor.ServiceContext;
import java.io.BufferedWriter;
import java.io.File;
import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One run of an external command, in the thread that waits for its end. */
public final class CommandRun {
    private static final Duration LAST_WORDS = Duration.ofMillis(500);
    private static final long KILLED_SECONDS = 5;
    private static final int TERMINATED = 143;

    private final ProcessBuilder builder;
    private final String name;
    private final @Nullable File file;
    private final @Nullable Pattern readyOn;
    private final ServiceContext context;
    private final System.Logger logger;

    /**
     * Makes a run.
     *
     * @param builder command line, environment and folder
     * @param file where its output goes, null for the log
     * @param readyOn in which line it says that it is ready, null if it is when it begins
     * @param context of the service
     */
    public CommandRun(
            ProcessBuilder builder,
            @Nullable File file,
            @Nullable Pattern readyOn,
            ServiceContext context) {
        this.builder = builder;
        this.name = String.join(" ", builder.command());
        this.file = file;
        this.readyOn = readyOn;
        this.context = context;
        this.logger = context.logger();
    }

    /**
     * Runs the command to its end.
     *
     * @throws CommandFailedException if it ends badly
     * @throws InterruptedException if the thread is interrupted, in which case the command is
     *     killed
     * @throws IOException if it cannot be started
     */
    public void run() throws IOException, InterruptedException {
        try (BufferedWriter writer = file == null ? null : append(file)) {
            Process process = Guardian.ofThisJvm().start(builder);
            OutputPump out = pump(process.getInputStream(), "out", sink(writer, Level.INFO));
            OutputPump err = pump(process.getErrorStream(), "err", sink(writer, Level.WARNING));
            try {
                begun(process);
                int code = process.waitFor();
                // what it left behind holds its pipes
                Guardian.ofThisJvm().end(process);
                out.awaitDrained(LAST_WORDS);
                err.awaitDrained(LAST_WORDS);
                judge(process, code, err);
            } finally {
                if (process.isAlive()) {
                    kill(process);
                }
                Guardian.ofThisJvm().end(process);
            }
        }
    }

    private void begun(Process process) {
        if (readyOn == null) {
            context.ready();
        }
        // destroy() of the process itself would close its pipes before its last words
        ProcessHandle handle = process.toHandle();
        context.token().cancelled().thenRun(handle::destroy);
    }

    private void judge(Process process, int code, OutputPump err) {
        boolean asked = context.token().isCancelled() && code == TERMINATED;
        if (code != 0 && !asked) {
            String reason = ExitReason.describe(code, null, err.tail());
            throw new CommandFailedException(name, process.pid(), code, reason, err.tail());
        }
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        boolean interrupted = Thread.interrupted();
        try {
            boolean _ = process.waitFor(KILLED_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    // ---- what it writes

    private OutputPump pump(InputStream in, String stream, Consumer<String> sink) {
        return OutputPump.start(
                context.path() + "-" + stream,
                in,
                line -> {
                    context.heartbeat();
                    if (readyOn != null && readyOn.matcher(line).find()) {
                        context.ready();
                    }
                    sink.accept(line);
                });
    }

    private Consumer<String> sink(@Nullable BufferedWriter writer, Level level) {
        return writer == null ? line -> logger.log(level, line) : line -> write(writer, line);
    }

    private static BufferedWriter append(File file) throws IOException {
        return new BufferedWriter(new FileWriter(file, StandardCharsets.UTF_8, true));
    }

    private static void write(BufferedWriter writer, String line) {
        synchronized (writer) {
            try {
                writer.write(line);
                writer.newLine();
                writer.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
