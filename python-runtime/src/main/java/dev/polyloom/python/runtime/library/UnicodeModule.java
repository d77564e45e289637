package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Text;
import java.text.Normalizer;
import java.util.Map;

/**
 * The module {@code _unicodedata}: what the machine knows of characters. This is the one class that
 * asks for their tables: a build for a target without them leaves it out.
 */
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
        module.function("mirrored", 1, 1, a -> Character.isMirrored((int) (long) a[0]) ? 1L : 0L);
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
        if (Character.isIdeographic(codePoint)
                && Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN
                && kind == Character.OTHER_LETTER
                && Character.getName(codePoint).startsWith("CJK UNIFIED")) {
            return "CJK UNIFIED IDEOGRAPH-%X".formatted(codePoint);
        }
        String name = Character.getName(codePoint);
        return name == null ? "" : name;
    }

    private static Object codePoint(String name) {
        String wanted = name.toUpperCase(java.util.Locale.ROOT);
        String ideograph = "CJK UNIFIED IDEOGRAPH-";
        try {
            return wanted.startsWith(ideograph)
                    ? (long) Integer.parseInt(wanted.substring(ideograph.length()), 16)
                    : (long) Character.codePointOf(wanted);
        } catch (IllegalArgumentException e) {
            return -1L;
        }
    }

    private static String direction(int codePoint) {
        return switch (Character.getDirectionality(codePoint)) {
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
            case "NFC" -> Normalizer.normalize(text, Normalizer.Form.NFC);
            case "NFD" -> Normalizer.normalize(text, Normalizer.Form.NFD);
            case "NFKC" -> Normalizer.normalize(text, Normalizer.Form.NFKC);
            case "NFKD" -> Normalizer.normalize(text, Normalizer.Form.NFKD);
            default -> throw Errors.of(Exceptions.VALUE_ERROR, "invalid normalization form");
        };
    }
}
