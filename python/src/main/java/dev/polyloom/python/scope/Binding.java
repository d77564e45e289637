package dev.polyloom.python.scope;

/** Where a name of a scope lives. */
public enum Binding {
    /** In the scope itself. */
    LOCAL,
    /** In the scope itself, and scopes within it use it too. */
    CELL,
    /** In a function around the scope. */
    FREE,
    /** In the module, because a statement says so. */
    GLOBAL_EXPLICIT,
    /** In the module or among the built-in names, because nothing around the scope has it. */
    GLOBAL_IMPLICIT
}
