package dev.polyloom.python.ast;

import java.util.List;

/** {@code for target in iter if …} within a comprehension. */
public record Comprehension(Span span, Expr target, Expr iter, List<Expr> ifs, boolean async)
        implements Node {
    /** Copies the lists. */
    public Comprehension {
        ifs = List.copyOf(ifs);
    }

    @Override
    public List<Node> children() {
        return Children.of(target, iter, ifs);
    }
}
