package dev.polyloom;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kind of worker that runs the tasks of a scope. */
public enum Flavor {
    /** The scheduler chooses, from hints, configuration and what this machine can do. */
    AUTO,
    /** Platform threads: CPU-bound work and work that shares objects. */
    THREADS,
    /** Virtual threads: blocking work, a thread a task. */
    VIRTUAL,
    /** Child JVMs: work that crashes, leaks, or must be killed. */
    PROCESSES,
    /** Class-loader realms with their own static state, in this JVM. */
    ISOLATES,
    /** Members of a cluster. */
    CLUSTER,
    /** No parallelism: one task at a time, in the order of submission, on one thread. */
    NONE;

    /**
     * Returns the flavor's name as people write it, such as {@code threads}.
     *
     * @return the name in lower case
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Tells whether tasks run in this JVM and share its objects.
     *
     * @return whether arguments and results need not travel
     */
    public boolean isInProcess() {
        return this == THREADS || this == VIRTUAL || this == NONE;
    }

    /**
     * Returns the flavor of a name, ignoring case and surrounding space.
     *
     * @param id the name, such as {@code threads}
     * @return the flavor
     * @throws IllegalArgumentException if no flavor has this name; the message lists those that do
     */
    public static Flavor of(String id) {
        String wanted = id.strip().toLowerCase(Locale.ROOT);
        for (Flavor flavor : values()) {
            if (flavor.id().equals(wanted)) {
                return flavor;
            }
        }
        throw new IllegalArgumentException(
                "unknown flavor '%s'; valid flavors are %s".formatted(id, names()));
    }

    private static String names() {
        return Arrays.stream(values()).map(Flavor::id).collect(Collectors.joining(", "));
    }
}
