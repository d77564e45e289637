package dev.polyloom.python.ast;

/** An operator between two operands. */
public enum BinaryOperator {
    /** {@code +}. */
    ADD("+"),
    /** {@code -}. */
    SUB("-"),
    /** {@code *}. */
    MULT("*"),
    /** {@code @}. */
    MATMULT("@"),
    /** {@code /}. */
    DIV("/"),
    /** {@code %}. */
    MOD("%"),
    /** {@code **}. */
    POW("**"),
    /** {@code <<}. */
    LSHIFT("<<"),
    /** {@code >>}. */
    RSHIFT(">>"),
    /** {@code |}. */
    BITOR("|"),
    /** {@code ^}. */
    BITXOR("^"),
    /** {@code &}. */
    BITAND("&"),
    /** {@code //}. */
    FLOORDIV("//");

    private final String text;

    BinaryOperator(String text) {
        this.text = text;
    }

    /** Returns the operator as it is written. */
    public String text() {
        return text;
    }
}
