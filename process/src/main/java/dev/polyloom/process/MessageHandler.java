package dev.polyloom.process;

import org.jspecify.annotations.Nullable;

/**
 * Takes messages. One-way messages of one sender come one after the other, in the order in which
 * they were sent. A request comes after the one-way messages sent before it, in a virtual thread of
 * its own; so a handler may wait for requests of its own.
 *
 * @param <T> the type of the messages
 */
@FunctionalInterface
public interface MessageHandler<T extends @Nullable Object> {
    /**
     * Takes a message.
     *
     * @param message what it says
     * @param from the pipe to its sender
     * @return the answer to a request; what it returns for a one-way message is dropped
     * @throws Exception what a request is answered with, or a one-way message is rejected with
     */
    @Nullable Object handle(T message, Pipe from) throws Exception;
}
