package dev.polyloom.python.runtime.time;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code strftime} in the C locale. Thread-safe: there is no state. */
public final class TimeFormat {
    static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    static final List<String> MONTHS =
            List.of(
                    "January",
                    "February",
                    "March",
                    "April",
                    "May",
                    "June",
                    "July",
                    "August",
                    "September",
                    "October",
                    "November",
                    "December");

    private TimeFormat() {}

    /** Returns {@code moment.strftime(format)}. */
    public static String format(String format, DateTime moment) {
        FixedZone zone = moment.clock().zone();
        return format(format, moment, zone == null ? "" : zone.toString(), true);
    }

    /**
     * Formats a moment of the module {@code time}, which knows no parts of a second.
     *
     * @param zoneName what {@code %Z} gives
     */
    static String format(String format, DateTime moment, String zoneName) {
        return format(format, moment, zoneName, false);
    }

    private static String format(
            String format, DateTime moment, String zoneName, boolean fractions) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%' || i + 1 == format.length()) {
                out.append(c);
                continue;
            }
            char directive = format.charAt(++i);
            String text = directive == 'Z' ? zoneName : directive(directive, moment);
            boolean unknown = text == null || (directive == 'f' && !fractions);
            out.append(unknown ? "%" + directive : text);
        }
        return out.toString();
    }

    private static @Nullable String directive(char directive, DateTime moment) {
        String text = day(directive, moment.date());
        if (text == null) {
            text = time(directive, moment.clock());
        }
        return text == null ? together(directive, moment) : text;
    }

    private static @Nullable String day(char directive, Date date) {
        int sunday = (date.weekday() + 1) % 7;
        return switch (directive) {
            case 'a' -> DAYS.get(date.weekday()).substring(0, 3);
            case 'A' -> DAYS.get(date.weekday());
            case 'b', 'h' -> MONTHS.get(date.month() - 1).substring(0, 3);
            case 'B' -> MONTHS.get(date.month() - 1);
            case 'd' -> Calendar.pad(date.day(), 2);
            case 'e' -> (date.day() < 10 ? " " : "") + date.day();
            case 'j' -> Calendar.pad(date.dayOfYear(), 3);
            case 'm' -> Calendar.pad(date.month(), 2);
            case 'U' -> Calendar.pad((date.dayOfYear() + 6 - sunday) / 7, 2);
            case 'W' -> Calendar.pad((date.dayOfYear() + 6 - date.weekday()) / 7, 2);
            case 'w' -> Integer.toString(sunday);
            case 'u' -> Integer.toString(date.weekday() + 1);
            case 'y' -> Calendar.pad(date.year() % 100, 2);
            case 'C' -> Calendar.pad(date.year() / 100, 2);
            case 'Y' -> Integer.toString(date.year());
            case 'G' -> Integer.toString(date.isoCalendar()[0]);
            case 'g' -> Calendar.pad(date.isoCalendar()[0] % 100, 2);
            case 'V' -> Calendar.pad(date.isoCalendar()[1], 2);
            default -> null;
        };
    }

    private static @Nullable String time(char directive, Clock clock) {
        int twelve = clock.hour() % 12 == 0 ? 12 : clock.hour() % 12;
        return switch (directive) {
            case 'H' -> Calendar.pad(clock.hour(), 2);
            case 'k' -> (clock.hour() < 10 ? " " : "") + clock.hour();
            case 'I' -> Calendar.pad(twelve, 2);
            case 'l' -> (twelve < 10 ? " " : "") + twelve;
            case 'M' -> Calendar.pad(clock.minute(), 2);
            case 'S' -> Calendar.pad(clock.second(), 2);
            case 'f' -> Calendar.pad(clock.microsecond(), 6);
            case 'p' -> clock.hour() < 12 ? "AM" : "PM";
            case 'P' -> clock.hour() < 12 ? "am" : "pm";
            case 'z' -> clock.zone() == null ? "" : FixedZone.offset(clock.zone().offset(), "");
            default -> null;
        };
    }

    private static @Nullable String together(char directive, DateTime moment) {
        return switch (directive) {
            case '%' -> "%";
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'c' -> format("%a %b %e %H:%M:%S %Y", moment);
            case 'x', 'D' -> format("%m/%d/%y", moment);
            case 'X', 'T' -> format("%H:%M:%S", moment);
            case 'R' -> format("%H:%M", moment);
            case 'r' -> format("%I:%M:%S %p", moment);
            case 'F' -> format("%Y-%m-%d", moment);
            case 's' -> Long.toString((long) Math.floor(moment.timestamp()));
            default -> null;
        };
    }
}
