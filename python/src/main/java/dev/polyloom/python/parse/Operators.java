package dev.polyloom.python.parse;

import dev.polyloom.python.ast.BinaryOperator;
import dev.polyloom.python.ast.BoolOperator;
import dev.polyloom.python.ast.CompareOperator;
import dev.polyloom.python.ast.ExprContext;
import dev.polyloom.python.ast.UnaryOperator;
import java.util.Locale;

/** Turns the parser's operators into ours, which have the same names in capitals. */
final class Operators {
    private Operators() {}

    static BoolOperator bool(Enum<?> op) {
        return BoolOperator.valueOf(name(op));
    }

    static UnaryOperator unary(Enum<?> op) {
        return UnaryOperator.valueOf(name(op));
    }

    static BinaryOperator binary(Enum<?> op) {
        return BinaryOperator.valueOf(name(op));
    }

    static CompareOperator compare(Enum<?> op) {
        return CompareOperator.valueOf(name(op));
    }

    static ExprContext context(Enum<?> context) {
        return ExprContext.valueOf(name(context));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toUpperCase(Locale.ROOT);
    }
}
