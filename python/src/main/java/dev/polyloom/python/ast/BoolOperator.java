package dev.polyloom.python.ast;

/** An operator that decides whether its right side is looked at. */
public enum BoolOperator {
    /** {@code and}. */
    AND("and"),
    /** {@code or}. */
    OR("or");

    private final String text;

    BoolOperator(String text) {
        this.text = text;
    }

    /** Returns the operator as it is written. */
    public String text() {
        return text;
    }
}
