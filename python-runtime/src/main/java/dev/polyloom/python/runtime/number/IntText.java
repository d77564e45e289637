package dev.polyloom.python.runtime.number;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.text.Bytes;
import dev.polyloom.python.runtime.text.Repr;
import dev.polyloom.python.runtime.text.Spaces;
import dev.polyloom.python.runtime.text.Str;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Ints as text, in any base. Thread-safe: the one piece of state is the limit on decimal digits,
 * which a program may change at any time.
 */
public final class IntText {
    private static final int REPR_SHOWN = 200;
    private static final int LEAST_LIMIT = 640;
    private static final double DIGITS_A_BIT = Math.log10(2);

    private static volatile int maxDigits = 4300;

    private IntText() {}

    /** Returns {@code sys.get_int_max_str_digits()}. */
    public static int maxDigits() {
        return maxDigits;
    }

    /**
     * Does {@code sys.set_int_max_str_digits(digits)}; 0 is no limit.
     *
     * @throws RuntimeException ValueError
     */
    public static void setMaxDigits(int digits) {
        if (digits != 0 && digits < LEAST_LIMIT) {
            throw Fault.value("maxdigits must be 0 or larger than 640");
        }
        maxDigits = digits;
    }

    /**
     * Returns the int in decimal, as {@code str} and {@code repr} do.
     *
     * @throws RuntimeException ValueError if it has more digits than the limit
     */
    public static String decimal(Object value) {
        if (Ints.plain(value) instanceof Long small) {
            return Long.toString(small);
        }
        BigInteger big = Ints.big(value);
        int limit = maxDigits;
        if (limit > 0 && big.bitLength() * DIGITS_A_BIT > limit - 1) {
            boolean far = big.bitLength() * DIGITS_A_BIT > limit + 1;
            if (far || big.abs().toString().length() > limit) {
                throw Fault.value(
                        "Exceeds the limit ("
                                + limit
                                + " digits) for integer string conversion; use"
                                + " sys.set_int_max_str_digits() to increase the limit");
            }
        }
        return big.toString();
    }

    /** Returns {@code bin(value)}. */
    public static String binary(Object value) {
        return prefixed(value, 2, "0b");
    }

    /** Returns {@code oct(value)}. */
    public static String octal(Object value) {
        return prefixed(value, 8, "0o");
    }

    /** Returns {@code hex(value)}. */
    public static String hexadecimal(Object value) {
        return prefixed(value, 16, "0x");
    }

    private static String prefixed(Object value, int base, String prefix) {
        BigInteger big = Ints.big(value);
        return (big.signum() < 0 ? "-" : "") + prefix + big.abs().toString(base);
    }

    /**
     * Returns {@code int(text, base)}.
     *
     * @param text the text, of which surrounding white space does not count
     * @param base 2 to 36, or 0 to go by the text's prefix
     * @throws RuntimeException ValueError
     */
    public static Object parse(String text, long base) {
        Object value = readChecked(text, base);
        if (value == null) {
            throw invalid(base, Repr.of(text));
        }
        return value;
    }

    /**
     * Returns {@code int(bytes, base)}.
     *
     * @throws RuntimeException ValueError
     */
    public static Object parse(byte[] text, long base) {
        String latin = new String(text, StandardCharsets.ISO_8859_1);
        Object value = latin.chars().allMatch(c -> c < 128) ? readChecked(latin, base) : null;
        if (value == null) {
            throw invalid(base, Bytes.repr(text));
        }
        return value;
    }

    private static @Nullable Object readChecked(String text, long base) {
        if (base != 0 && (base < 2 || base > 36)) {
            throw Fault.value("int() base must be >= 2 and <= 36, or 0");
        }
        return read(text, (int) base);
    }

    private static RuntimeException invalid(long base, String repr) {
        String shown =
                repr.codePointCount(0, repr.length()) <= REPR_SHOWN
                        ? repr
                        : Str.slice(repr, 0, REPR_SHOWN);
        return Fault.value("invalid literal for int() with base " + base + ": " + shown);
    }

    private static @Nullable Object read(String text, int base) {
        String digits = Spaces.toAsciiDigits(text);
        int at = 0;
        boolean negative = digits.startsWith("-");
        if (negative || digits.startsWith("+")) {
            at = 1;
        }
        int prefix = prefixBase(digits, at);
        int radix = base == 0 ? Math.max(prefix, 0) : base;
        if (prefix > 0 && (base == 0 || base == prefix)) {
            at += 2;
            radix = prefix;
            if (at < digits.length() && digits.charAt(at) == '_') {
                at++;
            }
        } else if (base == 0) {
            radix = 10;
        }
        String clean = clean(digits, at, radix);
        if (clean == null || (base == 0 && prefix == 0 && isOldOctal(clean))) {
            return null;
        }
        checkLength(clean, radix);
        BigInteger value = new BigInteger(clean, radix);
        return Ints.of(negative ? value.negate() : value);
    }

    private static int prefixBase(String text, int at) {
        if (at + 1 >= text.length() || text.charAt(at) != '0') {
            return 0;
        }
        return switch (text.charAt(at + 1)) {
            case 'b', 'B' -> 2;
            case 'o', 'O' -> 8;
            case 'x', 'X' -> 16;
            default -> 0;
        };
    }

    private static boolean isOldOctal(String digits) {
        return digits.charAt(0) == '0' && digits.chars().anyMatch(c -> c != '0');
    }

    /** Returns the digits without underscores, or null if they are not well formed. */
    private static @Nullable String clean(String text, int from, int radix) {
        StringBuilder digits = new StringBuilder();
        boolean afterDigit = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '_' && afterDigit) {
                afterDigit = false;
            } else if (c < 128 && Character.digit(c, radix) >= 0) {
                digits.append(c);
                afterDigit = true;
            } else {
                return null;
            }
        }
        return afterDigit ? digits.toString() : null;
    }

    private static void checkLength(String digits, int radix) {
        int limit = maxDigits;
        boolean quadratic = Integer.bitCount(radix) != 1;
        if (quadratic && limit > 0 && digits.length() > limit) {
            throw Fault.value(
                    "Exceeds the limit ("
                            + limit
                            + " digits) for integer string conversion: value has "
                            + digits.length()
                            + " digits; use sys.set_int_max_str_digits() to increase the limit");
        }
    }
}
