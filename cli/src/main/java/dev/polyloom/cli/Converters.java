package dev.polyloom.cli;

import dev.polyloom.Flavor;
import dev.polyloom.process.To;
import dev.polyloom.process.named.Quantities;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Turns option values into what they mean, or says what would be right. */
final class Converters {
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

    /** What to do to a service. */
    static final class OfVerb implements ITypeConverter<HostControl.Verb> {
        @Override
        public HostControl.Verb convert(String value) {
            for (HostControl.Verb verb : HostControl.Verb.values()) {
                if (verb.toString().equals(value)) {
                    return verb;
                }
            }
            throw new TypeConversionException("write restart, stop or start");
        }
    }

    /** Where a call runs. */
    static final class OfWorker implements ITypeConverter<To> {
        @Override
        public To convert(String value) {
            return switch (value) {
                case "any" -> To.any();
                case "new" -> To.fresh();
                case "" -> throw new TypeConversionException("write any, new, a number or a name");
                default ->
                        value.chars().allMatch(Character::isDigit)
                                ? To.worker(whole(value, 1))
                                : To.worker(value);
            };
        }
    }

    /** A time more than zero. */
    static final class OfDuration implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String value) {
            try {
                return Quantities.duration(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** An amount of memory in bytes. */
    static final class OfMemory implements ITypeConverter<Long> {
        private static final long LEAST = 16L << 20;

        @Override
        public Long convert(String value) {
            long bytes;
            try {
                bytes = Quantities.bytes(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
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
}
