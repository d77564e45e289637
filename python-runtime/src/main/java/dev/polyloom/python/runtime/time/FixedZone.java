package dev.polyloom.python.runtime.time;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.text.Repr;
import org.jspecify.annotations.Nullable;

/**
 * A {@code datetime.timezone}. Immutable.
 *
 * @param offset how far it is ahead of UTC, less than a day to either side
 * @param name its name, or null for the usual one
 */
public record FixedZone(TimeDelta offset, @Nullable String name) {
    /** {@code timezone.utc}. */
    public static final FixedZone UTC = new FixedZone(new TimeDelta(0, 0, 0), null);

    /**
     * Returns {@code timezone(offset, name)}.
     *
     * @throws RuntimeException ValueError
     */
    public static FixedZone of(TimeDelta offset, @Nullable String name) {
        boolean tooLow = offset.days() < -1 || offset.equals(new TimeDelta(-1, 0, 0));
        if (tooLow || offset.days() > 0) {
            throw Fault.value(
                    "offset must be a timedelta strictly between -timedelta(hours=24) and"
                            + " timedelta(hours=24), not "
                            + offset.repr()
                            + ".");
        }
        return name == null && offset.equals(UTC.offset) ? UTC : new FixedZone(offset, name);
    }

    /** Returns {@code tzname(None)}, which is also {@code str(self)}. */
    @Override
    public String toString() {
        if (name != null) {
            return name;
        }
        return offset.equals(UTC.offset) ? "UTC" : "UTC" + offset(offset, ":");
    }

    /** Returns {@code repr(self)}. */
    public String repr() {
        if (equals(UTC)) {
            return "datetime.timezone.utc";
        }
        String named = name == null ? "" : ", " + Repr.of(name);
        return "datetime.timezone(" + offset.repr() + named + ")";
    }

    /** Writes an offset as {@code +HH:MM}, with seconds and less where there are some. */
    static String offset(TimeDelta offset, String colon) {
        boolean behind = offset.days() < 0;
        TimeDelta size = behind ? offset.negated() : offset;
        int seconds = size.seconds();
        String text =
                (behind ? "-" : "+")
                        + Calendar.pad(seconds / 3600, 2)
                        + colon
                        + Calendar.pad(seconds / 60 % 60, 2);
        boolean fraction = size.microseconds() != 0;
        if (seconds % 60 != 0 || fraction) {
            text += colon + Calendar.pad(seconds % 60, 2);
        }
        return fraction ? text + "." + Calendar.pad(size.microseconds(), 6) : text;
    }
}
