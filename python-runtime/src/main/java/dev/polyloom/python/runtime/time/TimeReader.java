package dev.polyloom.python.runtime.time;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.text.Repr;
import dev.polyloom.python.runtime.text.Spaces;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code strptime} in the C locale. An instance reads once, in one thread. */
public final class TimeReader {
    private final String text;
    private final String format;
    private int at;
    private int year = 1900;
    private int month = 1;
    private int day = 1;
    private int hour;
    private int minute;
    private int second;
    private int microsecond;
    private int dayOfYear;
    private boolean afternoon;
    private boolean twelve;
    private @Nullable FixedZone zone;

    private TimeReader(String text, String format) {
        this.text = text;
        this.format = format;
    }

    /**
     * Returns {@code datetime.strptime(text, format)}.
     *
     * @throws RuntimeException ValueError
     */
    public static DateTime read(String text, String format) {
        TimeReader reader = new TimeReader(text, format);
        reader.run();
        return reader.result();
    }

    private void run() {
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c == '%') {
                if (++i == format.length()) {
                    throw Fault.value("stray % in format " + Repr.of(format));
                }
                directive(format.charAt(i));
            } else if (Spaces.isSpace(c)) {
                int begin = at;
                while (at < text.length() && Spaces.isSpace(text.charAt(at))) {
                    at++;
                }
                check(at > begin);
            } else {
                check(at < text.length() && fold(text.charAt(at)) == fold(c));
                at++;
            }
        }
        if (at < text.length()) {
            throw Fault.value("unconverted data remains: " + text.substring(at));
        }
    }

    private static char fold(char c) {
        return Character.toLowerCase(c);
    }

    private void check(boolean matches) {
        if (!matches) {
            throw Fault.value(
                    "time data " + Repr.of(text) + " does not match format " + Repr.of(format));
        }
    }

    private void directive(char directive) {
        switch (directive) {
            case 'Y' -> {
                int begin = at;
                year = number(4, 0, 9999);
                check(at == begin + 4);
            }
            case 'y' -> {
                int begin = at;
                int short2 = number(2, 0, 99);
                check(at == begin + 2);
                year = short2 + (short2 < 69 ? 2000 : 1900);
            }
            case 'm' -> month = number(2, 1, 12);
            case 'd' -> day = number(2, 1, 31);
            case 'H' -> hour = number(2, 0, 23);
            case 'I' -> {
                hour = number(2, 1, 12);
                twelve = true;
            }
            case 'M' -> minute = number(2, 0, 59);
            case 'S' -> second = number(2, 0, 61);
            case 'j' -> dayOfYear = number(3, 1, 366);
            case 'f' -> fraction();
            case 'p' -> afternoon = name(List.of("AM", "PM"), 2) == 1;
            case 'a' -> name(TimeFormat.DAYS, 3);
            case 'A' -> name(TimeFormat.DAYS, Integer.MAX_VALUE);
            case 'b' -> month = name(TimeFormat.MONTHS, 3) + 1;
            case 'B' -> month = name(TimeFormat.MONTHS, Integer.MAX_VALUE) + 1;
            case 'w' -> number(1, 0, 6);
            case 'u' -> number(1, 1, 7);
            case 'z' -> offset();
            case 'Z' -> zoneName();
            case '%' -> {
                check(at < text.length() && text.charAt(at) == '%');
                at++;
            }
            default -> together(directive);
        }
    }

    private void together(char directive) {
        String whole =
                switch (directive) {
                    case 'c' -> "a b d H:M:S Y";
                    case 'x' -> "m/d/y";
                    case 'X', 'T' -> "H:M:S";
                    default ->
                            throw Fault.value(
                                    "'"
                                            + directive
                                            + "' is a bad directive in format "
                                            + Repr.of(format));
                };
        for (int i = 0; i < whole.length(); i++) {
            char c = whole.charAt(i);
            if (Character.isLetter(c)) {
                directive(c);
            } else {
                check(at < text.length() && text.charAt(at) == c);
                while (at < text.length() && text.charAt(at) == c) {
                    at++;
                }
            }
        }
    }

    /** Reads as many digits as give a number in the range. */
    private int number(int most, int low, int high) {
        int value = 0;
        int found = -1;
        int end = at;
        for (int i = 0; i < most && at + i < text.length(); i++) {
            int digit = text.charAt(at + i) - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            value = value * 10 + digit;
            if (value >= low && value <= high) {
                found = value;
                end = at + i + 1;
            }
        }
        check(found >= 0);
        at = end;
        return found;
    }

    private void fraction() {
        int begin = at;
        int value = 0;
        while (at < text.length() && at - begin < 6 && Character.isDigit(text.charAt(at))) {
            value = value * 10 + text.charAt(at++) - '0';
        }
        check(at > begin);
        for (int i = at - begin; i < 6; i++) {
            value *= 10;
        }
        microsecond = value;
    }

    private int name(List<String> names, int length) {
        String rest = text.substring(at).toLowerCase(Locale.ROOT);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            String shown = name.substring(0, Math.min(length, name.length()));
            if (rest.startsWith(shown.toLowerCase(Locale.ROOT))) {
                at += shown.length();
                return i;
            }
        }
        check(false);
        return -1;
    }

    private void offset() {
        check(at < text.length());
        char sign = text.charAt(at++);
        if (sign == 'Z') {
            zone = FixedZone.UTC;
            return;
        }
        check(sign == '+' || sign == '-');
        int hours = two();
        boolean colon = at < text.length() && text.charAt(at) == ':';
        at += colon ? 1 : 0;
        long seconds = hours * 3600L + two() * 60L;
        zone = FixedZone.of(TimeDelta.of(0L, sign == '-' ? -seconds : seconds), null);
    }

    private int two() {
        int begin = at;
        int value = number(2, 0, 59);
        check(at == begin + 2);
        return value;
    }

    private void zoneName() {
        int named = name(List.of("UTC", "GMT"), 3);
        check(named >= 0);
    }

    private DateTime result() {
        if (twelve) {
            hour = hour % 12 + (afternoon ? 12 : 0);
        }
        Date date = dayOfYear > 0 ? ofYear() : Date.of(year, month, day);
        if (second > 59) {
            throw Fault.value("second must be in 0..59");
        }
        return new DateTime(date, Clock.of(hour, minute, second, microsecond, zone));
    }

    private Date ofYear() {
        return Date.of(year, 1, 1).plusDays(dayOfYear - 1L);
    }
}
