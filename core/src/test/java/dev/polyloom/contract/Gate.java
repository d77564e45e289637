package dev.polyloom.contract;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;

/**
 * A latch of one that works across processes: open when its file exists. It travels with a task.
 *
 * @param path the file
 */
@SuppressWarnings("ThreadPriorityCheck") // a busy task leaves the processor to those it waits for
public record Gate(String path) implements Serializable {
    private static final long POLL_NANOS = 500_000;

    /** Opens this gate, once and for all. */
    public void open() {
        try {
            Files.createFile(Path.of(path));
        } catch (FileAlreadyExistsException e) {
            // open already
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Tells whether this gate is open.
     *
     * @return whether it is
     */
    public boolean isOpen() {
        return Files.exists(Path.of(path));
    }

    /**
     * Waits in a task, parked, until this gate is open.
     *
     * @throws InterruptedException if interrupted
     */
    public void await() throws InterruptedException {
        while (!isOpen()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("waiting for " + path);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /**
     * Waits in a task, running, so that no pool can take its worker for blocked.
     *
     * @throws InterruptedException if interrupted
     */
    public void spin() throws InterruptedException {
        while (!isOpen()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("waiting for " + path);
            }
            Thread.yield();
        }
    }

    /** Waits in a task, running and deaf to interrupts, until this gate is open. */
    public void spinUninterruptibly() {
        boolean interrupted = false;
        while (!isOpen()) {
            interrupted |= Thread.interrupted();
            Thread.yield();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits in a test until this gate is open; fails if that takes too long. */
    public void expectOpen() {
        Awaitility.await(path)
                .atMost(Duration.ofSeconds(30))
                .dontCatchUncaughtExceptions()
                .pollInterval(Duration.ofMillis(2))
                .until(this::isOpen);
    }
}
