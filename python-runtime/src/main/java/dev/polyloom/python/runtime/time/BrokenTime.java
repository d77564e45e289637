package dev.polyloom.python.runtime.time;

import dev.polyloom.python.runtime.fault.Fault;
import java.util.Locale;
import java.util.TimeZone;

/**
 * A {@code time.struct_time}. Immutable.
 *
 * @param moment the date and the time of the day
 * @param zoneName what {@code %Z} gives
 * @param daylight whether daylight saving time holds: 1, 0, or -1 where that is not known
 */
@SuppressWarnings("JavaUtilDate") // browsers have it
public record BrokenTime(DateTime moment, int daylight, String zoneName) {
    /**
     * Returns {@code time.gmtime(seconds)}.
     *
     * @throws RuntimeException OverflowError
     */
    public static BrokenTime utc(double seconds) {
        return new BrokenTime(moment(seconds, 0), 0, "GMT");
    }

    /**
     * Returns {@code time.localtime(seconds)} in the machine's zone.
     *
     * @throws RuntimeException OverflowError
     */
    public static BrokenTime local(double seconds) {
        long whole = (long) Math.floor(seconds);
        TimeZone zone = TimeZone.getDefault();
        boolean daylight = zone.getOffset(whole * 1000) != zone.getRawOffset();
        return new BrokenTime(
                moment(seconds, DateTime.localOffset(whole)),
                daylight ? 1 : 0,
                zone.getDisplayName(daylight, TimeZone.SHORT, Locale.ROOT));
    }

    private static DateTime moment(double seconds, int ahead) {
        if (!(Math.abs(seconds) < 1e12)) {
            throw Fault.overflow("timestamp out of range for platform time_t");
        }
        return DateTime.ofTimestamp(Math.floor(seconds) + ahead, FixedZone.UTC).withoutZone();
    }

    /** Returns {@code time.mktime(self)}, the time being one of the machine's zone. */
    public double seconds() {
        return moment.timestamp();
    }

    /** Returns the nine numbers of the tuple. */
    public int[] fields() {
        Date date = moment.date();
        Clock clock = moment.clock();
        return new int[] {
            date.year(),
            date.month(),
            date.day(),
            clock.hour(),
            clock.minute(),
            clock.second(),
            date.weekday(),
            date.dayOfYear(),
            daylight
        };
    }

    /** Returns {@code time.strftime(format, self)}. */
    public String format(String format) {
        return TimeFormat.format(format, moment, zoneName);
    }

    /** Returns {@code time.asctime(self)}. */
    public String ascii() {
        return moment.format("%a %b %e %H:%M:%S %Y");
    }

    /** Returns {@code repr(self)}. */
    @Override
    public String toString() {
        String[] names = {
            "tm_year",
            "tm_mon",
            "tm_mday",
            "tm_hour",
            "tm_min",
            "tm_sec",
            "tm_wday",
            "tm_yday",
            "tm_isdst"
        };
        int[] fields = fields();
        StringBuilder out = new StringBuilder("time.struct_time(");
        for (int i = 0; i < names.length; i++) {
            out.append(i == 0 ? "" : ", ").append(names[i]).append('=').append(fields[i]);
        }
        return out.append(')').toString();
    }
}
