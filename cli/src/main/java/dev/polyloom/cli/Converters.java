package dev.polyloom.cli;

import dev.polyloom.Flavor;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Turns option values into what they mean, or says what would be right. */
final class Converters {
    private static final Pattern QUANTITY = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)([a-z]*)");

    private Converters() {}

    /** A flavor by its name. */
    static final class OfFlavor implements ITypeConverter<Flavor> {
        @Override
        public Flavor convert(String value) {
            try {
                return Flavor.of(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** A time more than zero. */
    static final class OfDuration implements ITypeConverter<Duration> {
        private static final Map<String, Long> NANOS =
                Map.of(
                        "ms", 1_000_000L,
                        "s", 1_000_000_000L,
                        "m", 60_000_000_000L,
                        "h", 3_600_000_000_000L);

        @Override
        public Duration convert(String value) {
            long nanos = scaled(value, NANOS, "a time such as 500ms, 5s, 2m or 1h");
            if (nanos == 0) {
                throw new TypeConversionException("must be more than zero, not " + value);
            }
            return Duration.ofNanos(nanos);
        }
    }

    /** An amount of memory in bytes. */
    static final class OfMemory implements ITypeConverter<Long> {
        private static final long LEAST = 16L << 20;
        private static final Map<String, Long> BYTES =
                Map.of("k", 1L << 10, "m", 1L << 20, "g", 1L << 30);

        @Override
        public Long convert(String value) {
            long bytes = scaled(value, BYTES, "an amount of memory such as 256m or 1g");
            if (bytes < LEAST) {
                throw new TypeConversionException("must be at least 16m, not " + value);
            }
            return bytes;
        }
    }

    /** A whole number from 1. */
    static final class AtLeastOne implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return whole(value, 1);
        }
    }

    /** A whole number from 0. */
    static final class NotNegative implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return whole(value, 0);
        }
    }

    private static int whole(String value, int least) {
        int number = -1;
        try {
            number = Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            number = -1;
        }
        if (number < least) {
            throw new TypeConversionException(
                    "must be a whole number, at least %d, not '%s'".formatted(least, value));
        }
        return number;
    }

    private static long scaled(String value, Map<String, Long> units, String wanted) {
        Matcher matcher = QUANTITY.matcher(value.strip().toLowerCase(Locale.ROOT));
        Long unit = matcher.matches() ? units.get(matcher.group(2)) : null;
        if (unit == null) {
            throw new TypeConversionException("'%s' is not %s".formatted(value, wanted));
        }
        BigDecimal scaled = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit));
        if (scaled.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new TypeConversionException("'%s' is too much".formatted(value));
        }
        return scaled.longValue();
    }
}
