package dev.polyloom.python.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands after {@code case}. */
public sealed interface Pattern extends Node {
    /** A literal or a dotted name, compared by equality. */
    record MatchValue(Span span, Expr value) implements Pattern {
        @Override
        public List<Node> children() {
            return Children.of(value);
        }
    }

    /** {@code None}, {@code True} or {@code False}, compared by identity. */
    record MatchSingleton(Span span, Constant value) implements Pattern {}

    /** {@code [a, *rest]}. */
    record MatchSequence(Span span, List<Pattern> patterns) implements Pattern {
        public MatchSequence {
            patterns = List.copyOf(patterns);
        }

        @Override
        public List<Node> children() {
            return Children.of(patterns);
        }
    }

    /** {@code {key: pattern, **rest}}. */
    record MatchMapping(Span span, List<Expr> keys, List<Pattern> patterns, @Nullable String rest)
            implements Pattern {
        public MatchMapping {
            keys = List.copyOf(keys);
            patterns = List.copyOf(patterns);
        }

        @Override
        public List<Node> children() {
            return Children.of(keys, patterns);
        }
    }

    /** {@code cls(a, name=b)}. */
    record MatchClass(
            Span span,
            Expr cls,
            List<Pattern> patterns,
            List<String> kwdAttrs,
            List<Pattern> kwdPatterns)
            implements Pattern {
        public MatchClass {
            patterns = List.copyOf(patterns);
            kwdAttrs = List.copyOf(kwdAttrs);
            kwdPatterns = List.copyOf(kwdPatterns);
        }

        @Override
        public List<Node> children() {
            return Children.of(cls, patterns, kwdPatterns);
        }
    }

    /** {@code *name}; null for {@code *_}. */
    record MatchStar(Span span, @Nullable String name) implements Pattern {}

    /** {@code pattern as name}, a bare name, or the wildcard, which has neither. */
    record MatchAs(Span span, @Nullable Pattern pattern, @Nullable String name) implements Pattern {
        @Override
        public List<Node> children() {
            return Children.of(pattern);
        }
    }

    /** {@code a | b}. */
    record MatchOr(Span span, List<Pattern> patterns) implements Pattern {
        public MatchOr {
            patterns = List.copyOf(patterns);
        }

        @Override
        public List<Node> children() {
            return Children.of(patterns);
        }
    }
}
