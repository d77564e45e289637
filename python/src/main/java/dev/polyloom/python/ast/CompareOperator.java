package dev.polyloom.python.ast;

/** An operator that compares. */
public enum CompareOperator {
    /** {@code ==}. */
    EQ("=="),
    /** {@code !=}. */
    NOTEQ("!="),
    /** {@code <}. */
    LT("<"),
    /** {@code <=}. */
    LTE("<="),
    /** {@code >}. */
    GT(">"),
    /** {@code >=}. */
    GTE(">="),
    /** {@code is}. */
    IS("is"),
    /** {@code is not}. */
    ISNOT("is not"),
    /** {@code in}. */
    IN("in"),
    /** {@code not in}. */
    NOTIN("not in");

    private final String text;

    CompareOperator(String text) {
        this.text = text;
    }

    /** Returns the operator as it is written. */
    public String text() {
        return text;
    }
}
