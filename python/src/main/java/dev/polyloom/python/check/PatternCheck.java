package dev.polyloom.python.check;

import dev.polyloom.python.ast.Constant;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Pattern;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at the pattern of one case. */
final class PatternCheck {
    private final Errors errors;
    private final Names names;
    private Set<String> bound = new LinkedHashSet<>();

    PatternCheck(Errors errors, Names names) {
        this.errors = errors;
        this.names = names;
    }

    /**
     * Checks a pattern.
     *
     * @param mayMatchAll whether the pattern may be one that nothing fails to match
     */
    void check(Pattern pattern, boolean mayMatchAll) {
        switch (pattern) {
            case Pattern.MatchAs p -> capture(p, mayMatchAll);
            case Pattern.MatchOr p -> alternatives(p, mayMatchAll);
            case Pattern.MatchStar p -> bind(p.name(), p);
            case Pattern.MatchSequence p -> {
                if (p.patterns().stream().filter(Pattern.MatchStar.class::isInstance).count() > 1) {
                    throw errors.at(p, "multiple starred names in sequence pattern");
                }
                p.patterns().forEach(part -> check(part, true));
            }
            case Pattern.MatchMapping p -> mapping(p);
            case Pattern.MatchClass p -> type(p);
            case Pattern.MatchValue p -> {}
            case Pattern.MatchSingleton p -> {}
        }
    }

    private void capture(Pattern.MatchAs p, boolean mayMatchAll) {
        Pattern inner = p.pattern();
        if (inner != null) {
            check(inner, mayMatchAll);
        } else if (!mayMatchAll) {
            String what = p.name() == null ? "wildcard" : "name capture '%s'".formatted(p.name());
            throw errors.at(p, what + " makes remaining patterns unreachable");
        }
        bind(p.name(), p);
    }

    private void alternatives(Pattern.MatchOr p, boolean mayMatchAll) {
        Set<String> before = bound;
        Set<String> first = null;
        for (Pattern alternative : p.patterns()) {
            bound = new LinkedHashSet<>();
            check(alternative, mayMatchAll && alternative.equals(p.patterns().getLast()));
            if (first != null && !first.equals(bound)) {
                throw errors.at(p, "alternative patterns bind different names");
            }
            first = bound;
        }
        Set<String> found = bound;
        bound = before;
        found.forEach(name -> bind(name, p));
    }

    private void mapping(Pattern.MatchMapping p) {
        Set<Constant> seen = new HashSet<>();
        for (Expr key : p.keys()) {
            if (key instanceof Expr.ConstantExpr literal && !seen.add(literal.value())) {
                throw errors.at(
                        p,
                        "mapping pattern checks duplicate key (%s)"
                                .formatted(Texts.repr(literal.value())));
            }
        }
        p.patterns().forEach(part -> check(part, true));
        bind(p.rest(), p);
    }

    private void type(Pattern.MatchClass p) {
        List<String> attributes = p.kwdAttrs();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < attributes.size(); i++) {
            Pattern pattern = p.kwdPatterns().get(i);
            names.bound(attributes.get(i), pattern);
            if (!seen.add(attributes.get(i))) {
                throw errors.at(
                        pattern, "attribute name repeated in class pattern: " + attributes.get(i));
            }
        }
        p.patterns().forEach(part -> check(part, true));
        p.kwdPatterns().forEach(part -> check(part, true));
    }

    private void bind(@Nullable String name, Node node) {
        if (name != null) {
            names.bound(name, node);
            if (!bound.add(name)) {
                throw errors.at(
                        node, "multiple assignments to name '%s' in pattern".formatted(name));
            }
        }
    }
}
