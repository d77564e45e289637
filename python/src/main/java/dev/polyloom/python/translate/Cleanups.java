package dev.polyloom.python.translate;

import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which loops are over generators that clean up when they are closed. CPython closes one as soon as
 * nobody refers to it, so at the latest when the loop over what a call has given is left. Functions
 * are known by their names, whatever object has a method of that name.
 */
final class Cleanups {
    private final Map<String, List<Stmt.FunctionDef>> named = new HashMap<>();
    private final Set<String> cleaning = new HashSet<>();

    /** Finds them in a program; {@code isGenerator} tells whether a function yields. */
    Cleanups(Node program, Predicate<Stmt.FunctionDef> isGenerator) {
        gather(program);
        named.values().removeIf(all -> !all.stream().allMatch(isGenerator));
        boolean more = true;
        while (more) {
            more = false;
            for (Map.Entry<String, List<Stmt.FunctionDef>> each : named.entrySet()) {
                more |=
                        each.getValue().stream().anyMatch(this::cleansUp)
                                && cleaning.add(each.getKey());
            }
        }
    }

    private void gather(Node node) {
        if (node instanceof Stmt.FunctionDef def) {
            named.computeIfAbsent(def.name(), key -> new ArrayList<>()).add(def);
        }
        node.children().forEach(this::gather);
    }

    /** Tells whether what a loop is over is to be closed when the loop is left. */
    boolean isNeeded(Expr iter) {
        return iter instanceof Expr.Call call
                && switch (call.func()) {
                    case Expr.Name function -> cleaning.contains(function.id());
                    case Expr.Attribute method -> cleaning.contains(method.attr());
                    default -> false;
                };
    }

    /** Tells whether there is such a loop in the body of a function. */
    boolean isWithin(Stmt.FunctionDef def) {
        return has(def, node -> node instanceof Stmt.For loop && isNeeded(loop.iter()));
    }

    private boolean cleansUp(Stmt.FunctionDef def) {
        return has(
                def,
                node ->
                        switch (node) {
                            case Stmt.Try t -> true;
                            case Stmt.With w -> true;
                            case Expr.YieldFrom y ->
                                    !(y.value() instanceof Expr.Call) || isNeeded(y.value());
                            case Stmt.For loop -> isNeeded(loop.iter());
                            default -> false;
                        });
    }

    private static boolean has(Stmt.FunctionDef def, Predicate<Node> what) {
        return def.body().stream().anyMatch(each -> isIn(each, what));
    }

    private static boolean isIn(Node node, Predicate<Node> what) {
        return what.test(node)
                || (!(node instanceof Stmt.FunctionDef)
                        && node.children().stream().anyMatch(each -> isIn(each, what)));
    }
}
