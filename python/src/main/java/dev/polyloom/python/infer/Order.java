package dev.polyloom.python.infer;

import dev.polyloom.python.ast.Alias;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Stmt;
import java.util.List;

/**
 * Which functions of a module are surely defined where they are called. Statements that can run no
 * function of the module are inert: what stands in a function runs only after the next statement
 * that is not.
 */
@SuppressWarnings("ReferenceEquality") // a node is one place in the program
final class Order {
    private final List<Stmt> body;

    Order(List<Stmt> body) {
        this.body = body;
    }

    /** Tells whether a function of the module is defined whenever a call runs. */
    boolean isDefined(Stmt.FunctionDef def, Expr.Call call) {
        int defined = index(def);
        int at = index(call);
        if (defined < 0 || at < 0) {
            return false;
        }
        int limit = at;
        if (isInert(body.get(at))) {
            do {
                limit++;
            } while (limit < body.size() && isInert(body.get(limit)));
        }
        return defined < limit;
    }

    private int index(Node node) {
        for (int i = body.size() - 1; i >= 0; i--) {
            if (body.get(i) == node || contains(body.get(i), node)) {
                return node instanceof Stmt && body.get(i) != node ? -1 : i;
            }
        }
        return -1;
    }

    private static boolean contains(Node outer, Node wanted) {
        int line = wanted.span().line();
        if (outer.span().line() > line || outer.span().endLine() < line) {
            return false;
        }
        for (Node each : outer.children()) {
            if (each == wanted || contains(each, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInert(Stmt s) {
        return switch (s) {
            case Stmt.FunctionDef def ->
                    def.decoratorList().isEmpty()
                            && def.args().defaults().stream().allMatch(Order::isInert)
                            && def.args().kwDefaults().stream()
                                    .allMatch(each -> each == null || isInert(each));
            case Stmt.ClassDef type ->
                    type.decoratorList().isEmpty()
                            && type.keywords().isEmpty()
                            && type.bases().stream().allMatch(Order::isBuiltinBase)
                            && type.body().stream().allMatch(Order::isInert);
            case Stmt.Import i -> true;
            case Stmt.ImportFrom i -> i.names().stream().map(Alias::name).noneMatch("*"::equals);
            case Stmt.ExprStmt e -> isInert(e.value());
            case Stmt.Assign a ->
                    a.targets().stream().allMatch(Expr.Name.class::isInstance)
                            && isInert(a.value());
            case Stmt.AnnAssign a ->
                    a.target() instanceof Expr.Name && (a.value() == null || isInert(a.value()));
            case Stmt.Pass p -> true;
            default -> false;
        };
    }

    private static boolean isBuiltinBase(Expr base) {
        return base instanceof Expr.Name name
                && dev.polyloom.python.runtime.object.Builtins.has(name.id());
    }

    private static boolean isInert(Expr e) {
        return switch (e) {
            case Expr.ConstantExpr c -> true;
            case Expr.UnaryOp op -> op.operand() instanceof Expr.ConstantExpr;
            case Expr.ListDisplay list -> list.elts().stream().allMatch(Order::isInert);
            case Expr.TupleDisplay tuple -> tuple.elts().stream().allMatch(Order::isInert);
            case Expr.DictDisplay dict ->
                    dict.keys().stream().allMatch(k -> k instanceof Expr.ConstantExpr)
                            && dict.values().stream().allMatch(Order::isInert);
            default -> false;
        };
    }
}
