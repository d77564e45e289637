package dev.polyloom.python.ast;

/** An operator before its operand. */
public enum UnaryOperator {
    /** {@code ~}. */
    INVERT("~"),
    /** {@code not}. */
    NOT("not"),
    /** {@code +}. */
    UADD("+"),
    /** {@code -}. */
    USUB("-");

    private final String text;

    UnaryOperator(String text) {
        this.text = text;
    }

    /** Returns the operator as it is written. */
    public String text() {
        return text;
    }
}
