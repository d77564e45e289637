package dev.polyloom.python.parse;

import com.oracle.graal.python.pegparser.ParserCallbacks;
import com.oracle.graal.python.pegparser.tokenizer.SourceRange;
import dev.polyloom.python.ast.Span;

/** Turns what the parser reports into our errors. */
final class Callbacks implements ParserCallbacks {
    private final SourceText source;

    Callbacks(SourceText source) {
        this.source = source;
    }

    @Override
    public void safePointPoll() {}

    @Override
    public RuntimeException reportIncompleteSource(int line) {
        return refused("SyntaxError", "unexpected EOF while parsing", new Span(line, 0, line, 0));
    }

    @Override
    public RuntimeException onError(ErrorType type, SourceRange range, String message) {
        return refused(kind(type), message, Spans.of(range));
    }

    private RefusedException refused(String kind, String message, Span span) {
        Wording.Said said = new Wording(source).of(message, span);
        return new RefusedException(source.error(kind, said.problem(), said.span()));
    }

    @Override
    public void onWarning(WarningType type, SourceRange range, String message) {}

    private static String kind(ErrorType type) {
        return switch (type) {
            case Indentation -> "IndentationError";
            case Tab -> "TabError";
            default -> "SyntaxError";
        };
    }
}
