package dev.polyloom.python.runtime.text;

import java.util.Locale;

/** The methods of str that change case. Thread-safe: there is no state. */
public final class Letters {
    private static final int SIGMA = 0x3A3;

    private Letters() {}

    /** Returns {@code text.upper()}. */
    public static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** Returns {@code text.lower()}. */
    public static String lower(String text) {
        return text.indexOf(SIGMA) < 0
                ? text.toLowerCase(Locale.ROOT)
                : lowerAfter(text, 0, text.length());
    }

    /** Returns {@code text.capitalize()}. */
    public static String capitalize(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.codePointAt(0);
        int size = Character.charCount(first);
        return titleCase(first) + lowerAfter(text, size, text.length());
    }

    /** Lowers a part with what stands before it in view, which a final sigma depends on. */
    private static String lowerAfter(String text, int begin, int end) {
        StringBuilder out = new StringBuilder();
        for (int i = begin; i < end; ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            out.append(c == SIGMA ? sigma(text, i, next) : lower(Str.of(c)));
            i = next;
        }
        return out.toString();
    }

    private static String sigma(String text, int begin, int end) {
        int before = begin;
        while (before > 0 && isIgnorable(text.codePointBefore(before))) {
            before -= Character.charCount(text.codePointBefore(before));
        }
        int after = end;
        while (after < text.length() && isIgnorable(text.codePointAt(after))) {
            after += Character.charCount(text.codePointAt(after));
        }
        boolean last =
                before > 0
                        && Kinds.isCased(text.codePointBefore(before))
                        && (after == text.length() || !Kinds.isCased(text.codePointAt(after)));
        return last ? "\u03C2" : "\u03C3";
    }

    private static boolean isIgnorable(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.MODIFIER_LETTER,
                    Character.MODIFIER_SYMBOL ->
                    true;
            default ->
                    "'.:\u00B7\u0387\u055F\u05F4\u2018\u2019\u2024\u2027\uFE13\uFE52\uFE55\uFF07\uFF0E\uFF1A"
                                    .indexOf(c)
                            >= 0;
        };
    }

    /** Returns {@code text.title()}. */
    public static String title(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean inWord = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            out.append(inWord ? lowerAfter(text, i, next) : titleCase(c));
            inWord = Kinds.isCased(c);
            i = next;
        }
        return out.toString();
    }

    private static String titleCase(int c) {
        String one = Str.of(c);
        String upper = upper(one);
        int title = Character.toTitleCase(c);
        boolean titled = Character.getType(c) == Character.TITLECASE_LETTER;
        if (titled || title != c || upper.length() <= one.length()) {
            return Str.of(title);
        }
        if (c >= 0x1FB2 && c <= 0x1FF7 && upper.endsWith("\u0399")) {
            return upper.substring(0, upper.length() - 1) + "\u0345";
        }
        boolean ligature = c == 0xDF || (c >= 0xFB00 && c <= 0xFB17) || c == 0x587;
        int first = Character.charCount(upper.codePointAt(0));
        return ligature ? upper.substring(0, first) + lower(upper.substring(first)) : upper;
    }

    /** Returns {@code text.swapcase()}. */
    public static String swapCase(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (Character.isUpperCase(c)) {
                out.append(lowerAfter(text, i, next));
            } else if (Character.isLowerCase(c)) {
                out.append(upper(Str.of(c)));
            } else {
                out.appendCodePoint(c);
            }
            i = next;
        }
        return out.toString();
    }

    /** Returns {@code text.casefold()}. */
    public static String caseFold(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> fold(out, c));
        return out.toString();
    }

    private static void fold(StringBuilder out, int c) {
        if (c < 128) {
            out.append(Character.toLowerCase((char) c));
        } else if (c == 0x130) {
            out.append("i\u0307");
        } else if (c == 0x131) {
            out.append('\u0131');
        } else if (c >= 0x13A0 && c <= 0x13F5) {
            out.appendCodePoint(c);
        } else if ((c >= 0x13F8 && c <= 0x13FD) || (c >= 0xAB70 && c <= 0xABBF)) {
            out.appendCodePoint(Character.toUpperCase(c));
        } else if (c == 0x1E9E) {
            out.append("ss");
        } else {
            String upper = upper(Str.of(c));
            upper.codePoints().forEach(u -> out.appendCodePoint(Character.toLowerCase(u)));
        }
    }
}
