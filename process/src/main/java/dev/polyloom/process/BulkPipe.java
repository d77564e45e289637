package dev.polyloom.process;

import dev.polyloom.process.location.GuestPipe;
import dev.polyloom.process.location.OwnedPipe;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A connection of its own between the owner and one task, for data that should not hold up other
 * tasks' results or that is too large to be held at once. Bytes go both ways; each way ends when
 * its output is closed.
 *
 * <p>The first use in a task connects. The owner's first use waits for that, at most as long as the
 * pipe's patience. Whoever reads gets an {@link java.io.EOFException} if the other process died, or
 * left the pipe, before it closed its output: half of the data is never taken for the whole. A pipe
 * serves one task; a task that is run again needs a new one.
 */
public sealed interface BulkPipe extends WriteLocation permits OwnedPipe, GuestPipe {
    /**
     * Returns what the other side writes.
     *
     * @return the stream, the same at each call
     * @throws WriteLocationException if the other side cannot be reached
     * @throws IllegalStateException if the pipe is closed
     */
    InputStream input();

    /**
     * Returns what the other side reads; closing it tells the other side that all is written.
     *
     * @return the stream, the same at each call
     * @throws WriteLocationException if the other side cannot be reached
     * @throws IllegalStateException if the pipe is closed
     */
    OutputStream output();

    /**
     * Ends the connection and removes the pipe, if called by the owner; in a task, ends the task's
     * side of the connection.
     */
    @Override
    void close();
}
