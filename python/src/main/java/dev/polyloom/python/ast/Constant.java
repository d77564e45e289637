package dev.polyloom.python.ast;

import java.math.BigInteger;
import java.util.Arrays;

/** The value of a literal. */
public sealed interface Constant {
    /** The values that are names. */
    enum Singleton implements Constant {
        /** {@code None}. */
        NONE,
        /** {@code True}. */
        TRUE,
        /** {@code False}. */
        FALSE,
        /** {@code ...}. */
        ELLIPSIS
    }

    /** An integer of any size. */
    record Int(BigInteger value) implements Constant {}

    /** A floating-point number. */
    record Real(double value) implements Constant {}

    /** An imaginary number. */
    record Imaginary(double value) implements Constant {}

    /**
     * Bytes.
     *
     * @param latin1 a character for each byte, with the byte's value
     */
    record Bytes(String latin1) implements Constant {}

    /**
     * A text. It is made of code points: Python may hold what Java's strings cannot tell apart,
     * such as a surrogate pair written as two escapes.
     */
    final class Str implements Constant {
        private final int[] codePoints;

        /** Makes one of code points, which are copied. */
        public Str(int... codePoints) {
            this.codePoints = codePoints.clone();
        }

        /** Returns the code points. */
        public int[] codePoints() {
            return codePoints.clone();
        }

        /** Returns the text as a Java string. */
        public String text() {
            return new String(codePoints, 0, codePoints.length);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Str str && Arrays.equals(codePoints, str.codePoints);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(codePoints);
        }

        @Override
        public String toString() {
            return "Str[" + text() + "]";
        }
    }
}
