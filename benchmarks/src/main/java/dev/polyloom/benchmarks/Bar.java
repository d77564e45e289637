package dev.polyloom.benchmarks;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a row is to keep.
 *
 * @param text the bar in words, such as {@code ratio >= 5.00}
 * @param rule tells whether it is kept
 */
record Bar(String text, Rule rule) {
    /** Judges our value beside the peer's. */
    @FunctionalInterface
    interface Rule {
        /** Returns whether the bar is kept, or null if the peer gave no figure to judge by. */
        @Nullable Boolean met(double ours, double peer);
    }

    /** Makes a bar that our value must not exceed. */
    static Bar atMost(double most, String unit) {
        return new Bar("ours <= %s %s".formatted(number(most), unit), (ours, peer) -> ours <= most);
    }

    /** Makes a bar that our value must reach. */
    static Bar atLeast(double least, String unit) {
        return new Bar(
                "ours >= %s %s".formatted(number(least), unit), (ours, peer) -> ours >= least);
    }

    /** Makes a bar that our value must reach, as so many times the peer's. */
    static Bar atLeastRatio(double least) {
        return new Bar(
                "ratio >= " + number(least),
                (ours, peer) -> unjudged(ours, peer) ? null : ours / peer >= least);
    }

    /** Makes a bar that our value must not exceed, as so many times the peer's. */
    static Bar atMostRatio(double most) {
        return new Bar(
                "ratio <= " + number(most),
                (ours, peer) -> unjudged(ours, peer) ? null : ours / peer <= most);
    }

    /** Tells whether only the peer is to blame that there is no ratio. */
    private static boolean unjudged(double ours, double peer) {
        return Double.isNaN(peer) && !Double.isNaN(ours);
    }

    /** Makes a bar that is kept where both are. */
    Bar and(Bar other) {
        return new Bar(
                text + ", " + other.text,
                (ours, peer) -> both(rule.met(ours, peer), other.rule.met(ours, peer)));
    }

    private static @Nullable Boolean both(@Nullable Boolean one, @Nullable Boolean other) {
        if (Boolean.FALSE.equals(one) || Boolean.FALSE.equals(other)) {
            return false;
        }
        return one == null ? null : other;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : "%,.2f", value);
    }
}
