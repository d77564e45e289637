package dev.polyloom.python.runtime.time;

import org.jspecify.annotations.Nullable;

/** Reads dates and times of ISO 8601; what is not well formed gives null. */
final class IsoReader {
    private final String text;
    private int at;

    IsoReader(String text) {
        this.text = text;
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : -1;
    }

    private boolean take(char wanted) {
        boolean found = peek() == wanted;
        at += found ? 1 : 0;
        return found;
    }

    /** Reads so many digits, or returns -1. */
    private int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            int digit = peek() - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
            at++;
        }
        return value;
    }

    @Nullable Date date() {
        int year = digits(4);
        if (year < 0) {
            return null;
        }
        boolean hyphens = take('-');
        if (take('W')) {
            return week(year, hyphens);
        }
        int month = digits(2);
        if (month < 0 || take('-') != hyphens) {
            return null;
        }
        int day = digits(2);
        return day < 0 ? null : Date.of(year, month, day);
    }

    private @Nullable Date week(int year, boolean hyphens) {
        int week = digits(2);
        boolean more = hyphens ? take('-') : peek() >= '0' && peek() <= '9';
        int day = more ? digits(1) : 1;
        long january = Calendar.ordinal(year, 1, 4);
        long monday = january - Math.floorMod(january - 1, 7L);
        boolean fits = week >= 1 && week <= 53 && day >= 1 && day <= 7;
        long ordinal = monday + (week - 1L) * 7 + day - 1;
        if (!fits || Calendar.isoWeek(ordinal)[0] != year) {
            return null;
        }
        return Date.ofOrdinal(ordinal);
    }

    /** Reads a time behind any one separator. */
    @Nullable Clock clockBehind() {
        at += Character.charCount(text.codePointAt(at));
        return isAtEnd() ? null : clock();
    }

    @Nullable Clock clock() {
        take('T');
        int[] parts = parts();
        if (parts == null) {
            return null;
        }
        FixedZone zone = null;
        if (take('Z')) {
            zone = FixedZone.UTC;
        } else if (peek() == '+' || peek() == '-') {
            boolean behind = text.charAt(at++) == '-';
            int[] ahead = parts();
            if (ahead == null) {
                return null;
            }
            long seconds = (ahead[0] * 60L + ahead[1]) * 60 + ahead[2];
            TimeDelta offset = TimeDelta.of(0L, seconds, (long) ahead[3]);
            zone = FixedZone.of(behind ? offset.negated() : offset, null);
        }
        return Clock.of(parts[0], parts[1], parts[2], parts[3], zone);
    }

    /** Reads hours, minutes, seconds and microseconds, of which only the first must be there. */
    private int @Nullable [] parts() {
        int[] parts = new int[4];
        parts[0] = digits(2);
        boolean colons = peek() == ':';
        for (int i = 1; i < 3 && parts[i - 1] >= 0; i++) {
            boolean more = colons ? take(':') : peek() >= '0' && peek() <= '9';
            if (!more) {
                return parts;
            }
            parts[i] = digits(2);
        }
        if (parts[0] < 0 || parts[1] < 0 || parts[2] < 0) {
            return null;
        }
        if (peek() == '.' || peek() == ',') {
            at++;
            parts[3] = fraction();
        }
        return parts[3] < 0 ? null : parts;
    }

    private int fraction() {
        int begin = at;
        int value = 0;
        while (peek() >= '0' && peek() <= '9') {
            value = at - begin < 6 ? value * 10 + peek() - '0' : value;
            at++;
        }
        int count = at - begin;
        for (int i = count; i < 6; i++) {
            value *= 10;
        }
        return count == 0 ? -1 : value;
    }
}
