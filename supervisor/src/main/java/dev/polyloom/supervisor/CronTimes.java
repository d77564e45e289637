package dev.polyloom.supervisor;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The times that a cron expression names. */
record CronTimes(
        BitSet minutes,
        BitSet hours,
        BitSet days,
        BitSet months,
        BitSet weekdays,
        boolean eitherDay) {
    /** How far to look: every date that exists comes within eight years, also around 2100. */
    private static final int MOST_DAYS = 9 * 366;

    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final List<String> WEEKDAYS =
            List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    static CronTimes parse(String expression) {
        String[] fields = expression.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
        if (fields.length != 5) {
            throw new IllegalArgumentException(
                    "'%s' must be minute, hour, day, month and day of the week, such as '30 3 * * mon-fri'"
                            .formatted(expression));
        }
        BitSet weekdays = new Field("day of the week", 0, 7, WEEKDAYS, 0).parse(fields[4]);
        if (weekdays.get(7)) {
            weekdays.set(0);
        }
        return new CronTimes(
                new Field("minute", 0, 59, List.of(), 0).parse(fields[0]),
                new Field("hour", 0, 23, List.of(), 0).parse(fields[1]),
                new Field("day", 1, 31, List.of(), 0).parse(fields[2]),
                new Field("month", 1, 12, MONTHS, 1).parse(fields[3]),
                weekdays,
                !fields[2].startsWith("*") && !fields[4].startsWith("*"));
    }

    /** Returns the first time after another, or null if there is none. */
    @Nullable ZonedDateTime next(ZonedDateTime after) {
        LocalDate day = after.toLocalDate();
        for (int i = 0; i <= MOST_DAYS; i++, day = day.plusDays(1)) {
            ZonedDateTime found = isOn(day) ? firstOn(day, after) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private boolean isOn(LocalDate date) {
        boolean day = days.get(date.getDayOfMonth());
        boolean weekday = weekdays.get(date.getDayOfWeek().getValue() % DayOfWeek.values().length);
        return months.get(date.getMonthValue()) && (eitherDay ? day || weekday : day && weekday);
    }

    private @Nullable ZonedDateTime firstOn(LocalDate date, ZonedDateTime after) {
        for (int hour = hours.nextSetBit(0); hour >= 0; hour = hours.nextSetBit(hour + 1)) {
            for (int minute = minutes.nextSetBit(0);
                    minute >= 0;
                    minute = minutes.nextSetBit(minute + 1)) {
                ZonedDateTime time =
                        ZonedDateTime.of(date, LocalTime.of(hour, minute), after.getZone());
                if (time.isAfter(after)) {
                    return time;
                }
            }
        }
        return null;
    }

    /** What may stand in one of the five places. */
    private record Field(String name, int least, int most, List<String> words, int firstWord) {
        BitSet parse(String text) {
            BitSet set = new BitSet(most + 1);
            for (String part : text.split(",", -1)) {
                add(part, set);
            }
            return set;
        }

        private void add(String part, BitSet set) {
            String[] stepped = part.split("/", -1);
            int step = stepped.length == 1 ? 1 : number(stepped[1], part);
            String[] ends = stepped[0].split("-", -1);
            boolean all = stepped[0].equals("*");
            int first = all ? least : number(ends[0], part);
            boolean single = ends.length == 1 && stepped.length == 1 && !all;
            int last = single ? first : ends.length == 2 ? number(ends[1], part) : most;
            if (stepped.length > 2 || ends.length > 2 || step < 1) {
                throw wrong(part);
            }
            if (first < least || last > most || first > last) {
                throw wrong(part);
            }
            for (int value = first; value <= last; value += step) {
                set.set(value);
            }
        }

        private int number(String text, String part) {
            int word = words.indexOf(text);
            if (word >= 0) {
                return word + firstWord;
            }
            if (!text.matches("\\d{1,3}")) {
                throw wrong(part);
            }
            return Integer.parseInt(text);
        }

        private IllegalArgumentException wrong(String part) {
            return new IllegalArgumentException(
                    "'%s' is no %s; write *, numbers from %d to %d, ranges such as %d-%d, or steps such as */%d"
                            .formatted(part, name, least, most, least, least + 1, least + 2));
        }
    }
}
