package dev.polyloom.python.parse;

import com.oracle.graal.python.pegparser.sst.SSTNode;
import com.oracle.graal.python.pegparser.tokenizer.SourceRange;
import dev.polyloom.python.ast.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns the parser's ranges and arrays into ours. */
final class Spans {
    private static final Span NOWHERE = new Span(1, 0, 1, 0);

    private Spans() {}

    static Span of(SSTNode node) {
        return of(node.getSourceRange());
    }

    static Span of(@Nullable SourceRange range) {
        return range == null
                ? NOWHERE
                : new Span(range.startLine, range.startColumn, range.endLine, range.endColumn);
    }

    static <S, T> List<T> list(S @Nullable [] parts, Function<S, T> convert) {
        List<T> converted = new ArrayList<>();
        if (parts != null) {
            for (S part : parts) {
                converted.add(convert.apply(part));
            }
        }
        return converted;
    }
}
