package dev.polyloom.supervisor;

import java.io.Serializable;

/**
 * How well a service says it is. The supervisor shows it and does nothing about it.
 *
 * @param level how well
 * @param detail why, empty if there is nothing to say
 */
public record Health(Level level, String detail) implements Serializable {
    /** All is well; what a service is until it says otherwise. */
    public static final Health GOOD = new Health(Level.GOOD, "");

    /** How well a service is. */
    public enum Level {
        /** It does what it should. */
        GOOD,
        /** It does some of what it should. */
        DEGRADED,
        /** It runs and does not do what it should. */
        BAD
    }

    /**
     * Returns a health between good and bad.
     *
     * @param detail why
     * @return the health
     */
    public static Health degraded(String detail) {
        return new Health(Level.DEGRADED, detail);
    }

    /**
     * Returns a bad health.
     *
     * @param detail why
     * @return the health
     */
    public static Health bad(String detail) {
        return new Health(Level.BAD, detail);
    }

    /** Returns level and detail as in {@code degraded: disk nearly full}. */
    @Override
    public String toString() {
        String text = level.name().toLowerCase(java.util.Locale.ROOT);
        return detail.isEmpty() ? text : text + ": " + detail;
    }
}
