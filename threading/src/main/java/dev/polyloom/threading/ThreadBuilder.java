package dev.polyloom.threading;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Describes a thread that is to be started. Starting several threads with one builder is fine; it
 * is not safe for use by several threads.
 */
public final class ThreadBuilder {
    private boolean virtual;
    private @Nullable String name;
    private int priority;
    private long stackSize;
    private boolean daemon;

    ThreadBuilder() {}

    /**
     * Asks for a thread that costs little. It is a daemon, and has neither priority nor stack size
     * of its own.
     *
     * @return this
     */
    public ThreadBuilder virtual() {
        virtual = true;
        return this;
    }

    /**
     * Names the thread.
     *
     * @param value the name; not null
     * @return this
     */
    public ThreadBuilder name(String value) {
        name = Objects.requireNonNull(value, "name");
        return this;
    }

    /**
     * Sets the priority; a hint.
     *
     * @param value from 1, the lowest, to 10
     * @return this
     * @throws IllegalArgumentException if it is not of that range
     */
    public ThreadBuilder priority(int value) {
        if (value < Thread.MIN_PRIORITY || value > Thread.MAX_PRIORITY) {
            throw new IllegalArgumentException(
                    "a priority is from %d to %d, not %d"
                            .formatted(Thread.MIN_PRIORITY, Thread.MAX_PRIORITY, value));
        }
        priority = value;
        return this;
    }

    /**
     * Sets the size of the stack; a hint.
     *
     * @param bytes the size in bytes, or 0 for the usual
     * @return this
     * @throws IllegalArgumentException if it is negative
     */
    public ThreadBuilder stackSize(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("a stack has 0 bytes or more, not " + bytes);
        }
        stackSize = bytes;
        return this;
    }

    /**
     * Says whether the program may end before the thread.
     *
     * @param value true if it may; false unless said
     * @return this
     */
    public ThreadBuilder daemon(boolean value) {
        daemon = value;
        return this;
    }

    /**
     * Starts the thread.
     *
     * @param body what it does; its result may be null
     * @param <T> the type of its result
     * @return the thread
     * @throws SpawnException if there is no room for a thread
     */
    public <T extends @Nullable Object> ThreadHandle<T> spawn(Callable<T> body) {
        return new ThreadHandle<>(Objects.requireNonNull(body, "body"))
                .start(virtual, name, priority, stackSize, daemon);
    }

    /**
     * Starts the thread.
     *
     * @param body what it does
     * @return the thread
     * @throws SpawnException if there is no room for a thread
     */
    public ThreadHandle<?> start(Runnable body) {
        Objects.requireNonNull(body, "body");
        return this.<@Nullable Object>spawn(() -> {
            body.run();
            return null;
        });
    }
}
