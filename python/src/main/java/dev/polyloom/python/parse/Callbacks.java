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
        Span span = new Span(line, 0, line, 0);
        return new RefusedException(
                source.error("SyntaxError", "unexpected EOF while parsing", span));
    }

    @Override
    public RuntimeException onError(ErrorType type, SourceRange range, String message) {
        return new RefusedException(source.error(kind(type), message, Spans.of(range)));
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
