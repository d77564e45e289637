package dev.polyloom.benchmarks;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * A task that says in which process it runs and keeps its worker until it is released. Files carry
 * both, so that every pool can be asked alike.
 *
 * @param folder where the files are
 * @param number tells this hold from others in the same folder
 */
record Hold(String folder, int number) implements Callable<Long>, Serializable {
    private static final long LOOK_NANOS = 100_000;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);

    @Override
    public Long call() throws IOException {
        Path pid = file("pid");
        Path unfinished = file("unfinished");
        Files.writeString(unfinished, Long.toString(ProcessHandle.current().pid()));
        Files.move(unfinished, pid, StandardCopyOption.ATOMIC_MOVE);
        long end = System.nanoTime() + LONGEST_NANOS;
        while (!Files.exists(file("released")) && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return 1L;
    }

    /** Waits until the task has begun and returns its process. */
    long awaitPid(long end) throws IOException, TimeoutException {
        while (!Files.exists(file("pid"))) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("a worker did not begin its task in time");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return Long.parseLong(Files.readString(file("pid")));
    }

    /** Lets the task end. */
    void release() throws IOException {
        Files.createFile(file("released"));
    }

    private Path file(String kind) {
        return Path.of(folder, kind + "-" + number);
    }
}
