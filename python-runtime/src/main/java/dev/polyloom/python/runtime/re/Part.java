package dev.polyloom.python.runtime.re;

/**
 * A translated part of a pattern.
 *
 * @param java what it is in the language of {@link java.util.regex.Pattern}
 * @param least how many code points it matches at least
 * @param most how many it matches at most, {@link #ENDLESS} for no limit
 * @param kind what may follow it
 */
record Part(String java, long least, long most, Kind kind) {
    static final long ENDLESS = Integer.MAX_VALUE;

    enum Kind {
        /** It may be repeated. */
        ITEM,
        /** It is a place, which cannot be repeated. */
        PLACE,
        /** It is repeated already. */
        REPEATED
    }

    static Part item(String java, long least, long most) {
        return new Part(java, least, most, Kind.ITEM);
    }

    static Part one(String java) {
        return item(java, 1, 1);
    }

    static Part place(String java) {
        return new Part(java, 0, 0, Kind.PLACE);
    }

    Part then(Part next) {
        return item(java + next.java, cut(least + next.least), cut(most + next.most));
    }

    Part or(Part other) {
        return item(
                java + "|" + other.java, Math.min(least, other.least), Math.max(most, other.most));
    }

    Part repeated(String quantifier, long from, long to) {
        return new Part(java + quantifier, cut(least * from), cut(most * to), Kind.REPEATED);
    }

    private static long cut(long width) {
        return Math.min(width, ENDLESS);
    }
}
