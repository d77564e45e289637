package dev.polyloom.python.translate;

import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Stmt;
import java.util.HashSet;
import java.util.Set;

/** Which calls of a module give coroutines, as far as names tell. */
final class Coroutines {
    private final Set<String> names = new HashSet<>();

    Coroutines(Node code) {
        gather(code);
    }

    private void gather(Node node) {
        if (node instanceof Stmt.FunctionDef function && function.async()) {
            names.add(function.name());
        }
        node.children().forEach(this::gather);
    }

    /** Tells whether a value may be a coroutine that nobody else has. */
    boolean mayGive(Expr value) {
        return value instanceof Expr.Call call
                && switch (call.func()) {
                    case Expr.Name name -> names.contains(name.id());
                    case Expr.Attribute a -> names.contains(a.attr()) || isSleep(a);
                    default -> false;
                };
    }

    private static boolean isSleep(Expr.Attribute function) {
        return function.attr().equals("sleep")
                && function.value() instanceof Expr.Name module
                && module.id().equals("asyncio");
    }
}
