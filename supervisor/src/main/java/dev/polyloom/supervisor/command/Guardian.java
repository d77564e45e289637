package dev.polyloom.supervisor.command;

import dev.polyloom.supervisor.internal.Log;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Starts commands so that none outlives this JVM.
 *
 * <p>A shell, the guard, knows the process ids of all commands and reads from a pipe that closes
 * when this JVM ends, whatever it dies of; then it kills them. A command begins as a shell that
 * waits for a line before it becomes the command, so that the guard knows it before it does
 * anything. Where there is {@code setsid}, a command leads a group of processes, which is killed
 * with it. The guard ends with the last command. Safe for use by several threads.
 */
final class Guardian {
    private static final Guardian INSTANCE = new Guardian();
    private static final String SHELL = "/bin/sh";
    private static final String GUARD =
            """
            trap '' HUP INT TERM
            pids=' '
            while read -r what pid; do
              case $what in
                add) pids="$pids$pid " ;;
                end) kill -9 "-$pid"
                     case $pids in *" $pid "*) pids="${pids%% $pid *} ${pids#* $pid }" ;; esac ;;
              esac
            done 2>/dev/null
            for pid in $pids; do kill -9 "-$pid" || kill -9 "$pid"; done 2>/dev/null
            """;
    private static final String COMMAND =
            """
            read -r begin || exit 1
            if command -v setsid >/dev/null; then exec setsid "$@" </dev/null; fi
            exec "$@" </dev/null
            """;

    private final Set<Long> guarded = new HashSet<>();
    private @Nullable Process guard;

    static Guardian ofThisJvm() {
        return INSTANCE;
    }

    /** Starts a command with pipes for its output. */
    Process start(ProcessBuilder builder) throws IOException {
        if (!new File(SHELL).canExecute()) {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        }
        List<String> line = new ArrayList<>(List.of(SHELL, "-c", COMMAND, "command"));
        line.addAll(builder.command());
        Process process = builder.command(line).start();
        try (OutputStream begin = process.getOutputStream()) {
            guard(process.pid());
            write(begin, "begin");
            return process;
        } catch (IOException e) {
            process.destroyForcibly();
            end(process);
            throw e;
        }
    }

    private synchronized void guard(long pid) throws IOException {
        guarded.add(pid);
        Process present = guard;
        if (present == null || !present.isAlive()) {
            guardAll();
        } else {
            write(present.getOutputStream(), "add " + pid);
        }
    }

    private void guardAll() throws IOException {
        Process fresh =
                new ProcessBuilder(SHELL, "-c", GUARD)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        guard = fresh;
        for (long each : guarded) {
            write(fresh.getOutputStream(), "add " + each);
        }
        var _ = fresh.onExit().thenRun(() -> guardEnded(fresh));
    }

    /** Sees to it that what the guard knew is not left without one. */
    private synchronized void guardEnded(Process old) {
        if (old.equals(guard) && !guarded.isEmpty()) {
            try {
                guardAll();
            } catch (IOException e) {
                Log.warn("commands are without a guard until the next one starts", e);
            }
        }
    }

    /** Kills what a command that has ended left behind, or the command itself with all of it. */
    synchronized void end(Process command) {
        Process present = guard;
        if (guarded.remove(command.pid()) && present != null) {
            try {
                write(present.getOutputStream(), "end " + command.pid());
                if (guarded.isEmpty()) {
                    guard = null;
                    present.getOutputStream().close();
                }
            } catch (IOException e) {
                Log.warn("the guard of commands has ended", e);
            }
        }
    }

    private static void write(OutputStream out, String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
