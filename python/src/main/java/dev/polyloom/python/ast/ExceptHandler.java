package dev.polyloom.python.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code except type as name: body}. */
public record ExceptHandler(Span span, @Nullable Expr type, @Nullable String name, List<Stmt> body)
        implements Node {
    /** Copies the lists. */
    public ExceptHandler {
        body = List.copyOf(body);
    }

    @Override
    public List<Node> children() {
        return Children.of(type, body);
    }
}
