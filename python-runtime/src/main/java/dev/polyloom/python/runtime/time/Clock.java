package dev.polyloom.python.runtime.time;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.text.Repr;
import org.jspecify.annotations.Nullable;

/**
 * A {@code datetime.time}. Immutable.
 *
 * @param hour the hour
 * @param minute the minute
 * @param second the second
 * @param microsecond the microsecond
 * @param zone the zone, or null for None
 */
public record Clock(int hour, int minute, int second, int microsecond, @Nullable FixedZone zone) {
    static final Clock MIDNIGHT = new Clock(0, 0, 0, 0, null);

    /**
     * Returns {@code time(hour, minute, second, microsecond, zone)}.
     *
     * @throws RuntimeException ValueError
     */
    public static Clock of(
            long hour, long minute, long second, long microsecond, @Nullable FixedZone zone) {
        Calendar.checkTime(hour, minute, second, microsecond);
        return new Clock((int) hour, (int) minute, (int) second, (int) microsecond, zone);
    }

    /**
     * Returns {@code time.fromisoformat(text)}.
     *
     * @throws RuntimeException ValueError
     */
    public static Clock parse(String text) {
        IsoReader reader = new IsoReader(text);
        Clock clock = reader.clock();
        if (clock == null || !reader.isAtEnd()) {
            throw Fault.value("Invalid isoformat string: " + Repr.of(text));
        }
        return clock;
    }

    /** Returns the microseconds since midnight. */
    long ofDay() {
        return ((hour * 60L + minute) * 60 + second) * 1_000_000 + microsecond;
    }

    static Clock ofDay(long microseconds, @Nullable FixedZone zone) {
        int seconds = (int) (microseconds / 1_000_000);
        return new Clock(
                seconds / 3600,
                seconds / 60 % 60,
                seconds % 60,
                (int) (microseconds % 1_000_000),
                zone);
    }

    /** Returns this time with another zone; null is None. */
    public Clock withZone(@Nullable FixedZone other) {
        return new Clock(hour, minute, second, microsecond, other);
    }

    /**
     * Returns {@code isoformat(timespec=unit)}.
     *
     * @throws RuntimeException ValueError
     */
    public String iso(String unit) {
        String hours = Calendar.pad(hour, 2);
        String minutes = hours + ":" + Calendar.pad(minute, 2);
        String seconds = minutes + ":" + Calendar.pad(second, 2);
        String text =
                switch (unit) {
                    case "auto" ->
                            microsecond == 0
                                    ? seconds
                                    : seconds + "." + Calendar.pad(microsecond, 6);
                    case "hours" -> hours;
                    case "minutes" -> minutes;
                    case "seconds" -> seconds;
                    case "milliseconds" -> seconds + "." + Calendar.pad(microsecond / 1000, 3);
                    case "microseconds" -> seconds + "." + Calendar.pad(microsecond, 6);
                    default -> throw Fault.value("Unknown timespec value");
                };
        return zone == null ? text : text + FixedZone.offset(zone.offset(), ":");
    }

    /** Returns {@code isoformat()}, which is also {@code str(self)}. */
    @Override
    public String toString() {
        return iso("auto");
    }

    /** Returns {@code strftime(format)}. */
    public String format(String format) {
        return TimeFormat.format(format, new DateTime(new Date(1900, 1, 1), this));
    }

    /** Returns {@code repr(self)}. */
    public String repr() {
        return "datetime.time(" + parts() + ")";
    }

    String parts() {
        String parts = hour + ", " + minute;
        if (second != 0 || microsecond != 0) {
            parts += ", " + second;
        }
        if (microsecond != 0) {
            parts += ", " + microsecond;
        }
        return zone == null ? parts : parts + ", tzinfo=" + zone.repr();
    }
}
