package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.platform.Platform;
import java.util.Map;

/** The module {@code _unicodedata}: what the machine knows of characters. */
final class UnicodeModule {
    private static final Map<Byte, String> CATEGORIES =
            Map.ofEntries(
                    Map.entry(Character.UPPERCASE_LETTER, "Lu"),
                    Map.entry(Character.LOWERCASE_LETTER, "Ll"),
                    Map.entry(Character.TITLECASE_LETTER, "Lt"),
                    Map.entry(Character.MODIFIER_LETTER, "Lm"),
                    Map.entry(Character.OTHER_LETTER, "Lo"),
                    Map.entry(Character.NON_SPACING_MARK, "Mn"),
                    Map.entry(Character.ENCLOSING_MARK, "Me"),
                    Map.entry(Character.COMBINING_SPACING_MARK, "Mc"),
                    Map.entry(Character.DECIMAL_DIGIT_NUMBER, "Nd"),
                    Map.entry(Character.LETTER_NUMBER, "Nl"),
                    Map.entry(Character.OTHER_NUMBER, "No"),
                    Map.entry(Character.SPACE_SEPARATOR, "Zs"),
                    Map.entry(Character.LINE_SEPARATOR, "Zl"),
                    Map.entry(Character.PARAGRAPH_SEPARATOR, "Zp"),
                    Map.entry(Character.CONTROL, "Cc"),
                    Map.entry(Character.FORMAT, "Cf"),
                    Map.entry(Character.PRIVATE_USE, "Co"),
                    Map.entry(Character.SURROGATE, "Cs"),
                    Map.entry(Character.DASH_PUNCTUATION, "Pd"),
                    Map.entry(Character.START_PUNCTUATION, "Ps"),
                    Map.entry(Character.END_PUNCTUATION, "Pe"),
                    Map.entry(Character.CONNECTOR_PUNCTUATION, "Pc"),
                    Map.entry(Character.OTHER_PUNCTUATION, "Po"),
                    Map.entry(Character.MATH_SYMBOL, "Sm"),
                    Map.entry(Character.CURRENCY_SYMBOL, "Sc"),
                    Map.entry(Character.MODIFIER_SYMBOL, "Sk"),
                    Map.entry(Character.OTHER_SYMBOL, "So"),
                    Map.entry(Character.INITIAL_QUOTE_PUNCTUATION, "Pi"),
                    Map.entry(Character.FINAL_QUOTE_PUNCTUATION, "Pf"));

    private static final String IDEOGRAPH = "CJK UNIFIED IDEOGRAPH-";

    private UnicodeModule() {}

    static Module make() {
        Module module = new Module("_unicodedata");
        module.function("name", 1, 1, a -> name((int) (long) a[0]));
        module.function("codepoint", 1, 1, a -> codePoint(Text.str(a[0])));
        module.function(
                "category",
                1,
                1,
                a -> CATEGORIES.getOrDefault((byte) Character.getType((int) (long) a[0]), "Cn"));
        module.function("bidirectional", 1, 1, a -> direction((int) (long) a[0]));
        module.function(
                "mirrored", 1, 1, a -> Platform.machine().isMirrored((int) (long) a[0]) ? 1L : 0L);
        module.function("digit", 1, 1, a -> (long) Character.digit((int) (long) a[0], 10));
        module.function("normalize", 2, 2, a -> normal(Text.str(a[0]), Text.str(a[1])));
        return module;
    }

    /** Returns the name of a character in Python's writing, or an empty text. */
    private static String name(int codePoint) {
        byte kind = (byte) Character.getType(codePoint);
        if (kind == Character.CONTROL
                || kind == Character.PRIVATE_USE
                || kind == Character.SURROGATE
                || kind == Character.UNASSIGNED) {
            return "";
        }
        String name = Platform.machine().characterName(codePoint);
        return name == null
                ? ""
                : name.startsWith("CJK UNIFIED IDEOGRAPHS ")
                        ? IDEOGRAPH + "%X".formatted(codePoint)
                        : name;
    }

    private static Object codePoint(String name) {
        String wanted = name.toUpperCase(java.util.Locale.ROOT);
        try {
            return wanted.startsWith(IDEOGRAPH)
                    ? (long) Integer.parseInt(wanted.substring(IDEOGRAPH.length()), 16)
                    : (long) Platform.machine().characterOf(wanted);
        } catch (IllegalArgumentException e) {
            return -1L;
        }
    }

    private static String direction(int codePoint) {
        return switch (Platform.machine().direction(codePoint)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> "L";
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT -> "R";
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> "AL";
            case Character.DIRECTIONALITY_EUROPEAN_NUMBER -> "EN";
            case Character.DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR -> "ES";
            case Character.DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR -> "ET";
            case Character.DIRECTIONALITY_ARABIC_NUMBER -> "AN";
            case Character.DIRECTIONALITY_COMMON_NUMBER_SEPARATOR -> "CS";
            case Character.DIRECTIONALITY_NONSPACING_MARK -> "NSM";
            case Character.DIRECTIONALITY_BOUNDARY_NEUTRAL -> "BN";
            case Character.DIRECTIONALITY_PARAGRAPH_SEPARATOR -> "B";
            case Character.DIRECTIONALITY_SEGMENT_SEPARATOR -> "S";
            case Character.DIRECTIONALITY_WHITESPACE -> "WS";
            case Character.DIRECTIONALITY_OTHER_NEUTRALS -> "ON";
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING -> "LRE";
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE -> "LRO";
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING -> "RLE";
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE -> "RLO";
            case Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT -> "PDF";
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE -> "LRI";
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE -> "RLI";
            case Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE -> "FSI";
            case Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE -> "PDI";
            default -> "";
        };
    }

    private static String normal(String form, String text) {
        return switch (form) {
            case "NFC", "NFD", "NFKC", "NFKD" -> Platform.machine().normal(text, form);
            default -> throw Errors.of(Exceptions.VALUE_ERROR, "invalid normalization form");
        };
    }
}
