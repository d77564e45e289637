package dev.polyloom.python.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code arg=value} in a call; null stands for {@code **value}. */
public record Keyword(Span span, @Nullable String arg, Expr value) implements Node {
    @Override
    public List<Node> children() {
        return Children.of(value);
    }
}
