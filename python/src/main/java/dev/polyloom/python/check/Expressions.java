package dev.polyloom.python.check;

import dev.polyloom.python.ast.Arg;
import dev.polyloom.python.ast.Arguments;
import dev.polyloom.python.ast.Comprehension;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.ExprContext;
import dev.polyloom.python.ast.Keyword;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.check.Place.Body;
import dev.polyloom.python.scope.Scope;
import dev.polyloom.python.scope.ScopeTable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks at expressions. */
final class Expressions {
    private final Errors errors;
    private final Names names;
    private final ScopeTable scopes;

    Expressions(Errors errors, Names names, ScopeTable scopes) {
        this.errors = errors;
        this.names = names;
        this.scopes = scopes;
    }

    void check(Node node, Place place) {
        names.check(node);
        switch (node) {
            case Expr.Await e -> await(e, place);
            case Expr.Yield e -> yielding(e, place);
            case Expr.YieldFrom e -> {
                yielding(e, place);
                if (place.body() == Body.ASYNC_FUNCTION) {
                    throw errors.at(e, "'yield from' inside async function");
                }
            }
            case Expr.Starred e ->
                    throw errors.at(
                            e,
                            e.ctx() == ExprContext.STORE
                                    ? "starred assignment target must be in a list or tuple"
                                    : "can't use starred expression here");
            case Expr.Call e -> {
                check(e.func(), place);
                arguments(e.args(), e.keywords(), place);
                return;
            }
            case Expr.Lambda e -> {
                parameters(e.args(), place);
                check(e.body(), Place.in(Body.FUNCTION));
                return;
            }
            case Expr.TupleDisplay e -> {
                elements(e, e.elts(), e.ctx(), place);
                return;
            }
            case Expr.ListDisplay e -> {
                elements(e, e.elts(), e.ctx(), place);
                return;
            }
            case Expr.SetDisplay e -> {
                elements(e, e.elts(), ExprContext.LOAD, place);
                return;
            }
            case Expr.ListComp e -> comprehension(e, e.generators(), place, List.of(e.elt()));
            case Expr.SetComp e -> comprehension(e, e.generators(), place, List.of(e.elt()));
            case Expr.GeneratorExp e -> comprehension(e, e.generators(), place, List.of(e.elt()));
            case Expr.DictComp e ->
                    comprehension(e, e.generators(), place, List.of(e.key(), e.value()));
            default -> {}
        }
        if (!isComprehension(node)) {
            checkParts(node, place);
        }
    }

    void checkParts(Node node, Place place) {
        node.children().forEach(part -> check(part, place));
    }

    void parameters(Arguments args, Place place) {
        args.defaults().forEach(value -> check(value, place));
        args.kwDefaults().stream()
                .filter(value -> value != null)
                .forEach(value -> check(value, place));
        args.children().stream()
                .filter(Arg.class::isInstance)
                .map(Arg.class::cast)
                .forEach(arg -> parameter(arg, place));
    }

    private void parameter(Arg arg, Place place) {
        names.check(arg);
        if (arg.annotation() instanceof Expr.Starred starred) {
            check(starred.value(), place);
        } else if (arg.annotation() != null) {
            check(arg.annotation(), place);
        }
    }

    void arguments(List<Expr> positional, List<Keyword> keywords, Place place) {
        Set<String> given = new HashSet<>();
        for (Keyword keyword : keywords) {
            names.check(keyword);
            if (keyword.arg() != null && !given.add(keyword.arg())) {
                throw errors.at(keyword, "keyword argument repeated: " + keyword.arg());
            }
        }
        positional.forEach(argument -> element(argument, place));
        keywords.forEach(keyword -> check(keyword.value(), place));
    }

    private void elements(Expr display, List<Expr> elements, ExprContext context, Place place) {
        long starred = elements.stream().filter(Expr.Starred.class::isInstance).count();
        if (context == ExprContext.STORE && starred > 1) {
            throw errors.at(display, "multiple starred expressions in assignment");
        }
        elements.forEach(element -> element(element, place));
    }

    private void element(Expr element, Place place) {
        check(element instanceof Expr.Starred starred ? starred.value() : element, place);
    }

    private void await(Expr.Await e, Place place) {
        if (!place.body().isFunction()) {
            throw errors.at(e, "'await' outside function");
        }
        if (!place.mayAwait()) {
            throw errors.at(e, "'await' outside async function");
        }
    }

    private void yielding(Expr e, Place place) {
        if (!place.body().isFunction()) {
            throw errors.at(e, "'yield' outside function");
        }
    }

    private void comprehension(
            Expr e, List<Comprehension> generators, Place place, List<Expr> results) {
        Scope scope = scopes.of(e);
        boolean async = scope != null && scope.is(Scope.Trait.COROUTINE);
        if (async && !(e instanceof Expr.GeneratorExp) && !place.mayAwait()) {
            throw errors.at(e, "asynchronous comprehension outside of an asynchronous function");
        }
        check(generators.getFirst().iter(), place);
        Place inside = Place.in(Body.COMPREHENSION);
        generators.stream().skip(1).forEach(generator -> check(generator.iter(), inside));
        for (Comprehension generator : generators) {
            check(generator.target(), inside);
            generator.ifs().forEach(condition -> check(condition, inside));
        }
        results.forEach(result -> check(result, inside));
    }

    private static boolean isComprehension(Node node) {
        return node instanceof Expr.ListComp
                || node instanceof Expr.SetComp
                || node instanceof Expr.DictComp
                || node instanceof Expr.GeneratorExp;
    }
}
