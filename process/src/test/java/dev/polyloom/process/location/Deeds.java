package dev.polyloom.process.location;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** What test tasks do in a worker. */
final class Deeds {
    private Deeds() {}

    static long pid() {
        return ProcessHandle.current().pid();
    }

    /** Says in a file that the task has come to this point, then waits to be killed. */
    static void reach(String file) {
        say(file, Long.toString(pid()));
        parkForEver();
    }

    static void say(String file, String text) {
        try {
            Path part = Path.of(file + "~");
            Files.writeString(part, text);
            Files.move(part, Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void parkForEver() {
        while (true) {
            LockSupport.park();
            Thread.interrupted();
        }
    }

    static void awaitFile(String file) {
        while (!Files.exists(Path.of(file))) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Sends SIGKILL. */
    static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }
}
