package dev.polyloom.python.check;

import dev.polyloom.python.ast.ExceptHandler;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.MatchCase;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Program;
import dev.polyloom.python.ast.Stmt;
import dev.polyloom.python.check.Place.Body;
import dev.polyloom.python.parse.RefusedException;
import dev.polyloom.python.parse.SourceText;
import dev.polyloom.python.scope.Scope;
import dev.polyloom.python.scope.ScopeTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at statements in the order in which Python compiles them. */
public final class CompileCheck {
    private static final int MOST_BLOCKS = 20;

    private final Errors errors;
    private final Names names;
    private final Expressions expressions;
    private final Program program;
    private final ScopeTable scopes;

    private CompileCheck(Program program, SourceText source, ScopeTable scopes) {
        this.program = program;
        errors = new Errors(source);
        names = new Names(errors);
        expressions = new Expressions(errors, names, scopes);
        this.scopes = scopes;
    }

    /**
     * Checks a program.
     *
     * @throws RefusedException with the first error that Python would find
     */
    public static void check(Program program, SourceText source, ScopeTable scopes) {
        new CompileCheck(program, source, scopes).all(program.body(), Place.MODULE, null);
    }

    private void all(List<Stmt> body, Place place, @Nullable Stmt function) {
        for (Stmt statement : body) {
            one(statement, place, function);
        }
    }

    private void one(Stmt statement, Place place, @Nullable Stmt function) {
        switch (statement) {
            case Stmt.FunctionDef s -> function(s, place);
            case Stmt.ClassDef s -> type(s, place);
            case Stmt.For s -> loop(s, place, function);
            case Stmt.While s -> {
                expressions.check(s.test(), place);
                all(s.body(), deeper(s, place.inLoop()), function);
                all(s.orelse(), place, function);
            }
            case Stmt.If s -> {
                expressions.check(s.test(), place);
                all(s.body(), place, function);
                all(s.orelse(), place, function);
            }
            case Stmt.With s -> with(s, place, function);
            case Stmt.Try s -> attempt(s, place, function);
            case Stmt.Match s -> match(s, place, function);
            default -> simple(statement, place, function);
        }
    }

    private void simple(Stmt statement, Place place, @Nullable Stmt function) {
        names.check(statement);
        switch (statement) {
            case Stmt.Return s -> result(s, place, function);
            case Stmt.Break s -> jump(s, place, "'break' outside loop");
            case Stmt.Continue s -> jump(s, place, "'continue' not properly in loop");
            case Stmt.ImportFrom s -> {
                if (FutureCheck.isFuture(s) && !FutureCheck.leading(program.body()).contains(s)) {
                    throw errors.at(
                            s, "from __future__ imports must occur at the beginning of the file");
                }
            }
            case Stmt.Assign s -> {
                expressions.check(s.value(), place);
                s.targets().forEach(target -> expressions.check(target, place));
            }
            default -> expressions.checkParts(statement, place);
        }
    }

    private void function(Stmt.FunctionDef s, Place place) {
        s.decoratorList().forEach(decorator -> expressions.check(decorator, place));
        names.check(s);
        expressions.parameters(s.args(), place);
        if (s.returns() != null) {
            expressions.check(s.returns(), place);
        }
        all(s.body(), Place.in(s.async() ? Body.ASYNC_FUNCTION : Body.FUNCTION), s);
    }

    private void type(Stmt.ClassDef s, Place place) {
        s.decoratorList().forEach(decorator -> expressions.check(decorator, place));
        names.check(s);
        all(s.body(), Place.in(Body.CLASS), null);
        expressions.arguments(s.bases(), s.keywords(), place);
    }

    private void loop(Stmt.For s, Place place, @Nullable Stmt function) {
        if (s.async() && place.body() != Body.ASYNC_FUNCTION) {
            throw errors.at(s, "'async for' outside async function");
        }
        expressions.check(s.iter(), place);
        Place inside = deeper(s, place.inLoop());
        expressions.check(s.target(), inside);
        all(s.body(), inside, function);
        all(s.orelse(), place, function);
    }

    private void with(Stmt.With s, Place place, @Nullable Stmt function) {
        if (s.async() && place.body() != Body.ASYNC_FUNCTION) {
            throw errors.at(s, "'async with' outside async function");
        }
        Place inside = place;
        for (var item : s.items()) {
            expressions.check(item.contextExpr(), inside);
            inside = deeper(s, inside.inBlock());
            if (item.optionalVars() != null) {
                expressions.check(item.optionalVars(), inside);
            }
        }
        all(s.body(), inside, function);
    }

    private void attempt(Stmt.Try s, Place place, @Nullable Stmt function) {
        Place guarded = s.finalbody().isEmpty() ? place : deeper(s, place.inBlock());
        Place inside = s.handlers().isEmpty() ? guarded : deeper(s, guarded.inBlock());
        all(s.body(), inside, function);
        for (ExceptHandler handler : s.handlers()) {
            if (handler.type() == null && !handler.equals(s.handlers().getLast())) {
                throw errors.at(handler, "default 'except:' must be last");
            }
            names.check(handler);
            if (handler.type() != null) {
                expressions.check(handler.type(), guarded);
            }
            Place caught = s.star() ? guarded.inStarHandler() : guarded.inBlock();
            all(handler.body(), deeper(handler, caught), function);
        }
        all(s.orelse(), guarded, function);
        all(s.finalbody(), place, function);
    }

    private void match(Stmt.Match s, Place place, @Nullable Stmt function) {
        expressions.check(s.subject(), place);
        for (MatchCase c : s.cases()) {
            boolean mayMatchAll = c.guard() != null || c.equals(s.cases().getLast());
            new PatternCheck(errors, names).check(c.pattern(), mayMatchAll);
            if (c.guard() != null) {
                expressions.check(c.guard(), place);
            }
            all(c.body(), place, function);
        }
    }

    private void result(Stmt.Return s, Place place, @Nullable Stmt function) {
        if (!place.body().isFunction()) {
            throw errors.at(s, "'return' outside function");
        }
        Scope scope = function == null ? null : scopes.of(function);
        boolean generates = scope != null && scope.is(Scope.Trait.GENERATOR);
        if (s.value() != null && place.body() == Body.ASYNC_FUNCTION && generates) {
            throw errors.at(s, "'return' with value in async generator");
        }
        if (s.value() != null) {
            expressions.check(s.value(), place);
        }
        if (place.starBody()) {
            throw leaving(s.value() instanceof Expr.ConstantExpr value ? value : s);
        }
    }

    private void jump(Stmt s, Place place, String problem) {
        if (place.starLoop()) {
            throw leaving(s);
        }
        if (!place.loop()) {
            throw errors.at(s, problem);
        }
    }

    private RefusedException leaving(Node node) {
        return errors.at(
                node, "'break', 'continue' and 'return' cannot appear in an except* block");
    }

    private Place deeper(Node node, Place place) {
        if (place.blocks() > MOST_BLOCKS) {
            throw errors.at(node, "too many statically nested blocks");
        }
        return place;
    }
}
