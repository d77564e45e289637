package dev.polyloom.python.infer;

import dev.polyloom.python.ast.Constant;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Stmt;
import java.util.List;

/** Whether a body may end without a {@code return}. */
final class Flowing {
    private Flowing() {}

    static boolean fallsOff(List<Stmt> body) {
        return body.stream().noneMatch(Flowing::ends);
    }

    private static boolean ends(Stmt s) {
        return switch (s) {
            case Stmt.Return r -> true;
            case Stmt.Raise r -> true;
            case Stmt.If i -> !i.orelse().isEmpty() && !fallsOff(i.body()) && !fallsOff(i.orelse());
            case Stmt.While w ->
                    w.test() instanceof Expr.ConstantExpr c
                            && c.value() == Constant.Singleton.TRUE
                            && w.body().stream().noneMatch(Flowing::breaks);
            default -> false;
        };
    }

    private static boolean breaks(Node node) {
        return node instanceof Stmt.Break
                || (!(node instanceof Stmt.FunctionDef)
                        && node.children().stream().anyMatch(Flowing::breaks));
    }
}
