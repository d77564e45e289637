package dev.polyloom.python.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code case pattern if guard: body}. */
public record MatchCase(Span span, Pattern pattern, @Nullable Expr guard, List<Stmt> body)
        implements Node {
    /** Copies the lists. */
    public MatchCase {
        body = List.copyOf(body);
    }

    @Override
    public List<Node> children() {
        return Children.of(pattern, guard, body);
    }
}
