package dev.polyloom.python.ast;

/** What is done with a name, attribute, item or display. */
public enum ExprContext {
    /** It is read. */
    LOAD,
    /** It is assigned. */
    STORE,
    /** It is deleted. */
    DEL
}
