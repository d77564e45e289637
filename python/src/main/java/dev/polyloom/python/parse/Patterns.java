package dev.polyloom.python.parse;

import static dev.polyloom.python.parse.Spans.list;

import com.oracle.graal.python.pegparser.sst.PatternTy;
import dev.polyloom.python.ast.Pattern;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the parser's patterns into ours. */
final class Patterns {
    private final Expressions expressions;

    Patterns(Expressions expressions) {
        this.expressions = expressions;
    }

    Pattern of(PatternTy pattern) {
        var at = Spans.of(pattern);
        return switch (pattern) {
            case PatternTy.MatchValue p -> new Pattern.MatchValue(at, expressions.of(p.value));
            case PatternTy.MatchSingleton p ->
                    new Pattern.MatchSingleton(at, Constants.of(p.value));
            case PatternTy.MatchSequence p -> new Pattern.MatchSequence(at, all(p.patterns));
            case PatternTy.MatchMapping p ->
                    new Pattern.MatchMapping(at, expressions.all(p.keys), all(p.patterns), p.rest);
            case PatternTy.MatchClass p ->
                    new Pattern.MatchClass(
                            at,
                            expressions.of(p.cls),
                            all(p.patterns),
                            p.kwdAttrs == null ? List.of() : Arrays.asList(p.kwdAttrs),
                            all(p.kwdPatterns));
            case PatternTy.MatchStar p -> new Pattern.MatchStar(at, p.name);
            case PatternTy.MatchAs p ->
                    new Pattern.MatchAs(at, p.pattern == null ? null : of(p.pattern), p.name);
            case PatternTy.MatchOr p -> new Pattern.MatchOr(at, all(p.patterns));
            default -> throw new IllegalStateException("a pattern of " + pattern.getClass());
        };
    }

    private List<Pattern> all(PatternTy @Nullable [] patterns) {
        return list(patterns, this::of);
    }
}
