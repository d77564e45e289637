package dev.polyloom.python.check;

import dev.polyloom.python.ast.Arg;
import dev.polyloom.python.ast.ExceptHandler;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.ExprContext;
import dev.polyloom.python.ast.Keyword;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Stmt;
import org.jspecify.annotations.Nullable;

/** Watches over the one name that may not be changed. */
record Names(Errors errors) {
    /** Checks the names that a node itself binds. */
    void check(Node node) {
        switch (node) {
            case Expr.Name n -> used(n.id(), n.ctx(), n);
            case Expr.Attribute a -> used(a.attr(), a.ctx(), a);
            case Keyword k -> bound(k.arg(), k);
            case Arg a -> bound(a.arg(), a);
            case ExceptHandler h -> bound(h.name(), h);
            case Stmt.FunctionDef f -> bound(f.name(), f);
            case Stmt.ClassDef c -> bound(c.name(), c);
            case Stmt.Import i ->
                    i.names().forEach(a -> bound(a.asname() == null ? a.name() : a.asname(), i));
            case Stmt.ImportFrom i ->
                    i.names().forEach(a -> bound(a.asname() == null ? a.name() : a.asname(), i));
            default -> {}
        }
    }

    void bound(@Nullable String name, Node node) {
        used(name, ExprContext.STORE, node);
    }

    private void used(@Nullable String name, ExprContext context, Node node) {
        if ("__debug__".equals(name) && context != ExprContext.LOAD) {
            boolean deleted = context == ExprContext.DEL;
            throw errors.at(
                    node, "cannot %s __debug__".formatted(deleted ? "delete" : "assign to"));
        }
    }
}
