package dev.polyloom.python.check;

import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Span;
import dev.polyloom.python.parse.RefusedException;
import dev.polyloom.python.parse.SourceText;

/** Makes the errors of a program. */
record Errors(SourceText source) {
    RefusedException at(Node node, String problem) {
        return at(node.span(), problem);
    }

    RefusedException at(Span span, String problem) {
        return new RefusedException(source.error("SyntaxError", problem, span));
    }
}
