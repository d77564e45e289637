package dev.polyloom.python.translate;

import dev.polyloom.python.infer.Value;

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
        return text.startsWith("-") ? "(Object) (" + text + ")" : "(Object) " + text;
    }

    /** Returns the Java type of the variables for values. */
    static String type(Value value) {
        return switch (value.kind()) {
            case LONG -> "long";
            case FLOAT -> "double";
            case BOOL -> "boolean";
            case STR -> "String";
            default -> "Object";
        };
    }

    /** Returns the kind of expression that gives values as Java has them. */
    static Kind kind(Value value) {
        return switch (value.kind()) {
            case LONG -> Kind.LONG;
            case FLOAT -> Kind.DOUBLE;
            case BOOL -> Kind.BOOL;
            case STR -> Kind.STRING;
            default -> Kind.OBJECT;
        };
    }

    /** Returns the Java type of the expression. */
    String type() {
        return switch (kind) {
            case OBJECT -> "Object";
            case BOOL -> "boolean";
            case LONG -> "long";
            case DOUBLE -> "double";
            case STRING -> "String";
        };
    }

    /** Returns the expression as one that gives the Java type of a value. */
    String as(Value value) {
        Kind wanted = kind(value);
        if (kind == wanted || wanted == Kind.OBJECT) {
            return text;
        }
        return "(%s) %s".formatted(type(value), text);
    }

    /** Returns the text without brackets around all of it. */
    String bare() {
        return bare(text);
    }

    static String bare(String text) {
        return text.startsWith("(") && Expressions.isBracketed(text)
                ? text.substring(1, text.length() - 1)
                : text;
    }

    @Override
    public String toString() {
        return text;
    }
}
