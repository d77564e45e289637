package dev.polyloom.python.runtime.text;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** The methods of str that ask of what kind it is. Thread-safe: there is no state. */
public final class Kinds {
    /** First and last code points with the Unicode type "digit" that are no decimal digits. */
    private static final int[] DIGIT_RANGES = {
        0xB2, 0xB3, 0xB9, 0xB9, 0x1369, 0x1371, 0x19DA, 0x19DA, 0x2070, 0x2070, 0x2074, 0x2079,
        0x2080, 0x2089, 0x2460, 0x2468, 0x2474, 0x247C, 0x2488, 0x2490, 0x24EA, 0x24EA, 0x24F5,
        0x24FD, 0x24FF, 0x24FF, 0x2776, 0x277E, 0x2780, 0x2788, 0x278A, 0x2792, 0x10A40, 0x10A43,
        0x10E60, 0x10E68, 0x11052, 0x1105A, 0x1F100, 0x1F10A
    };

    /** Ideographs that stand for numbers. */
    private static final int[] IDEOGRAPHS = {
        0x3405, 0x3483, 0x382A, 0x3B4D, 0x4E00, 0x4E03, 0x4E07, 0x4E09, 0x4E5D, 0x4E8C, 0x4E94,
        0x4E96, 0x4EBF, 0x4EC0, 0x4EDF, 0x4EE8, 0x4F0D, 0x4F70, 0x5104, 0x5146, 0x5169, 0x516B,
        0x516D, 0x5341, 0x5343, 0x5344, 0x5345, 0x534C, 0x53C1, 0x53C2, 0x53C3, 0x53C4, 0x56DB,
        0x58F1, 0x58F9, 0x5E7A, 0x5EFE, 0x5EFF, 0x5F0C, 0x5F0D, 0x5F0E, 0x5F10, 0x62FE, 0x634C,
        0x67D2, 0x6F06, 0x7396, 0x767E, 0x8086, 0x842C, 0x8CAE, 0x8CB3, 0x8D30, 0x9621, 0x9646,
        0x964C, 0x9678, 0x96F6, 0xF96B, 0xF973, 0xF978, 0xF9B2, 0xF9D1, 0xF9D3, 0xF9FD, 0x20001,
        0x20064, 0x200E2, 0x20121, 0x2092A, 0x20983, 0x2098C, 0x2099C, 0x20AEA, 0x20AFD, 0x20B19,
        0x22390, 0x22998, 0x23B1B, 0x2626D, 0x2F890
    };

    private Kinds() {}

    private static boolean all(String text, IntPredicate test) {
        return !text.isEmpty() && text.codePoints().allMatch(test);
    }

    /** Returns {@code text.isalpha()}. */
    public static boolean isAlpha(String text) {
        return all(text, Character::isLetter);
    }

    /** Returns {@code text.isdecimal()}. */
    public static boolean isDecimal(String text) {
        return all(text, Kinds::isDecimalDigit);
    }

    private static boolean isDecimalDigit(int c) {
        return Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
    }

    /** Returns {@code text.isdigit()}. */
    public static boolean isDigit(String text) {
        return all(text, Kinds::isDigit);
    }

    private static boolean isDigit(int c) {
        if (isDecimalDigit(c)) {
            return true;
        }
        int place = Arrays.binarySearch(DIGIT_RANGES, c);
        return place >= 0 || (-place - 1) % 2 == 1;
    }

    /** Returns {@code text.isnumeric()}. */
    public static boolean isNumeric(String text) {
        return all(text, Kinds::isNumeric);
    }

    private static boolean isNumeric(int c) {
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
                    true;
            case Character.OTHER_LETTER -> Arrays.binarySearch(IDEOGRAPHS, c) >= 0;
            default -> false;
        };
    }

    /** Returns {@code text.isalnum()}. */
    public static boolean isAlphanumeric(String text) {
        return all(text, Kinds::isAlphanumeric);
    }

    /** Returns whether the code point is a letter or a number. */
    public static boolean isAlphanumeric(int c) {
        return Character.isLetter(c) || isNumeric(c);
    }

    /** Returns {@code text.isspace()}. */
    public static boolean isSpace(String text) {
        return all(text, Spaces::isSpace);
    }

    /** Returns {@code text.isascii()}. */
    public static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    /** Returns {@code text.isprintable()}. */
    public static boolean isPrintable(String text) {
        return text.codePoints().allMatch(Repr::isPrintable);
    }

    /** Returns {@code text.isidentifier()}. */
    public static boolean isIdentifier(String text) {
        if (text.isEmpty()) {
            return false;
        }
        int first = text.codePointAt(0);
        return (first == '_' || Character.isUnicodeIdentifierStart(first))
                && text.codePoints().allMatch(Kinds::isIdentifierPart);
    }

    private static boolean isIdentifierPart(int c) {
        return Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
    }

    /** Returns {@code text.isupper()}. */
    public static boolean isUpper(String text) {
        return text.codePoints().anyMatch(Character::isUpperCase)
                && text.codePoints().noneMatch(c -> Character.isLowerCase(c) || isTitleCase(c));
    }

    /** Returns {@code text.islower()}. */
    public static boolean isLower(String text) {
        return text.codePoints().anyMatch(Character::isLowerCase)
                && text.codePoints().noneMatch(c -> Character.isUpperCase(c) || isTitleCase(c));
    }

    /** Returns {@code text.istitle()}. */
    public static boolean isTitle(String text) {
        boolean found = false;
        boolean inWord = false;
        for (int c : text.codePoints().toArray()) {
            boolean begins = Character.isUpperCase(c) || isTitleCase(c);
            if (begins ? inWord : Character.isLowerCase(c) && !inWord) {
                return false;
            }
            inWord = begins || Character.isLowerCase(c);
            found |= inWord;
        }
        return found;
    }

    static boolean isCased(int c) {
        return Character.isUpperCase(c) || Character.isLowerCase(c) || isTitleCase(c);
    }

    private static boolean isTitleCase(int c) {
        return Character.getType(c) == Character.TITLECASE_LETTER;
    }
}
