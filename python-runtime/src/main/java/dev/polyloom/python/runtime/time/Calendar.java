package dev.polyloom.python.runtime.time;

import dev.polyloom.python.runtime.fault.Fault;

/** The Gregorian calendar of all times. Thread-safe: there is no state. */
public final class Calendar {
    static final int LEAST_YEAR = 1;
    static final int MOST_YEAR = 9999;
    static final int EPOCH = 719163;
    static final int MOST_ORDINAL = 3652059;
    private static final int[] BEFORE = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    private static final int[] LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private Calendar() {}

    /** Returns {@code calendar.isleap(year)}. */
    public static boolean isLeap(long year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    /** Returns how many days the month has. */
    public static int daysInMonth(long year, int month) {
        return LENGTHS[month - 1] + (month == 2 && isLeap(year) ? 1 : 0);
    }

    static int daysBeforeMonth(long year, int month) {
        return BEFORE[month - 1] + (month > 2 && isLeap(year) ? 1 : 0);
    }

    /** Returns the number of the day, 1 for the first of January of the year 1. */
    static long ordinal(long year, int month, int day) {
        long before = year - 1;
        return before * 365
                + Math.floorDiv(before, 4)
                - Math.floorDiv(before, 100)
                + Math.floorDiv(before, 400)
                + daysBeforeMonth(year, month)
                + day;
    }

    /** Returns year, month and day of the number of a day. */
    static long[] date(long ordinal) {
        long n = ordinal - 1;
        long cycle = Math.floorDiv(n, 146097);
        long day = Math.floorMod(n, 146097);
        long centuries = Math.min(day / 36524, 3);
        day -= centuries * 36524;
        long fours = day / 1461;
        day -= fours * 1461;
        long years = Math.min(day / 365, 3);
        day -= years * 365;
        long year = cycle * 400 + centuries * 100 + fours * 4 + years + 1;
        int month = 12;
        while (daysBeforeMonth(year, month) > day) {
            month--;
        }
        return new long[] {year, month, day - daysBeforeMonth(year, month) + 1};
    }

    /** Returns ISO year, week and weekday of the number of a day. */
    static int[] isoWeek(long ordinal) {
        int weekday = (int) Math.floorMod(ordinal - 1, 7L);
        long thursday = ordinal - weekday + 3;
        int year = (int) date(thursday)[0];
        int week = (int) ((thursday - ordinal(year, 1, 1)) / 7) + 1;
        return new int[] {year, week, weekday + 1};
    }

    static void checkDate(long year, long month, long day) {
        if (year < LEAST_YEAR || year > MOST_YEAR) {
            throw Fault.value("year " + year + " is out of range");
        }
        if (month < 1 || month > 12) {
            throw Fault.value("month must be in 1..12");
        }
        if (day < 1 || day > daysInMonth(year, (int) month)) {
            throw Fault.value("day is out of range for month");
        }
    }

    static void checkTime(long hour, long minute, long second, long micro) {
        check(hour, 23, "hour");
        check(minute, 59, "minute");
        check(second, 59, "second");
        check(micro, 999_999, "microsecond");
    }

    private static void check(long value, int most, String name) {
        if (value < 0 || value > most) {
            throw Fault.value(name + " must be in 0.." + most);
        }
    }

    /** Returns the number in decimal with at least so many digits. */
    static String pad(long value, int width) {
        String digits = Long.toString(Math.abs(value));
        return (value < 0 ? "-" : "") + "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
