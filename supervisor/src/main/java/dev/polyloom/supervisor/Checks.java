package dev.polyloom.supervisor;

import java.time.Duration;
import java.util.Objects;

/** Argument checks whose messages name the option, the value and what would be right. */
final class Checks {
    private Checks() {}

    static int atLeast(int least, String option, int value) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "%s must be at least %d, not %d".formatted(option, least, value));
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

    static Duration notNegative(String option, Duration value) {
        Objects.requireNonNull(value, option);
        if (value.isNegative()) {
            throw new IllegalArgumentException(
                    "%s must not be negative, but is %s".formatted(option, value));
        }
        return value;
    }

    static String name(String name) {
        if (name.isBlank() || name.indexOf('/') >= 0) {
            throw new IllegalArgumentException(
                    "a name must not be blank or hold a slash, as does '%s'".formatted(name));
        }
        return name;
    }
}
