package dev.polyloom.process.named;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns times and sizes as people write them into what they mean. */
public final class Quantities {
    private static final Pattern QUANTITY = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)([a-z]*)");
    private static final Map<String, Long> NANOS =
            Map.of(
                    "ms", 1_000_000L,
                    "s", 1_000_000_000L,
                    "m", 60_000_000_000L,
                    "h", 3_600_000_000_000L);
    private static final Map<String, Long> BYTES =
            Map.of("k", 1L << 10, "m", 1L << 20, "g", 1L << 30);

    private Quantities() {}

    /**
     * Reads a time.
     *
     * @param text such as {@code 500ms}, {@code 5s}, {@code 2m} or {@code 1h}
     * @return the time, more than zero
     * @throws IllegalArgumentException if it is none
     */
    public static Duration duration(String text) {
        long nanos = scaled(text, NANOS, "a time such as 500ms, 5s, 2m or 1h");
        if (nanos == 0) {
            throw new IllegalArgumentException("must be more than zero, not " + text);
        }
        return Duration.ofNanos(nanos);
    }

    /**
     * Reads an amount of memory.
     *
     * @param text such as {@code 256m} or {@code 1g}
     * @return the bytes
     * @throws IllegalArgumentException if it is none
     */
    public static long bytes(String text) {
        return scaled(text, BYTES, "an amount of memory such as 256m or 1g");
    }

    private static long scaled(String value, Map<String, Long> units, String wanted) {
        Matcher matcher = QUANTITY.matcher(value.strip().toLowerCase(Locale.ROOT));
        Long unit = matcher.matches() ? units.get(matcher.group(2)) : null;
        if (unit == null) {
            throw new IllegalArgumentException("'%s' is not %s".formatted(value, wanted));
        }
        BigDecimal scaled = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit));
        if (scaled.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException("'%s' is too much".formatted(value));
        }
        return scaled.longValue();
    }
}
