package dev.polyloom.python.translate;

/**
 * A Java expression.
 *
 * @param text its text
 * @param kind what it gives
 */
record Code(String text, Kind kind) {
    /** What an expression gives. */
    enum Kind {
        /** A value of any type. */
        OBJECT,
        /** A Java boolean. */
        BOOL,
        /** A Java long. */
        LONG,
        /** A Java double. */
        DOUBLE,
        /** A Java text. */
        STRING
    }

    static Code object(String text) {
        return new Code(text, Kind.OBJECT);
    }

    static Code bool(String text) {
        return new Code(text, Kind.BOOL);
    }

    /** Returns the expression where an arm of a conditional one must be an object. */
    String asArm() {
        if (kind == Kind.OBJECT) {
            return text;
        }
        return text.startsWith("-") ? "(Object) (%s)".formatted(text) : "(Object) " + text;
    }

    @Override
    public String toString() {
        return text;
    }
}
