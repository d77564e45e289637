package dev.polyloom.python.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parameter. */
public record Arg(Span span, String arg, @Nullable Expr annotation) implements Node {
    @Override
    public List<Node> children() {
        return Children.of(annotation);
    }
}
