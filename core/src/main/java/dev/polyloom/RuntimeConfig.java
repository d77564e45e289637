package dev.polyloom;

import org.jspecify.annotations.Nullable;

/**
 * Hints and rules for the scheduler; immutable. What is null is left open, and comes from system
 * properties {@code polyloom.*}, then from environment variables {@code POLYLOOM_*}, then from the
 * defaults. What is set in code always wins.
 *
 * @param mode the flavor for scopes that ask for {@link Flavor#AUTO}
 * @param cpuBound whether the work computes most of the time
 * @param ioBound whether the work waits most of the time
 * @param workers how many workers a scope gets that does not say
 * @param auto whether the scheduler may choose at all; if not, auto means {@link Flavor#NONE}
 * @param preferIsolates whether auto takes isolates where it can
 * @param forceThreads whether auto always means {@link Flavor#THREADS}
 * @param forceProcesses whether auto always means {@link Flavor#PROCESSES}
 * @param trace whether tasks are timed and told to listeners
 */
public record RuntimeConfig(
        @Nullable Flavor mode,
        @Nullable Boolean cpuBound,
        @Nullable Boolean ioBound,
        @Nullable Integer workers,
        @Nullable Boolean auto,
        @Nullable Boolean preferIsolates,
        @Nullable Boolean forceThreads,
        @Nullable Boolean forceProcesses,
        @Nullable Boolean trace) {

    /**
     * Makes a configuration.
     *
     * @throws IllegalArgumentException if workers is less than 1, or both threads and processes are
     *     forced
     */
    public RuntimeConfig {
        if (workers != null) {
            Checks.atLeastOne("workers", workers);
        }
        if (Boolean.TRUE.equals(forceThreads) && Boolean.TRUE.equals(forceProcesses)) {
            throw new IllegalArgumentException(
                    "forceThreads and forceProcesses exclude each other; set one of them");
        }
    }

    /**
     * Returns a builder that leaves everything open.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns what system properties and environment say now. A value that cannot be used is left
     * open, with a warning that names the variable.
     *
     * @return the configuration
     */
    public static RuntimeConfig ambient() {
        return AmbientConfig.SYSTEM.read();
    }

    /**
     * Returns this configuration, with what it leaves open taken from another. Forcing one flavor
     * here drops the other force there.
     *
     * @param other the other configuration
     * @return the merged configuration
     */
    public RuntimeConfig orElse(RuntimeConfig other) {
        Builder merged = new Builder();
        merged.mode = first(mode, other.mode);
        merged.cpuBound = first(cpuBound, other.cpuBound);
        merged.ioBound = first(ioBound, other.ioBound);
        merged.workers = first(workers, other.workers);
        merged.auto = first(auto, other.auto);
        merged.preferIsolates = first(preferIsolates, other.preferIsolates);
        boolean forcedHere = is(forceThreads) || is(forceProcesses);
        merged.forceThreads = forcedHere ? forceThreads : first(forceThreads, other.forceThreads);
        merged.forceProcesses =
                forcedHere ? forceProcesses : first(forceProcesses, other.forceProcesses);
        merged.trace = first(trace, other.trace);
        return merged.build();
    }

    /** Tells whether an open flag is set and true. */
    static boolean is(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }

    private static <T> @Nullable T first(@Nullable T one, @Nullable T two) {
        return one != null ? one : two;
    }

    /** Builds a configuration. Not safe for use by several threads. */
    public static final class Builder {
        private @Nullable Flavor mode;
        private @Nullable Boolean cpuBound;
        private @Nullable Boolean ioBound;
        private @Nullable Integer workers;
        private @Nullable Boolean auto;
        private @Nullable Boolean preferIsolates;
        private @Nullable Boolean forceThreads;
        private @Nullable Boolean forceProcesses;
        private @Nullable Boolean trace;

        private Builder() {}

        /**
         * Sets the flavor for scopes that ask for auto.
         *
         * @param mode the flavor
         * @return this builder
         */
        public Builder mode(Flavor mode) {
            this.mode = mode;
            return this;
        }

        /**
         * Says whether the work computes most of the time.
         *
         * @param cpuBound whether it does
         * @return this builder
         */
        public Builder cpuBound(boolean cpuBound) {
            this.cpuBound = cpuBound;
            return this;
        }

        /**
         * Says whether the work waits most of the time.
         *
         * @param ioBound whether it does
         * @return this builder
         */
        public Builder ioBound(boolean ioBound) {
            this.ioBound = ioBound;
            return this;
        }

        /**
         * Sets how many workers a scope gets that does not say.
         *
         * @param workers the number, at least 1
         * @return this builder
         * @throws IllegalArgumentException if the number is less than 1
         */
        public Builder workers(int workers) {
            this.workers = Checks.atLeastOne("workers", workers);
            return this;
        }

        /**
         * Sets whether the scheduler may choose.
         *
         * @param auto whether it may
         * @return this builder
         */
        public Builder auto(boolean auto) {
            this.auto = auto;
            return this;
        }

        /**
         * Sets whether auto takes isolates where it can.
         *
         * @param preferIsolates whether it does
         * @return this builder
         */
        public Builder preferIsolates(boolean preferIsolates) {
            this.preferIsolates = preferIsolates;
            return this;
        }

        /**
         * Sets whether auto always means threads.
         *
         * @param forceThreads whether it does
         * @return this builder
         */
        public Builder forceThreads(boolean forceThreads) {
            this.forceThreads = forceThreads;
            return this;
        }

        /**
         * Sets whether auto always means processes.
         *
         * @param forceProcesses whether it does
         * @return this builder
         */
        public Builder forceProcesses(boolean forceProcesses) {
            this.forceProcesses = forceProcesses;
            return this;
        }

        /**
         * Sets whether tasks are timed and told to listeners.
         *
         * @param trace whether they are
         * @return this builder
         */
        public Builder trace(boolean trace) {
            this.trace = trace;
            return this;
        }

        /**
         * Builds the configuration.
         *
         * @return the configuration
         * @throws IllegalArgumentException if both threads and processes are forced
         */
        public RuntimeConfig build() {
            return new RuntimeConfig(
                    mode,
                    cpuBound,
                    ioBound,
                    workers,
                    auto,
                    preferIsolates,
                    forceThreads,
                    forceProcesses,
                    trace);
        }
    }
}
