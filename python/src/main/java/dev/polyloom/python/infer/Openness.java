package dev.polyloom.python.infer;

import dev.polyloom.python.ast.Constant;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Stmt;
import java.util.Set;

/** Tells whether a program gets at the variables of its module otherwise than by their names. */
final class Openness {
    private static final Set<String> NAMES =
            Set.of("globals", "vars", "locals", "eval", "exec", "compile", "__import__");
    private static final Set<String> ATTRIBUTES = Set.of("modules", "__dict__", "__globals__");

    private Openness() {}

    static boolean isOpen(Node node) {
        return switch (node) {
            case Expr.Name name when NAMES.contains(name.id()) -> true;
            case Expr.Attribute attribute when ATTRIBUTES.contains(attribute.attr()) -> true;
            case Expr.ConstantExpr c
                    when c.value() instanceof Constant.Str text
                            && ATTRIBUTES.contains(text.text()) ->
                    true;
            case Stmt.Import s when s.names().stream().anyMatch(a -> isMain(a.name())) -> true;
            case Stmt.ImportFrom s
                    when isMain(s.module() == null ? "" : s.module())
                            || s.names().stream().anyMatch(a -> a.name().equals("modules")) ->
                    true;
            default -> node.children().stream().anyMatch(Openness::isOpen);
        };
    }

    private static boolean isMain(String module) {
        return module.equals("__main__") || module.equals("importlib");
    }
}
