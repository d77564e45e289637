package dev.polyloom.python.runtime.re;

import java.util.ArrayList;
import java.util.List;

/** The flags of {@code re}, with Python's values. Thread-safe: there is no state. */
public final class Flags {
    /** {@code re.IGNORECASE}. */
    public static final int IGNORE_CASE = 2;

    /** {@code re.LOCALE}. */
    public static final int LOCALE = 4;

    /** {@code re.MULTILINE}. */
    public static final int MULTI_LINE = 8;

    /** {@code re.DOTALL}. */
    public static final int DOT_ALL = 16;

    /** {@code re.UNICODE}. */
    public static final int UNICODE = 32;

    /** {@code re.VERBOSE}. */
    public static final int VERBOSE = 64;

    /** {@code re.ASCII}. */
    public static final int ASCII = 256;

    private Flags() {}

    /** Returns the flag of a letter, or 0. */
    static int of(int letter) {
        return switch (letter) {
            case 'i' -> IGNORE_CASE;
            case 'L' -> LOCALE;
            case 'm' -> MULTI_LINE;
            case 's' -> DOT_ALL;
            case 'u' -> UNICODE;
            case 'x' -> VERBOSE;
            case 'a' -> ASCII;
            default -> 0;
        };
    }

    /** Returns the flags as {@code repr} of a pattern shows them. */
    static String names(int flags) {
        List<String> names = new ArrayList<>();
        add(names, flags, ASCII, "re.ASCII");
        add(names, flags, IGNORE_CASE, "re.IGNORECASE");
        add(names, flags, LOCALE, "re.LOCALE");
        add(names, flags, MULTI_LINE, "re.MULTILINE");
        add(names, flags, DOT_ALL, "re.DOTALL");
        add(names, flags, VERBOSE, "re.VERBOSE");
        return String.join("|", names);
    }

    private static void add(List<String> names, int flags, int flag, String name) {
        if ((flags & flag) != 0) {
            names.add(name);
        }
    }
}
