package dev.polyloom.supervisor.internal;

import java.time.Duration;

/** Times as people read them in a log. */
public final class Texts {
    private static final long MINUTE = 60_000;

    private Texts() {}

    /** Returns a time in short, such as {@code 250ms}, {@code 1.5s} or {@code 2m5s}. */
    public static String time(Duration duration) {
        if (duration.compareTo(Duration.ofMillis(1)) < 0 && duration.isPositive()) {
            return "%dus".formatted(duration.toNanos() / 1000);
        }
        long millis = duration.toMillis();
        if (millis != 0 && Math.abs(millis) < 1000) {
            return millis + "ms";
        }
        String seconds = seconds(millis % MINUTE);
        if (Math.abs(millis) < MINUTE) {
            return seconds;
        }
        return part(duration.toHours(), "h")
                + part(duration.toMinutesPart(), "m")
                + (millis % MINUTE == 0 ? "" : seconds);
    }

    private static String part(long number, String unit) {
        return number == 0 ? "" : number + unit;
    }

    private static String seconds(long millis) {
        long rest = Math.abs(millis % 1000) / 10;
        String decimals = rest % 10 == 0 ? "" + rest / 10 : "%02d".formatted(rest);
        return millis / 1000 + (rest == 0 ? "" : "." + decimals) + "s";
    }
}
