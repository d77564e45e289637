package dev.polyloom.python.assess;

import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.ExprContext;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.parse.Parsed;
import dev.polyloom.python.scope.Binding;
import dev.polyloom.python.scope.Scope;
import dev.polyloom.python.scope.Symbol;
import java.util.Set;

/** Which built-in functions and attributes may be used. */
final class UseRules {
    private static final Set<String> COMPILERS = Set.of("eval", "exec", "compile");
    private static final Set<String> WRITERS =
            Set.of("update", "setdefault", "pop", "popitem", "clear", "__setitem__", "__delitem__");
    private static final Set<String> FRAMES =
            Set.of(
                    "_current_frames",
                    "gi_frame",
                    "cr_frame",
                    "ag_frame",
                    "f_locals",
                    "settrace",
                    "setprofile");

    private static final Set<String> FORKS = Set.of("fork", "forkpty", "register_at_fork");

    private final Refusals refusals;
    private final Parsed parsed;

    UseRules(Refusals refusals, Parsed parsed) {
        this.refusals = refusals;
        this.parsed = parsed;
    }

    void check() {
        visit(parsed.program(), parsed.scopes().module());
    }

    /** Refuses code that the program makes while it runs. */
    void checkEvaluation() {
        evaluation(parsed.program(), parsed.scopes().module());
    }

    private void evaluation(Node node, Scope around) {
        Scope own = parsed.scopes().of(node);
        Scope scope = own == null ? around : own;
        if (node instanceof Expr.Name name
                && name.ctx() == ExprContext.LOAD
                && COMPILERS.contains(name.id())
                && isBuiltin(name.id(), scope)) {
            refusals.add(name, name.id() + "()");
        }
        node.children().forEach(part -> evaluation(part, scope));
    }

    private void visit(Node node, Scope around) {
        Scope own = parsed.scopes().of(node);
        Scope scope = own == null ? around : own;
        switch (node) {
            case Expr.Attribute attribute -> attribute(attribute, scope);
            case Expr.Subscript item -> {
                if (item.ctx() != ExprContext.LOAD && isGlobals(item.value(), scope)) {
                    refusals.add(item, "writing to globals()");
                }
            }
            default -> {}
        }
        node.children().forEach(part -> visit(part, scope));
    }

    private void attribute(Expr.Attribute attribute, Scope scope) {
        if (FRAMES.contains(attribute.attr())) {
            refusals.add(attribute, "frames: " + attribute.attr());
        } else if (FORKS.contains(attribute.attr()) && isNamed(attribute.value(), "os")) {
            refusals.add(
                    attribute,
                    "os.%s: a process cannot be copied; multiprocessing starts others"
                            .formatted(attribute.attr()));
        } else if (attribute.attr().equals("athrow")) {
            refusals.add(attribute, "athrow() of asynchronous generators");
        } else if (WRITERS.contains(attribute.attr()) && isGlobals(attribute.value(), scope)) {
            refusals.add(attribute, "writing to globals()");
        }
    }

    private static boolean isNamed(Expr expr, String name) {
        return expr instanceof Expr.Name found && found.id().equals(name);
    }

    private boolean isGlobals(Expr expr, Scope scope) {
        return expr instanceof Expr.Call call
                && call.func() instanceof Expr.Name name
                && name.id().equals("globals")
                && isBuiltin("globals", scope);
    }

    /** Tells whether nothing in the program gives the name another meaning. */
    private boolean isBuiltin(String name, Scope scope) {
        Symbol symbol = scope.symbol(name);
        Symbol global = parsed.scopes().module().symbol(name);
        boolean here =
                symbol == null
                        || symbol.binding() == Binding.GLOBAL_IMPLICIT
                        || symbol.binding() == Binding.GLOBAL_EXPLICIT;
        return here && (global == null || !isBound(global));
    }

    private static boolean isBound(Symbol symbol) {
        return symbol.is(Symbol.Use.ASSIGNED) || symbol.is(Symbol.Use.IMPORTED);
    }
}
