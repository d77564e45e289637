package dev.polyloom.process;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a message, a call or a task is to go. Means the same in the primary and in any worker. */
public sealed interface To extends Serializable {
    /** The primary, the JVM that opened the scope. */
    record Primary() implements To {
        @Override
        public String toString() {
            return "the primary";
        }
    }

    /**
     * The worker of an index.
     *
     * @param index its index, from 1
     */
    record Worker(int index) implements To {
        /**
         * Makes an address.
         *
         * @param index the worker's index, from 1
         * @throws IllegalArgumentException if the index is less than 1
         */
        public Worker {
            if (index < 1) {
                throw new IllegalArgumentException(
                        "the index of a worker is 1 or more, not " + index);
            }
        }

        @Override
        public String toString() {
            return "worker " + index;
        }
    }

    /**
     * The worker of a name, or the primary of another scope.
     *
     * @param name its name, such as {@code images-2}
     */
    record Named(String name) implements To {
        @Override
        public String toString() {
            return "worker '" + name + "'";
        }
    }

    /**
     * All workers with an annotation.
     *
     * @param key the annotation's key
     * @param value its value, or null for any
     */
    record Group(String key, @Nullable String value) implements To {
        @Override
        public String toString() {
            return value == null
                    ? "workers annotated '%s'".formatted(key)
                    : "workers annotated '%s' = '%s'".formatted(key, value);
        }
    }

    /** All workers, but not the sender. */
    record All() implements To {
        @Override
        public String toString() {
            return "all workers";
        }
    }

    /** Whichever worker is free first. */
    record Any() implements To {
        @Override
        public String toString() {
            return "any worker";
        }
    }

    /** A worker process started for this alone. */
    record Fresh() implements To {
        @Override
        public String toString() {
            return "a new worker";
        }
    }

    /**
     * Addresses the primary.
     *
     * @return the address
     */
    static To primary() {
        return new Primary();
    }

    /**
     * Addresses a worker by its index.
     *
     * @param index its index, from 1
     * @return the address
     * @throws IllegalArgumentException if the index is less than 1
     */
    static To worker(int index) {
        return new Worker(index);
    }

    /**
     * Addresses a worker by its name.
     *
     * @param name its name, such as {@code images-2}
     * @return the address, the same as {@link #named}
     */
    static To worker(String name) {
        return new Named(Objects.requireNonNull(name, "name"));
    }

    /**
     * Addresses a worker, or the primary of another scope, by its name. Over a {@link Bridge} the
     * workers of another scope {@code other} are found as {@code other-2} and, also where that is
     * ambiguous, as {@code other/other-2}, and its primary as {@code other} and {@code
     * other/primary}. Workers of one's own scope come first.
     *
     * @param name its name
     * @return the address
     */
    static To named(String name) {
        return worker(name);
    }

    /**
     * Addresses all workers that have an annotation.
     *
     * @param key the annotation's key
     * @return the address
     */
    static To group(String key) {
        return new Group(Objects.requireNonNull(key, "key"), null);
    }

    /**
     * Addresses all workers whose annotation has a value.
     *
     * @param key the annotation's key
     * @param value its value
     * @return the address
     */
    static To group(String key, String value) {
        return new Group(
                Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
    }

    /**
     * Addresses all workers, but not the sender.
     *
     * @return the address
     */
    static To all() {
        return new All();
    }

    /**
     * Addresses whichever worker is free first; for tasks, not for pipes.
     *
     * @return the address
     */
    static To any() {
        return new Any();
    }

    /**
     * Addresses a worker process that is started for one task and ends with it; not for pipes.
     *
     * @return the address
     */
    static To fresh() {
        return new Fresh();
    }
}
