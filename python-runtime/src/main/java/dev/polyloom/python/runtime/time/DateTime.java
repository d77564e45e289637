package dev.polyloom.python.runtime.time;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.text.Repr;
import dev.polyloom.python.runtime.text.Str;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * A {@code datetime.datetime}. Immutable.
 *
 * @param date the day
 * @param clock the time of the day, and the zone
 */
public record DateTime(Date date, Clock clock) {
    private static final long DAY = 86_400_000_000L;

    /**
     * Returns the time that is so many microseconds after the first midnight of 1970 on the clock.
     *
     * @throws RuntimeException OverflowError
     */
    static DateTime ofMicroseconds(BigInteger all, @Nullable FixedZone zone) {
        BigInteger[] both = all.divideAndRemainder(BigInteger.valueOf(DAY));
        long days = both[1].signum() < 0 ? both[0].longValue() - 1 : both[0].longValue();
        long ordinal = days + Calendar.EPOCH;
        if (both[0].bitLength() > 40 || ordinal < 1 || ordinal > Calendar.MOST_ORDINAL) {
            throw Fault.overflow("date value out of range");
        }
        long rest = Math.floorMod(both[1].longValue(), DAY);
        return new DateTime(Date.ofOrdinal(ordinal), Clock.ofDay(rest, zone));
    }

    private BigInteger inMicroseconds() {
        return BigInteger.valueOf(date.ordinal() - Calendar.EPOCH)
                .multiply(BigInteger.valueOf(DAY))
                .add(BigInteger.valueOf(clock.ofDay()));
    }

    /**
     * Returns {@code datetime.fromtimestamp(seconds, zone)}; without a zone the time is that of the
     * machine's.
     *
     * @throws RuntimeException ValueError, OverflowError
     */
    public static DateTime ofTimestamp(double seconds, @Nullable FixedZone zone) {
        if (Double.isNaN(seconds)) {
            throw Fault.value("cannot convert float NaN to integer");
        }
        if (Double.isInfinite(seconds)) {
            throw Fault.overflow("cannot convert float infinity to integer");
        }
        BigInteger all =
                new BigDecimal(seconds)
                        .movePointRight(6)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .toBigInteger();
        if (all.bitLength() > 60) {
            throw Fault.value("year is out of range");
        }
        BigInteger ahead =
                zone == null
                        ? BigInteger.valueOf(localOffset(Math.floorDiv(all.longValue(), 1_000_000)))
                                .multiply(BigInteger.valueOf(1_000_000))
                        : zone.offset().inMicroseconds();
        BigInteger shown = all.add(ahead);
        long year = Calendar.date(Math.floorDiv(shown.longValue(), DAY) + Calendar.EPOCH)[0];
        if (year < Calendar.LEAST_YEAR || year > Calendar.MOST_YEAR) {
            throw Fault.value("year " + year + " is out of range");
        }
        return ofMicroseconds(shown, zone);
    }

    /** Returns how many seconds the machine's zone is ahead of UTC at the instant. */
    static int localOffset(long epochSecond) {
        return TimeZone.getDefault().getOffset(epochSecond * 1000) / 1000;
    }

    /** Returns {@code timestamp()}; a time without a zone is taken for one of the machine's. */
    public double timestamp() {
        TimeDelta passed =
                clock.zone() == null
                        ? TimeDelta.ofMicroseconds(inMicroseconds().subtract(localAhead()))
                        : TimeDelta.ofMicroseconds(utc());
        return passed.totalSeconds();
    }

    private BigInteger localAhead() {
        long here = inMicroseconds().divide(BigInteger.valueOf(1_000_000)).longValue();
        int guess = localOffset(here - localOffset(here));
        return BigInteger.valueOf(guess * 1_000_000L);
    }

    private BigInteger utc() {
        FixedZone zone = clock.zone();
        return zone == null
                ? inMicroseconds()
                : inMicroseconds().subtract(zone.offset().inMicroseconds());
    }

    /** Returns {@code replace(tzinfo=None)}. */
    public DateTime withoutZone() {
        return new DateTime(date, clock.withZone(null));
    }

    /** Returns {@code astimezone(zone)}. */
    public DateTime inZone(FixedZone zone) {
        BigInteger utc = clock.zone() == null ? inMicroseconds().subtract(localAhead()) : utc();
        return ofMicroseconds(utc.add(zone.offset().inMicroseconds()), zone);
    }

    /**
     * Returns {@code self + delta}.
     *
     * @throws RuntimeException OverflowError
     */
    public DateTime plus(TimeDelta delta) {
        return ofMicroseconds(inMicroseconds().add(delta.inMicroseconds()), clock.zone());
    }

    /**
     * Returns {@code self - other}.
     *
     * @throws RuntimeException TypeError if only one of them has a zone
     */
    public TimeDelta minus(DateTime other) {
        if ((clock.zone() == null) != (other.clock.zone() == null)) {
            throw Fault.type("can't subtract offset-naive and offset-aware datetimes");
        }
        return TimeDelta.ofMicroseconds(utc().subtract(other.utc()));
    }

    /**
     * Compares the instants.
     *
     * @throws RuntimeException TypeError if only one of them has a zone
     */
    public int compare(DateTime other) {
        if ((clock.zone() == null) != (other.clock.zone() == null)) {
            throw Fault.type("can't compare offset-naive and offset-aware datetimes");
        }
        return utc().compareTo(other.utc());
    }

    /** Returns {@code self == other}, which is false if only one of them has a zone. */
    public boolean isSame(DateTime other) {
        return (clock.zone() == null) == (other.clock.zone() == null) && utc().equals(other.utc());
    }

    /**
     * Returns {@code datetime.fromisoformat(text)}.
     *
     * @throws RuntimeException ValueError
     */
    public static DateTime parse(String text) {
        IsoReader reader = new IsoReader(text);
        Date date = reader.date();
        Clock clock = date == null || reader.isAtEnd() ? Clock.MIDNIGHT : reader.clockBehind();
        if (date == null || clock == null || !reader.isAtEnd()) {
            throw Fault.value("Invalid isoformat string: " + Repr.of(text));
        }
        return new DateTime(date, clock);
    }

    /**
     * Returns {@code isoformat(separator, unit)}.
     *
     * @throws RuntimeException TypeError, ValueError
     */
    public String iso(String separator, String unit) {
        if (Str.length(separator) != 1) {
            throw Fault.type("isoformat() argument 1 must be a unicode character, not str");
        }
        return date + separator + clock.iso(unit);
    }

    /** Returns {@code str(self)}. */
    @Override
    public String toString() {
        return iso(" ", "auto");
    }

    /** Returns {@code ctime()}. */
    public String ctime() {
        return format("%a %b %e %H:%M:%S ") + Calendar.pad(date.year(), 4);
    }

    /** Returns {@code strftime(format)}. */
    public String format(String format) {
        return TimeFormat.format(format, this);
    }

    /** Returns {@code repr(self)}. */
    public String repr() {
        return "datetime.datetime("
                + date.year()
                + ", "
                + date.month()
                + ", "
                + date.day()
                + ", "
                + clock.parts()
                + ")";
    }
}
