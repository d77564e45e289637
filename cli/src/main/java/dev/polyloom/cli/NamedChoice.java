package dev.polyloom.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A constant of an enum by its name in lower case. */
abstract class NamedChoice<E extends Enum<E>> implements ITypeConverter<E> {
    private final E[] constants;

    NamedChoice(Class<E> type) {
        this.constants = type.getEnumConstants();
    }

    @Override
    public E convert(String value) {
        for (E constant : constants) {
            if (id(constant).equals(value.strip().toLowerCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw new TypeConversionException(
                "'%s' is none of %s"
                        .formatted(
                                value,
                                String.join(
                                        ", ",
                                        Arrays.stream(constants).map(NamedChoice::id).toList())));
    }

    private static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The names of an enum's constants, for completion. */
    abstract static class Names<E extends Enum<E>> implements Iterable<String> {
        private final E[] constants;

        Names(Class<E> type) {
            this.constants = type.getEnumConstants();
        }

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(constants).map(NamedChoice::id).iterator();
        }
    }
}
