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
        if (node instanceof Expr.Attribute attribute) {
            attribute(attribute, scope);
        }
        node.children().forEach(part -> visit(part, scope));
    }

    private void attribute(Expr.Attribute attribute, Scope scope) {
        if (isOfTrees(attribute, scope)) {
            refusals.add(attribute, "trees of syntax: ast." + attribute.attr());
        } else if (FRAMES.contains(attribute.attr())) {
            refusals.add(attribute, "frames: " + attribute.attr());
        } else if (FORKS.contains(attribute.attr()) && isNamed(attribute.value(), "os")) {
            refusals.add(
                    attribute,
                    "os.%s: a process cannot be copied; multiprocessing starts others"
                            .formatted(attribute.attr()));
        } else if (attribute.attr().equals("athrow")) {
            refusals.add(attribute, "athrow() of asynchronous generators");
        }
    }

    private static boolean isNamed(Expr expr, String name) {
        return expr instanceof Expr.Name found && found.id().equals(name);
    }

    /** Tells whether an attribute is one that the module {@code ast} has in CPython alone. */
    private boolean isOfTrees(Expr.Attribute attribute, Scope scope) {
        Symbol global = parsed.scopes().module().symbol("ast");
        return isNamed(attribute.value(), "ast")
                && !attribute.attr().equals("literal_eval")
                && global != null
                && global.is(Symbol.Use.IMPORTED)
                && !global.is(Symbol.Use.ASSIGNED)
                && !isBound(scope, "ast");
    }

    private static boolean isBound(Scope scope, String name) {
        Symbol symbol = scope.symbol(name);
        return symbol != null && symbol.is(Symbol.Use.ASSIGNED);
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
