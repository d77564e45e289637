package dev.polyloom.benchmarks;

import org.jspecify.annotations.Nullable;

/**
 * One figure of an answer.
 *
 * @param name what it is called in the rows
 * @param unit its unit in the rows
 * @param scale by what an answer is multiplied to have that unit
 * @param bar what ours is to keep, or null
 * @param barPeer beside which peer the bar stands
 */
record Metric(String name, String unit, double scale, @Nullable Bar bar, String barPeer) {
    /** Makes a metric that is only reported. */
    static Metric report(String name, String unit, double scale) {
        return new Metric(name, unit, scale, null, "");
    }
}
