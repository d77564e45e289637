package dev.polyloom.process;

import dev.polyloom.HeadSettings;
import dev.polyloom.SerializableCallable;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the heads of the workers of a scope know and do, for {@link
 * dev.polyloom.ProcessScopeBuilder#heads}. Immutable.
 */
public final class Heads implements HeadSettings {
    private static final long serialVersionUID = 1L;

    /** The heads of scopes that were opened without any. */
    static final Heads DEFAULTS = new Builder().build();

    private final ArrayList<@Nullable Object> arguments;
    private final TreeMap<Integer, TreeMap<String, String>> annotations;
    private final ArrayList<SerializableCallable<? extends HeadInterceptor>> interceptors;
    private final ArrayList<Handling> handlings;
    private final int pipeMessages;
    private final long pipeBytes;
    private final Duration sendTimeout;
    private final boolean tasksInPrimary;

    private Heads(Builder builder) {
        arguments = new ArrayList<>(builder.arguments);
        annotations = new TreeMap<>();
        builder.annotations.forEach((index, map) -> annotations.put(index, new TreeMap<>(map)));
        interceptors = new ArrayList<>(builder.interceptors);
        handlings = new ArrayList<>(builder.handlings);
        pipeMessages = builder.pipeMessages;
        pipeBytes = builder.pipeBytes;
        sendTimeout = builder.sendTimeout;
        tasksInPrimary = builder.tasksInPrimary;
    }

    /**
     * How exceptions of a type are handled.
     *
     * @param type the type
     * @param handler handles them
     */
    public record Handling(
            Class<? extends Throwable> type, ExceptionHandler<? super Throwable> handler)
            implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Begins with no arguments and no annotations.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the settings of a scope that was opened without any.
     *
     * @return the settings of a new builder
     */
    public static Heads defaults() {
        return DEFAULTS;
    }

    /**
     * Returns the arguments of all workers.
     *
     * @return the arguments
     */
    public List<@Nullable Object> arguments() {
        return Collections.unmodifiableList(arguments);
    }

    /**
     * Returns the annotations of a worker.
     *
     * @param index its index
     * @return its own and those of all, its own first
     */
    public Map<String, String> annotations(int index) {
        Map<String, String> merged = new TreeMap<>(annotations.getOrDefault(0, new TreeMap<>()));
        merged.putAll(annotations.getOrDefault(index, new TreeMap<>()));
        return Collections.unmodifiableMap(merged);
    }

    /**
     * Returns what makes the interceptors, the outermost first.
     *
     * @return the makers
     */
    public List<SerializableCallable<? extends HeadInterceptor>> interceptors() {
        return Collections.unmodifiableList(interceptors);
    }

    /**
     * Returns how exceptions are handled.
     *
     * @return the handlers, in the order in which they were set
     */
    public List<Handling> handlings() {
        return Collections.unmodifiableList(handlings);
    }

    /**
     * Returns how many messages a pipe holds, in each direction.
     *
     * @return the number, at least 1
     */
    public int pipeMessages() {
        return pipeMessages;
    }

    /**
     * Returns how many bytes of messages a pipe holds, in each direction.
     *
     * @return the number, at least 1
     */
    public long pipeBytes() {
        return pipeBytes;
    }

    /**
     * Returns how long a sender waits for room.
     *
     * @return the time
     */
    public Duration sendTimeout() {
        return sendTimeout;
    }

    /**
     * Tells whether workers may have the primary run tasks of theirs.
     *
     * @return whether they may
     */
    public boolean tasksInPrimary() {
        return tasksInPrimary;
    }

    /** Builds {@link Heads}. For one thread. */
    public static final class Builder {
        private List<@Nullable Object> arguments = List.of();
        private final Map<Integer, Map<String, String>> annotations = new TreeMap<>();
        private final List<SerializableCallable<? extends HeadInterceptor>> interceptors =
                new ArrayList<>();
        private final List<Handling> handlings = new ArrayList<>();
        private int pipeMessages = 1024;
        private long pipeBytes = 16 << 20;
        private Duration sendTimeout = Duration.ofSeconds(30);
        private boolean tasksInPrimary;

        private Builder() {}

        /**
         * Sets the arguments of all workers.
         *
         * @param arguments the arguments, which must be able to travel
         * @return this builder
         */
        public Builder arguments(@Nullable Object... arguments) {
            List<@Nullable Object> list = new ArrayList<>();
            Collections.addAll(list, arguments);
            this.arguments = list;
            return this;
        }

        /**
         * Annotates all workers.
         *
         * @param key the annotation's key
         * @param value its value
         * @return this builder
         */
        public Builder annotate(String key, String value) {
            return put(0, key, value);
        }

        /**
         * Annotates one worker, over what is said of all.
         *
         * @param index the worker's index, from 1
         * @param key the annotation's key
         * @param value its value
         * @return this builder
         * @throws IllegalArgumentException if the index is less than 1
         */
        public Builder annotate(int index, String key, String value) {
            return put(new To.Worker(index).index(), key, value);
        }

        private Builder put(int index, String key, String value) {
            annotations
                    .computeIfAbsent(index, i -> new TreeMap<>())
                    .put(
                            Objects.requireNonNull(key, "key"),
                            Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * Adds a part to each head, inside those added before.
         *
         * @param maker makes it, in the worker; often a constructor reference
         * @return this builder
         */
        public Builder interceptor(SerializableCallable<? extends HeadInterceptor> maker) {
            interceptors.add(Objects.requireNonNull(maker, "maker"));
            return this;
        }

        /**
         * Handles exceptions of a type in each head, as {@link Head#onException} does.
         *
         * @param <X> the type
         * @param type the type
         * @param handler says what to do
         * @return this builder
         */
        @SuppressWarnings("unchecked") // it is given nothing but exceptions of its type
        public <X extends Throwable> Builder onException(
                Class<X> type, ExceptionHandler<? super X> handler) {
            handlings.add(
                    new Handling(
                            Objects.requireNonNull(type, "type"),
                            (ExceptionHandler<? super Throwable>)
                                    Objects.requireNonNull(handler, "handler")));
            return this;
        }

        /**
         * Sets how many messages a pipe holds that the other side has not dealt with.
         *
         * @param messages the number in each direction, from 1 to 100000
         * @return this builder
         * @throws IllegalArgumentException if the number is out of range
         */
        public Builder pipeMessages(int messages) {
            if (messages < 1 || messages > 100_000) {
                throw new IllegalArgumentException(
                        "a pipe holds from 1 to 100000 messages, not " + messages);
            }
            pipeMessages = messages;
            return this;
        }

        /**
         * Sets how many bytes of messages a pipe holds. A larger message travels alone.
         *
         * @param bytes the number in each direction, at least 1
         * @return this builder
         * @throws IllegalArgumentException if the number is less than 1
         */
        public Builder pipeBytes(long bytes) {
            if (bytes < 1) {
                throw new IllegalArgumentException("a pipe holds at least 1 byte, not " + bytes);
            }
            pipeBytes = bytes;
            return this;
        }

        /**
         * Sets how long a sender waits for room in a pipe.
         *
         * @param timeout the time, not negative; zero to fail at once
         * @return this builder
         * @throws IllegalArgumentException if the time is negative
         */
        public Builder sendTimeout(Duration timeout) {
            if (timeout.isNegative()) {
                throw new IllegalArgumentException(
                        "sendTimeout must not be negative, but is " + timeout);
            }
            sendTimeout = timeout;
            return this;
        }

        /**
         * Allows workers to have the primary run tasks of theirs. Such a task is code that a worker
         * chose, so allow it only where no worker handles what strangers sent.
         *
         * @param allowed whether they may; they may not unless this is called
         * @return this builder
         */
        public Builder tasksInPrimary(boolean allowed) {
            tasksInPrimary = allowed;
            return this;
        }

        /**
         * Builds the settings.
         *
         * @return the settings
         */
        public Heads build() {
            return new Heads(this);
        }
    }
}
