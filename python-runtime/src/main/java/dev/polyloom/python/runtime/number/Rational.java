package dev.polyloom.python.runtime.number;

import dev.polyloom.python.runtime.fault.Fault;
import java.math.BigInteger;

/**
 * The quotient of two ints in lowest terms, with a denominator above zero.
 *
 * @param numerator the numerator
 * @param denominator the denominator
 */
public record Rational(BigInteger numerator, BigInteger denominator)
        implements Comparable<Rational> {
    private static final BigInteger HASH_PRIME =
            BigInteger.ONE.shiftLeft(61).subtract(BigInteger.ONE);
    private static final long HASH_OF_INFINITY = 314159;

    /** Returns a quotient in lowest terms; raises {@code ZeroDivisionError} for one by zero. */
    public static Rational of(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            throw Fault.zeroDivision("Fraction(%s, 0)".formatted(numerator));
        }
        BigInteger common = numerator.gcd(denominator);
        BigInteger by = denominator.signum() < 0 ? common.negate() : common;
        return new Rational(numerator.divide(by), denominator.divide(by));
    }

    /** Returns an int. */
    public static Rational of(BigInteger whole) {
        return new Rational(whole, BigInteger.ONE);
    }

    /** Returns the exact value of a float, which must be finite. */
    public static Rational of(double value) {
        Object[] ratio = Floats.integerRatio(value);
        return of(Ints.big(ratio[0]), Ints.big(ratio[1]));
    }

    /** Returns the sum. */
    public Rational plus(Rational other) {
        return of(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** Returns the difference. */
    public Rational minus(Rational other) {
        return plus(other.negate());
    }

    /** Returns the product. */
    public Rational times(Rational other) {
        return of(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** Returns the quotient. */
    public Rational by(Rational other) {
        if (other.numerator.signum() == 0) {
            throw Fault.zeroDivision("Fraction(%d, 0)".formatted(numerator.signum()));
        }
        return of(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** Returns the greatest int that is not above. */
    public BigInteger floor() {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** Returns the nearest int, and the even one of two that are as near. */
    public BigInteger round() {
        BigInteger floor = floor();
        Rational rest = minus(of(floor));
        int side = rest.compareTo(new Rational(BigInteger.ONE, BigInteger.TWO));
        boolean up = side > 0 || (side == 0 && floor.testBit(0));
        return up ? floor.add(BigInteger.ONE) : floor;
    }

    /** Returns the value with the other sign. */
    public Rational negate() {
        return new Rational(numerator.negate(), denominator);
    }

    /** Returns a power with a whole exponent. */
    public Rational power(int exponent) {
        if (exponent >= 0) {
            return new Rational(numerator.pow(exponent), denominator.pow(exponent));
        }
        return of(denominator.pow(-exponent), numerator.pow(-exponent));
    }

    /** Returns the nearest float. */
    public double toDouble() {
        return Quotient.of(numerator, denominator);
    }

    /** Returns Python's hash, which numbers that are equal share. */
    public long hash() {
        if (denominator.mod(HASH_PRIME).signum() == 0) {
            return numerator.signum() < 0 ? -HASH_OF_INFINITY : HASH_OF_INFINITY;
        }
        BigInteger inverse = denominator.modInverse(HASH_PRIME);
        long hash = numerator.abs().mod(HASH_PRIME).multiply(inverse).mod(HASH_PRIME).longValue();
        long signed = numerator.signum() < 0 ? -hash : hash;
        return signed == -1 ? -2 : signed;
    }

    /**
     * Returns the closest value whose denominator is no greater than a bound, by continued
     * fractions.
     */
    public Rational limited(BigInteger most) {
        if (denominator.compareTo(most) <= 0) {
            return this;
        }
        BigInteger p0 = BigInteger.ZERO;
        BigInteger q0 = BigInteger.ONE;
        BigInteger p1 = BigInteger.ONE;
        BigInteger q1 = BigInteger.ZERO;
        BigInteger n = numerator;
        BigInteger d = denominator;
        while (true) {
            BigInteger a = new Rational(n, d).floor();
            BigInteger q2 = q0.add(a.multiply(q1));
            if (q2.compareTo(most) > 0) {
                break;
            }
            BigInteger p2 = p0.add(a.multiply(p1));
            p0 = p1;
            q0 = q1;
            p1 = p2;
            q1 = q2;
            BigInteger rest = n.subtract(a.multiply(d));
            n = d;
            d = rest;
        }
        BigInteger k = most.subtract(q0).divide(q1);
        Rational first = of(p0.add(k.multiply(p1)), q0.add(k.multiply(q1)));
        Rational second = of(p1, q1);
        int side = second.minus(this).size().compareTo(first.minus(this).size());
        return side <= 0 ? second : first;
    }

    private Rational size() {
        return new Rational(numerator.abs(), denominator);
    }

    @Override
    public int compareTo(Rational other) {
        return numerator
                .multiply(other.denominator)
                .compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE)
                ? numerator.toString()
                : numerator + "/" + denominator;
    }
}
