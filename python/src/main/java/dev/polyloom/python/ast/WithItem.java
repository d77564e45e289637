package dev.polyloom.python.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code context as target} in a with statement. */
public record WithItem(Span span, Expr contextExpr, @Nullable Expr optionalVars) implements Node {
    @Override
    public List<Node> children() {
        return Children.of(contextExpr, optionalVars);
    }
}
