package dev.polyloom.supervisor;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The messages of one service, in the order in which they were accepted. They survive a crash, save
 * those already taken. Safe for use by several threads.
 */
public interface Mailbox {
    /**
     * Takes a message, and waits for one if there is none.
     *
     * @return the message
     * @throws InterruptedException if the thread is interrupted
     * @throws java.util.concurrent.CancellationException if the service shall stop, or has ended
     */
    Object receive() throws InterruptedException;

    /**
     * Takes a message, and waits for one, but not for ever.
     *
     * @param most how long at most
     * @return the message, or empty if none came
     * @throws InterruptedException if the thread is interrupted
     * @throws java.util.concurrent.CancellationException if the service shall stop, or has ended
     */
    Optional<Object> receive(Duration most) throws InterruptedException;

    /**
     * Takes a message if there is one.
     *
     * @return the message
     */
    Optional<Object> poll();

    /**
     * Takes a message as soon as there is one. One call waits at a time. The stage completes on the
     * service's event loop, or on a thread of its own if there is none.
     *
     * @return completes with the message; fails with a {@link
     *     java.util.concurrent.CancellationException} when the service shall stop, or has ended
     * @throws IllegalStateException if an earlier call still waits
     */
    CompletionStage<Object> receiveAsync();
}
