package dev.polyloom.python.check;

import dev.polyloom.python.ast.Alias;
import dev.polyloom.python.ast.Constant;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Program;
import dev.polyloom.python.ast.Span;
import dev.polyloom.python.ast.Stmt;
import dev.polyloom.python.parse.RefusedException;
import dev.polyloom.python.parse.SourceText;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds what a program imports from {@code __future__}. */
public final class FutureCheck {
    private static final Set<String> KNOWN =
            Set.of(
                    "nested_scopes",
                    "generators",
                    "division",
                    "absolute_import",
                    "with_statement",
                    "print_function",
                    "unicode_literals",
                    "barry_as_FLUFL",
                    "generator_stop",
                    "annotations");

    private FutureCheck() {}

    /**
     * Returns the names of the features that a program asks for.
     *
     * @throws RefusedException if Python has no such feature
     */
    public static Set<String> features(Program program, SourceText source) {
        Errors errors = new Errors(source);
        Set<String> features = new TreeSet<>();
        for (Stmt statement : leading(program.body())) {
            if (statement instanceof Stmt.ImportFrom future) {
                future.names().forEach(alias -> features.add(known(alias, future, errors)));
            }
        }
        return features;
    }

    /** Returns the statements at the beginning that may be, or stand before, such imports. */
    static List<Stmt> leading(List<Stmt> body) {
        int end = 0;
        while (end < body.size() && (isFuture(body.get(end)) || (end == 0 && isDocument(body)))) {
            end++;
        }
        return body.subList(0, end);
    }

    static boolean isFuture(Stmt statement) {
        return statement instanceof Stmt.ImportFrom from
                && "__future__".equals(from.module())
                && from.level() == 0;
    }

    private static boolean isDocument(List<Stmt> body) {
        return body.getFirst() instanceof Stmt.ExprStmt first
                && first.value() instanceof Expr.ConstantExpr text
                && text.value() instanceof Constant.Str;
    }

    private static String known(Alias alias, Stmt statement, Errors errors) {
        if (KNOWN.contains(alias.name())) {
            return alias.name();
        }
        Span at = statement.span();
        Span place = new Span(at.line(), at.column(), at.line(), -1);
        throw errors.at(
                place,
                alias.name().equals("braces")
                        ? "not a chance"
                        : "future feature %s is not defined".formatted(alias.name()));
    }
}
