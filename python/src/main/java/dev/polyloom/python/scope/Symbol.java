package dev.polyloom.python.scope;

import java.util.Set;

/**
 * A name in a scope.
 *
 * @param name the name, with the class's name before it where Python puts it there
 * @param binding where it lives
 * @param uses what the scope does with it
 */
public record Symbol(String name, Binding binding, Set<Use> uses) {
    /** Copies the uses. */
    public Symbol {
        uses = Set.copyOf(uses);
    }

    /** What a scope does with a name. */
    public enum Use {
        /** It reads the name. */
        READ,
        /** It assigns the name, or defines a function or class of that name. */
        ASSIGNED,
        /** It has a parameter of that name. */
        PARAMETER,
        /** It imports the name. */
        IMPORTED,
        /** It annotates the name. */
        ANNOTATED,
        /** It declares the name global. */
        DECLARED_GLOBAL,
        /** It declares the name nonlocal. */
        DECLARED_NONLOCAL,
        /** It has a type parameter of that name. */
        TYPE_PARAMETER,
        /** It is a class with a name of its own, whose methods mean that of a scope around it. */
        PASSED_ON
    }

    /** Tells whether the scope gets the variable from a scope around it. */
    public boolean isTaken() {
        return binding == Binding.FREE || is(Use.PASSED_ON);
    }

    /** Tells whether the scope does this with the name. */
    public boolean is(Use use) {
        return uses.contains(use);
    }
}
