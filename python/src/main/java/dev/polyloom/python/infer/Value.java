package dev.polyloom.python.infer;

import java.math.BigInteger;
import java.util.Locale;

/**
 * What is known of a value. Of an int that fits in a {@code long} the bounds are known too.
 *
 * @param kind its type
 * @param low the least it can be, for a {@link Kind#LONG}
 * @param high the most it can be, for a {@link Kind#LONG}
 */
public record Value(Kind kind, long low, long high) {
    /** A type that is known. */
    public enum Kind {
        /** No value has been seen. */
        NOTHING,
        /** A bool. */
        BOOL,
        /** An int that fits in a {@code long}. */
        LONG,
        /** An int of any size. */
        INT,
        /** A float. */
        FLOAT,
        /** A str. */
        STR,
        /** Anything. */
        OBJECT;

        /** Returns the type in Python's words. */
        String text() {
            return this == LONG ? "int" : name().toLowerCase(Locale.ROOT);
        }
    }

    /** No value. */
    public static final Value NOTHING = new Value(Kind.NOTHING, 0, 0);

    /** A bool. */
    public static final Value BOOL = new Value(Kind.BOOL, 0, 1);

    /** An int of any size. */
    public static final Value INT = new Value(Kind.INT, 0, 0);

    /** A float. */
    public static final Value FLOAT = new Value(Kind.FLOAT, 0, 0);

    /** A str. */
    public static final Value STR = new Value(Kind.STR, 0, 0);

    /** Anything. */
    public static final Value OBJECT = new Value(Kind.OBJECT, 0, 0);

    /** Returns an int between bounds. */
    public static Value between(long low, long high) {
        return new Value(Kind.LONG, low, high);
    }

    /** Returns an int between bounds, which is of any size where they do not fit. */
    static Value between(BigInteger low, BigInteger high) {
        return low.bitLength() < Long.SIZE && high.bitLength() < Long.SIZE
                ? between(low.longValue(), high.longValue())
                : INT;
    }

    /** Tells whether it is an int that fits in a {@code long}. */
    public boolean isLong() {
        return kind == Kind.LONG;
    }

    /** Tells whether it is an int. */
    public boolean isInt() {
        return kind == Kind.LONG || kind == Kind.INT;
    }

    /** Tells whether it is a float. */
    public boolean isFloat() {
        return kind == Kind.FLOAT;
    }

    /** Tells whether a comparison with it gives a bool: only classes may give something else. */
    public boolean comparesPlainly() {
        return kind != Kind.OBJECT;
    }

    /** Tells whether Java has a type for it that is not {@code Object}. */
    public boolean isPlain() {
        return switch (kind) {
            case LONG, FLOAT, BOOL, STR -> true;
            case NOTHING, INT, OBJECT -> false;
        };
    }

    /** Tells whether it lies within bounds. */
    public boolean within(long least, long most) {
        return isLong() && low >= least && high <= most;
    }

    /** Returns what is known of a value that is one of two. */
    Value or(Value other) {
        if (kind == Kind.NOTHING || equals(other)) {
            return other;
        }
        if (other.kind == Kind.NOTHING) {
            return this;
        }
        if (isLong() && other.isLong()) {
            return between(Math.min(low, other.low), Math.max(high, other.high));
        }
        return isInt() && other.isInt() ? INT : OBJECT;
    }

    /** Returns the type in Python's words, with bounds where they are known. */
    public String text() {
        return switch (kind) {
            case LONG -> low == high ? "int = " + low : "int " + low + ".." + high;
            default -> kind.text();
        };
    }
}
