package dev.polyloom.benchmarks;

import org.jspecify.annotations.Nullable;

/**
 * One measured figure beside a peer's.
 *
 * @param metric what was measured
 * @param ours our value, or NaN if we gave none
 * @param unit its unit, also the peer's
 * @param peer who was measured beside us
 * @param peerValue the peer's value, or NaN if it gave none
 * @param ratio ours divided by the peer's
 * @param bar what is to be kept, in words such as {@code ratio <= 1.10}, or null
 * @param met whether it was kept, or null without a bar or without a figure to judge by
 */
record Row(
        String metric,
        double ours,
        String unit,
        String peer,
        double peerValue,
        double ratio,
        @Nullable String bar,
        @Nullable Boolean met) {

    /** Makes a row that only reports. */
    static Row report(String metric, double ours, String unit, String peer, double peerValue) {
        return new Row(metric, ours, unit, peer, peerValue, ours / peerValue, null, null);
    }

    /** Makes a row with a bar, or one that only reports. */
    static Row judged(
            String metric,
            double ours,
            String unit,
            String peer,
            double peerValue,
            @Nullable Bar bar) {
        return new Row(
                metric,
                ours,
                unit,
                peer,
                peerValue,
                ours / peerValue,
                bar == null ? null : bar.text(),
                bar == null ? null : bar.rule().met(ours, peerValue));
    }

    /** Makes a row whose ratio may be at most so much. */
    static Row atMostRatio(
            String metric, double ours, String unit, String peer, double peerValue, double most) {
        double ratio = ours / peerValue;
        return new Row(
                metric,
                ours,
                unit,
                peer,
                peerValue,
                ratio,
                "ratio <= %.2f".formatted(most),
                ratio <= most);
    }

    /** Makes a row in which ours may be at most so much more than the peer's. */
    static Row atMostAdded(
            String metric, double ours, String unit, String peer, double peerValue, double most) {
        return new Row(
                metric,
                ours,
                unit,
                peer,
                peerValue,
                ours / peerValue,
                "added <= %.0f %s".formatted(most, unit),
                ours - peerValue <= most);
    }
}
