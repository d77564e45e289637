package dev.polyloom.python.scope;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of a program with names of its own.
 *
 * @param kind what it is
 * @param name the name of the function or class; Python's own word for what has none
 * @param traits what else is known about it
 * @param symbols its names, in order
 * @param parameters the names of its parameters, in the order of a call's positions
 * @param children the scopes within it, in the order of the source
 */
public record Scope(
        Kind kind,
        String name,
        Set<Trait> traits,
        Map<String, Symbol> symbols,
        List<String> parameters,
        List<Scope> children) {
    /** Copies the collections that need it. */
    public Scope {
        traits = Set.copyOf(traits);
        parameters = List.copyOf(parameters);
        children = List.copyOf(children);
    }

    /** What a scope belongs to. */
    public enum Kind {
        /** A whole source file. */
        MODULE,
        /** A function, a lambda or a comprehension. */
        FUNCTION,
        /** The body of a class. */
        CLASS,
        /** The brackets after the name of a generic function, class or type. */
        TYPE_PARAMETERS,
        /** The bound of a type variable. */
        TYPE_VARIABLE,
        /** The right side of a {@code type} statement. */
        TYPE_ALIAS,
        /** An annotation that is not evaluated. */
        ANNOTATION
    }

    /** What else is known about a scope. */
    public enum Trait {
        /** It is within a function. */
        NESTED,
        /** It yields. */
        GENERATOR,
        /** It is asynchronous. */
        COROUTINE,
        /** It is a class whose methods use {@code super()} or {@code __class__}. */
        NEEDS_CLASS_CELL
    }

    /** Returns the symbol with the name, or null. */
    public @Nullable Symbol symbol(String id) {
        return symbols.get(id);
    }

    /** Tells whether the scope has a trait. */
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }
}
