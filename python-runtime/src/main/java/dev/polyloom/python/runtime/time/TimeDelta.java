package dev.polyloom.python.runtime.time;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.number.Ints;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A {@code datetime.timedelta}. Immutable.
 *
 * @param days the days, less than a billion to either side
 * @param seconds the seconds, less than a day
 * @param microseconds the microseconds, less than a second
 */
public record TimeDelta(int days, int seconds, int microseconds) implements Comparable<TimeDelta> {
    private static final int MOST_DAYS = 999_999_999;
    private static final BigInteger DAY = BigInteger.valueOf(86_400_000_000L);

    /** The order in which the parts are added, which fractions depend on. */
    private static final int[] ORDER = {2, 3, 1, 4, 5, 0, 6};

    private static final BigDecimal[] UNITS = {
        new BigDecimal(DAY),
        BigDecimal.valueOf(1_000_000),
        BigDecimal.ONE,
        BigDecimal.valueOf(1000),
        BigDecimal.valueOf(60_000_000),
        BigDecimal.valueOf(3_600_000_000L),
        BigDecimal.valueOf(604_800_000_000L)
    };

    /**
     * Makes one of up to seven numbers, in the order of the parameters of {@code timedelta}: days,
     * seconds, microseconds, milliseconds, minutes, hours, weeks.
     *
     * @param parts ints and {@link Double}s
     * @throws RuntimeException OverflowError; ValueError for what is no number
     */
    public static TimeDelta of(Object... parts) {
        BigInteger sum = BigInteger.ZERO;
        double left = 0;
        for (int i : ORDER) {
            if (i < parts.length && parts[i] instanceof Double real) {
                BigDecimal whole = exact(real).setScale(0, RoundingMode.DOWN);
                double fraction = real % 1 * UNITS[i].doubleValue();
                sum = sum.add(whole.multiply(UNITS[i]).toBigInteger());
                sum = sum.add(BigInteger.valueOf((long) fraction));
                left += fraction % 1;
            } else if (i < parts.length) {
                sum = sum.add(Ints.big(parts[i]).multiply(UNITS[i].toBigInteger()));
            }
        }
        return ofMicroseconds(sum.add(BigInteger.valueOf((long) rounded(left, sum))));
    }

    /** Rounds what is left of floats so that it gives an even sum where two are as near. */
    private static double rounded(double left, BigInteger sum) {
        double whole = Math.copySign(Math.floor(Math.abs(left) + 0.5), left);
        if (Math.abs(whole - left) != 0.5) {
            return whole;
        }
        int odd = sum.testBit(0) ? 1 : 0;
        return 2 * Math.rint((left + odd) * 0.5) - odd;
    }

    private static BigDecimal exact(double value) {
        if (Double.isNaN(value)) {
            throw Fault.value("cannot convert float NaN to integer");
        }
        if (Double.isInfinite(value)) {
            throw Fault.overflow("cannot convert float infinity to integer");
        }
        return new BigDecimal(value);
    }

    static TimeDelta ofMicroseconds(BigInteger all) {
        BigInteger[] both = all.divideAndRemainder(DAY);
        BigInteger days = both[1].signum() < 0 ? both[0].subtract(BigInteger.ONE) : both[0];
        long rest = Math.floorMod(both[1].longValue(), DAY.longValue());
        if (days.bitLength() > 31) {
            throw Fault.overflow("Python int too large to convert to C int");
        }
        if (days.abs().compareTo(BigInteger.valueOf(MOST_DAYS)) > 0) {
            throw Fault.overflow("days=" + days + "; must have magnitude <= " + MOST_DAYS);
        }
        return new TimeDelta(days.intValue(), (int) (rest / 1_000_000), (int) (rest % 1_000_000));
    }

    /** Returns all of it in microseconds. */
    BigInteger inMicroseconds() {
        return BigInteger.valueOf(days)
                .multiply(DAY)
                .add(BigInteger.valueOf(seconds * 1_000_000L + microseconds));
    }

    /** Returns {@code total_seconds()}. */
    public double totalSeconds() {
        return Ints.trueDivide(Ints.of(inMicroseconds()), 1_000_000L);
    }

    /** Returns the sum. */
    public TimeDelta plus(TimeDelta other) {
        return ofMicroseconds(inMicroseconds().add(other.inMicroseconds()));
    }

    /** Returns the difference. */
    public TimeDelta minus(TimeDelta other) {
        return ofMicroseconds(inMicroseconds().subtract(other.inMicroseconds()));
    }

    /** Returns {@code -self}. */
    public TimeDelta negated() {
        return ofMicroseconds(inMicroseconds().negate());
    }

    /** Returns the product with an int or a {@link Double}. */
    public TimeDelta times(Object factor) {
        BigDecimal all = new BigDecimal(inMicroseconds());
        BigDecimal by =
                factor instanceof Double real ? exact(real) : new BigDecimal(Ints.big(factor));
        return ofMicroseconds(all.multiply(by).setScale(0, RoundingMode.HALF_EVEN).toBigInteger());
    }

    /**
     * Returns {@code self / divisor} for an int or a {@link Double}, rounded to even.
     *
     * @throws RuntimeException ZeroDivisionError
     */
    public TimeDelta over(Object divisor) {
        BigDecimal by =
                divisor instanceof Double real ? exact(real) : new BigDecimal(Ints.big(divisor));
        if (by.signum() == 0) {
            throw Fault.zeroDivision("integer division or modulo by zero");
        }
        return ofMicroseconds(
                new BigDecimal(inMicroseconds())
                        .divide(by, 0, RoundingMode.HALF_EVEN)
                        .toBigInteger());
    }

    /**
     * Returns {@code self // divisor} for an int.
     *
     * @throws RuntimeException ZeroDivisionError
     */
    public TimeDelta floorOver(Object divisor) {
        Object all = Ints.of(inMicroseconds());
        return ofMicroseconds(Ints.big(Ints.floorDivide(all, Ints.plain(divisor))));
    }

    /**
     * Returns {@code self / other}.
     *
     * @throws RuntimeException ZeroDivisionError
     */
    public double over(TimeDelta other) {
        return Ints.trueDivide(Ints.of(inMicroseconds()), Ints.of(other.inMicroseconds()));
    }

    /**
     * Returns {@code self // other}, an int.
     *
     * @throws RuntimeException ZeroDivisionError
     */
    public Object floorOver(TimeDelta other) {
        return Ints.floorDivide(Ints.of(inMicroseconds()), Ints.of(other.inMicroseconds()));
    }

    /**
     * Returns {@code self % other}.
     *
     * @throws RuntimeException ZeroDivisionError
     */
    public TimeDelta modulo(TimeDelta other) {
        Object rest = Ints.modulo(Ints.of(inMicroseconds()), Ints.of(other.inMicroseconds()));
        return ofMicroseconds(Ints.big(rest));
    }

    @Override
    public int compareTo(TimeDelta other) {
        return inMicroseconds().compareTo(other.inMicroseconds());
    }

    /** Returns {@code str(self)}. */
    @Override
    public String toString() {
        String clock =
                seconds / 3600
                        + ":"
                        + Calendar.pad(seconds / 60 % 60, 2)
                        + ":"
                        + Calendar.pad(seconds % 60, 2);
        String before = days == 0 ? "" : days + (Math.abs(days) == 1 ? " day, " : " days, ");
        return before + clock + (microseconds == 0 ? "" : "." + Calendar.pad(microseconds, 6));
    }

    /** Returns {@code repr(self)}. */
    public String repr() {
        StringBuilder parts = new StringBuilder();
        String[] names = {"days", "seconds", "microseconds"};
        int[] values = {days, seconds, microseconds};
        for (int i = 0; i < names.length; i++) {
            if (values[i] != 0) {
                parts.append(parts.isEmpty() ? "" : ", ").append(names[i]).append('=');
                parts.append(values[i]);
            }
        }
        return "datetime.timedelta(" + (parts.isEmpty() ? "0" : parts) + ")";
    }
}
