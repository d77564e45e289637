package dev.polyloom.hostfile.read;

import dev.polyloom.loadout.check.Reader;
import dev.polyloom.loadout.source.Node;
import dev.polyloom.process.named.Quantities;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What texts of a host file mean; each throws an IllegalArgumentException at what means nothing.
 */
final class Meanings {
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    /** What JSON Schema calls an integer, which 5.0 is too. */
    private static final Pattern WHOLE = Pattern.compile("([+-]?\\d{1,9})(?:\\.0{1,9})?");

    private Meanings() {}

    static String name(String text) {
        if (!text.matches(NAME)) {
            throw new IllegalArgumentException(
                    "'%s' is no name; write letters, digits, dots and dashes, at most 64"
                            .formatted(text));
        }
        return text;
    }

    /** A path of a file or folder. */
    static String path(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("must be a path, not nothing");
        }
        return text;
    }

    static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw new IllegalArgumentException(
                            "must be true or false, not '%s'".formatted(text));
        };
    }

    /** A time that may be zero. */
    static Duration durationOrZero(String text) {
        return text.matches("0(\\.0{1,9})?(ms|s|m|h)") ? Duration.ZERO : Quantities.duration(text);
    }

    static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'%s' is no time zone; write one such as Europe/Berlin or UTC".formatted(text),
                    e);
        }
    }

    static int count(String text, int least) {
        Matcher number = WHOLE.matcher(text);
        int value = number.matches() ? Integer.parseInt(number.group(1)) : -1;
        if (value < least) {
            throw new IllegalArgumentException(
                    "must be a whole number, at least %d, not '%s'".formatted(least, text));
        }
        return value;
    }

    static int whole(String text) {
        Matcher number = WHOLE.matcher(text);
        if (!number.matches()) {
            throw new IllegalArgumentException("must be a whole number, not '%s'".formatted(text));
        }
        return Integer.parseInt(number.group(1));
    }

    /** One of the constants of an enum, written with small letters and dashes. */
    static <E extends Enum<E>> Function<String, E> oneOf(String thing, Class<E> type) {
        List<E> constants = List.of(type.getEnumConstants());
        List<String> words = constants.stream().map(Meanings::word).toList();
        return text -> {
            int index = words.indexOf(text);
            if (index < 0) {
                throw new IllegalArgumentException(Reader.unknown(thing, text, words));
            }
            return constants.get(index);
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns a part of the file in one form, whatever its layout and the order of its keys. */
    static String canonical(Node node) {
        return switch (node) {
            case Node.Text text -> "'" + text.text().replace("'", "''") + "'";
            case Node.Items items ->
                    items.items().stream()
                            .map(Meanings::canonical)
                            .collect(Collectors.joining(",", "[", "]"));
            case Node.Fields fields ->
                    fields.fields().stream()
                            .map(field ->
                                    canonical(new Node.Text(field.place(), field.key()))
                                            + ":"
                                            + canonical(field.value()))
                            .sorted()
                            .collect(Collectors.joining(",", "{", "}"));
        };
    }
}
