package dev.polyloom.python.ast;

import java.util.List;

/** A whole source file. */
public record Program(Span span, List<Stmt> body) implements Node {
    /** Copies the lists. */
    public Program {
        body = List.copyOf(body);
    }

    @Override
    public List<Node> children() {
        return Children.of(body);
    }
}
