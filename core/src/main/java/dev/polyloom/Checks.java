package dev.polyloom;

import java.time.Duration;
import java.util.Objects;

/** Argument checks whose messages name the option, the value and what would be right. */
final class Checks {
    private Checks() {}

    static int atLeastOne(String option, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "%s must be at least 1, not %d".formatted(option, value));
        }
        return value;
    }

    static long notNegative(String option, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(
                    "%s must not be negative, but is %d".formatted(option, value));
        }
        return value;
    }

    static Duration positive(String option, Duration value) {
        Objects.requireNonNull(value, option);
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(
                    "%s must be more than zero, not %s".formatted(option, value));
        }
        return value;
    }
}
