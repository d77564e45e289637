package dev.polyloom.python.translate;

import dev.polyloom.python.ast.Comprehension;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.scope.Scope;
import java.util.List;

/** How the body of a function stops and goes on: not at all, or as the object that a call makes. */
enum Suspension {
    /** It runs through. */
    NONE("Object"),
    /** It yields. */
    GENERATOR("Generator"),
    /** It awaits. */
    COROUTINE("Coroutine"),
    /** It awaits and yields. */
    ASYNC_GENERATOR("AsyncGenerator");

    private final String type;

    Suspension(String type) {
        this.type = type;
    }

    static Suspension of(Scope scope) {
        boolean yields = scope.is(Scope.Trait.GENERATOR);
        if (scope.is(Scope.Trait.COROUTINE)) {
            return yields ? ASYNC_GENERATOR : COROUTINE;
        }
        return yields ? GENERATOR : NONE;
    }

    /**
     * Writes the method that makes the object, and opens the one that is its body.
     *
     * @param method the name of the first
     * @param inner the name of the second
     */
    void open(Frame frame, String method, String inner, String qualname, Parameters parameters) {
        frame.generator = frame.fresh(this == COROUTINE ? "coroutine" : "generator");
        String line = this == COROUTINE ? ", " + frame.out.origin().line() : "";
        frame.out.open("private static Object %s(%s)".formatted(method, parameters.declared()));
        frame.out.line(
                "return new %s(%s%s, %s%s -> %s(%s));"
                        .formatted(
                                type,
                                JavaNames.literal(qualname),
                                line,
                                frame.unit.positions.hidden(),
                                frame.generator,
                                inner,
                                parameters.passed(frame.generator)));
        frame.out.close();
        frame.out.line("");
        String separator = parameters.declared().isEmpty() ? "" : ", ";
        frame.out.open(
                "private static Object %s(%s %s%s%s)"
                        .formatted(inner, type, frame.generator, separator, parameters.declared()));
    }

    /**
     * Tells whether a comprehension awaits in the function around it, other than for its first
     * values.
     */
    static boolean awaits(List<Comprehension> clauses, List<Expr> results) {
        boolean first = true;
        for (Comprehension clause : clauses) {
            if (clause.async()
                    || (!first && awaits(clause.iter()))
                    || clause.ifs().stream().anyMatch(Suspension::awaits)) {
                return true;
            }
            first = false;
        }
        return results.stream().anyMatch(Suspension::awaits);
    }

    private static boolean awaits(Node node) {
        return switch (node) {
            case Expr.Await await -> true;
            case Expr.Lambda lambda -> false;
            case Expr.GeneratorExp e -> awaits(e.generators().getFirst().iter());
            case Comprehension clause ->
                    clause.async() || clause.children().stream().anyMatch(Suspension::awaits);
            default -> node.children().stream().anyMatch(Suspension::awaits);
        };
    }
}
