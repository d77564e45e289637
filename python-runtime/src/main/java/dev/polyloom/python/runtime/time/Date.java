package dev.polyloom.python.runtime.time;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.text.Repr;

/**
 * A {@code datetime.date}. Immutable.
 *
 * @param year the year, 1 to 9999
 * @param month the month, from 1
 * @param day the day of the month, from 1
 */
public record Date(int year, int month, int day) implements Comparable<Date> {
    /**
     * Returns {@code date(year, month, day)}.
     *
     * @throws RuntimeException ValueError
     */
    public static Date of(long year, long month, long day) {
        Calendar.checkDate(year, month, day);
        return new Date((int) year, (int) month, (int) day);
    }

    /**
     * Returns {@code date.fromordinal(ordinal)}.
     *
     * @throws RuntimeException ValueError
     */
    public static Date ofOrdinal(long ordinal) {
        if (ordinal < 1) {
            throw Fault.value("ordinal must be >= 1");
        }
        long[] date = Calendar.date(ordinal);
        return of(date[0], date[1], date[2]);
    }

    /**
     * Returns {@code date.fromisoformat(text)} of a text with or without hyphens.
     *
     * @throws RuntimeException ValueError
     */
    public static Date parse(String text) {
        IsoReader reader = new IsoReader(text);
        Date date = reader.date();
        if (date == null || !reader.isAtEnd()) {
            throw Fault.value("Invalid isoformat string: " + Repr.of(text));
        }
        return date;
    }

    /** Returns {@code toordinal()}. */
    public long ordinal() {
        return Calendar.ordinal(year, month, day);
    }

    /** Returns {@code weekday()}, 0 for Monday. */
    public int weekday() {
        return (int) ((ordinal() + 6) % 7);
    }

    /** Returns the number of the day in its year, from 1. */
    public int dayOfYear() {
        return Calendar.daysBeforeMonth(year, month) + day;
    }

    /** Returns year, week and weekday of {@code isocalendar()}. */
    public int[] isoCalendar() {
        return Calendar.isoWeek(ordinal());
    }

    /**
     * Returns the date so many days later; the rest of the delta does not count.
     *
     * @throws RuntimeException OverflowError
     */
    public Date plusDays(long days) {
        long ordinal = ordinal() + days;
        if (ordinal < 1 || ordinal > Calendar.MOST_ORDINAL) {
            throw Fault.overflow("date value out of range");
        }
        return ofOrdinal(ordinal);
    }

    /** Returns {@code self - other}. */
    public TimeDelta minus(Date other) {
        return new TimeDelta((int) (ordinal() - other.ordinal()), 0, 0);
    }

    /** Returns this date at midnight, without a zone. */
    public DateTime atMidnight() {
        return new DateTime(this, Clock.MIDNIGHT);
    }

    /** Returns {@code ctime()}. */
    public String ctime() {
        return atMidnight().ctime();
    }

    /** Returns {@code strftime(format)}. */
    public String format(String format) {
        return TimeFormat.format(format, atMidnight());
    }

    @Override
    public int compareTo(Date other) {
        return Long.compare(ordinal(), other.ordinal());
    }

    /** Returns {@code isoformat()}, which is also {@code str(self)}. */
    @Override
    public String toString() {
        return Calendar.pad(year, 4) + "-" + Calendar.pad(month, 2) + "-" + Calendar.pad(day, 2);
    }

    /** Returns {@code repr(self)}. */
    public String repr() {
        return "datetime.date(" + year + ", " + month + ", " + day + ")";
    }
}
