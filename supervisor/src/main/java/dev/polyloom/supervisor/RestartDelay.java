package dev.polyloom.supervisor;

import java.time.Duration;

/**
 * How long a supervisor waits before it restarts a child. The number of attempts begins anew once
 * the child has been ready for as long as {@link ChildBuilder#healthyAfter} says.
 */
public sealed interface RestartDelay {
    /** The most that is waited where the caller names no cap: one minute. */
    Duration DEFAULT_CAP = Duration.ofSeconds(60);

    /** The most that jitter adds: five seconds, and never more than half the delay. */
    Duration MOST_JITTER = Duration.ofSeconds(5);

    /**
     * Returns how long to wait.
     *
     * @param attempt how many restarts came before this one, from 0
     * @param random a random number of at least 0 and less than 1
     * @return the delay, not negative
     */
    Duration before(int attempt, double random);

    /**
     * Returns a policy that does not wait.
     *
     * @return the policy
     */
    static RestartDelay immediate() {
        return new Fixed(Duration.ZERO);
    }

    /**
     * Returns a policy that waits equally long each time, such as 5 s.
     *
     * @param delay how long
     * @return the policy
     */
    static RestartDelay fixed(Duration delay) {
        return new Fixed(delay);
    }

    /**
     * Returns a policy that waits one step longer each time, up to {@link #DEFAULT_CAP}.
     *
     * @param step the first delay, and how much longer each time, such as 1 s
     * @return the policy
     */
    static RestartDelay linear(Duration step) {
        return new Linear(step, DEFAULT_CAP);
    }

    /**
     * Returns a policy that waits twice as long each time, up to {@link #DEFAULT_CAP}, with jitter.
     *
     * @param first the first delay, such as 1 s
     * @return the policy
     */
    static RestartDelay exponential(Duration first) {
        return new Exponential(first, DEFAULT_CAP, MOST_JITTER);
    }

    /**
     * The same delay each time.
     *
     * @param delay how long, not negative
     */
    record Fixed(Duration delay) implements RestartDelay {
        /**
         * Checks the value.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public Fixed {
            Checks.notNegative("delay", delay);
        }

        @Override
        public Duration before(int attempt, double random) {
            return delay;
        }
    }

    /**
     * One step longer each time.
     *
     * @param step the first delay, and how much longer each time
     * @param cap how long at most
     */
    record Linear(Duration step, Duration cap) implements RestartDelay {
        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException if one of them is not positive
         */
        public Linear {
            Checks.positive("step", step);
            Checks.positive("cap", cap);
        }

        @Override
        public Duration before(int attempt, double random) {
            boolean capped = attempt >= cap.dividedBy(step);
            return capped ? cap : step.multipliedBy(attempt + 1L);
        }
    }

    /**
     * Twice as long each time, and a random time more so that not all restart at once.
     *
     * @param first the first delay
     * @param cap how long at most, before jitter
     * @param mostJitter how much longer at most by chance; never more than half the delay
     */
    record Exponential(Duration first, Duration cap, Duration mostJitter) implements RestartDelay {
        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException if one of them is negative, or a delay zero
         */
        public Exponential {
            Checks.positive("first", first);
            Checks.positive("cap", cap);
            Checks.notNegative("mostJitter", mostJitter);
        }

        @Override
        public Duration before(int attempt, double random) {
            boolean capped = attempt >= 62 || cap.dividedBy(first) < 1L << attempt;
            Duration delay = capped ? cap : first.multipliedBy(1L << attempt);
            Duration half = delay.dividedBy(2);
            Duration jitter = half.compareTo(mostJitter) < 0 ? half : mostJitter;
            return delay.plusNanos((long) (jitter.toNanos() * random));
        }
    }
}
