package dev.polyloom.python.ast;

import java.util.List;

/** A part of a program, at a place in its source. Nodes are immutable. */
public sealed interface Node
        permits Alias,
                Arg,
                Arguments,
                Comprehension,
                ExceptHandler,
                Expr,
                Keyword,
                MatchCase,
                Pattern,
                Program,
                Stmt,
                TypeParam,
                WithItem {
    /** Returns where the node stands. */
    Span span();

    /** Returns the nodes that are parts of this one, in the order of its fields. */
    default List<Node> children() {
        return List.of();
    }
}
