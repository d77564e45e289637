package dev.polyloom.python.infer;

import dev.polyloom.python.ast.Alias;
import dev.polyloom.python.ast.BinaryOperator;
import dev.polyloom.python.ast.ExceptHandler;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.MatchCase;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Pattern;
import dev.polyloom.python.ast.Stmt;
import dev.polyloom.python.ast.WithItem;
import dev.polyloom.python.scope.Scope;
import dev.polyloom.python.scope.Symbol;
import java.util.List;

/** Walks once through the statements of a scope, and notes what its variables are given. */
final class Walk {
    private final Inference inference;
    private final Env env;
    private final Evaluation evaluation;

    Walk(Inference inference, Env env) {
        this.inference = inference;
        this.env = env;
        this.evaluation = new Evaluation(inference, env);
    }

    void all(List<Stmt> body) {
        body.forEach(this::one);
    }

    private void one(Stmt s) {
        switch (s) {
            case Stmt.Assign a -> assigned(a.targets(), a.value());
            case Stmt.AugAssign a -> augmented(a);
            case Stmt.AnnAssign a -> {
                Expr value = a.value();
                if (value != null) {
                    assigned(List.of(a.target()), value);
                }
            }
            case Stmt.FunctionDef def -> defined(def);
            case Stmt.ClassDef def -> defined(def);
            case Stmt.Return r -> returned(r);
            case Stmt.For f -> each(f);
            case Stmt.While w -> {
                evaluation.of(w.test());
                env.rounds.push(Long.MAX_VALUE);
                all(w.body());
                env.rounds.pop();
                all(w.orelse());
            }
            case Stmt.With w -> {
                for (WithItem item : w.items()) {
                    evaluation.of(item.contextExpr());
                    Expr target = item.optionalVars();
                    if (target != null) {
                        evaluation.unknown(target);
                    }
                }
                all(w.body());
            }
            case Stmt.Delete d -> d.targets().forEach(evaluation::deleted);
            case Stmt.Import i -> i.names().forEach(a -> imported(a, s));
            case Stmt.ImportFrom i when Stars.isStar(i) -> starred(i);
            case Stmt.ImportFrom i -> i.names().forEach(a -> imported(a, s));
            default -> parts(s);
        }
    }

    private void parts(Node node) {
        for (Node each : node.children()) {
            switch (each) {
                case Stmt s -> one(s);
                case Expr e -> evaluation.of(e);
                case ExceptHandler h -> {
                    String name = h.name();
                    if (name != null) {
                        evaluation.assign(name, Value.OBJECT, h);
                    }
                    parts(h);
                }
                case MatchCase c -> parts(c);
                case Pattern p -> pattern(p);
                default -> parts(each);
            }
        }
    }

    private void pattern(Pattern p) {
        String name =
                switch (p) {
                    case Pattern.MatchStar star -> star.name();
                    case Pattern.MatchAs as -> as.name();
                    case Pattern.MatchMapping mapping -> mapping.rest();
                    default -> null;
                };
        if (name != null) {
            evaluation.assign(name, Value.OBJECT, p);
        }
        parts(p);
    }

    private void starred(Stmt.ImportFrom s) {
        for (Symbol each : inference.parsed.scopes().module().symbols().values()) {
            boolean bound = each.is(Symbol.Use.ASSIGNED) || each.is(Symbol.Use.IMPORTED);
            if (bound && inference.stars.mayBind(each.name())) {
                evaluation.assign(each.name(), Value.OBJECT, s);
            }
        }
    }

    private void imported(Alias alias, Stmt s) {
        String asname = alias.asname();
        String name = asname == null ? alias.name().split("\\.", 2)[0] : asname;
        evaluation.assign(name, Value.OBJECT, s);
    }

    private void assigned(List<Expr> targets, Expr value) {
        Value given = evaluation.of(value);
        boolean direct = targets.size() == 1;
        for (Expr target : targets) {
            if (target instanceof Expr.Name name) {
                evaluation.assign(name, given, value);
            } else if (direct) {
                evaluation.unpacked(target, value);
            } else {
                evaluation.unknown(target);
            }
        }
    }

    private void augmented(Stmt.AugAssign s) {
        Value added = evaluation.of(s.value());
        if (!(s.target() instanceof Expr.Name name)) {
            evaluation.of(s.target());
            return;
        }
        Value old = evaluation.load(name.id());
        Value made = Arithmetic.binary(s.op(), old, added);
        inference.values.put(name, old);
        inference.values.put(s, made);
        boolean sum = s.op() == BinaryOperator.ADD || s.op() == BinaryOperator.SUB;
        if (s.op() == BinaryOperator.ADD) {
            evaluation.added(name.id());
        }
        evaluation.augment(name, made, sum && added.isLong() ? added : null);
    }

    private void each(Stmt.For f) {
        Value range = evaluation.range(f.iter());
        if (range == null || f.async()) {
            evaluation.of(f.iter());
            if (!f.async() && evaluation.isCounted(f.target(), f.iter())) {
                evaluation.counted(f.target(), f);
            } else {
                evaluation.unknown(f.target());
            }
        } else if (f.target() instanceof Expr.Name name) {
            evaluation.assign(name.id(), range, f);
        } else {
            evaluation.unknown(f.target());
        }
        env.rounds.push(range == null ? Long.MAX_VALUE : rounds(range));
        all(f.body());
        env.rounds.pop();
        all(f.orelse());
    }

    private static long rounds(Value range) {
        long rounds = range.high() - range.low() + 1;
        return range.isLong() && rounds > 0 ? rounds : Long.MAX_VALUE;
    }

    private void returned(Stmt.Return r) {
        Expr value = r.value();
        Value given = value == null ? Value.OBJECT : evaluation.of(value);
        Variable result = env.result;
        if (result != null) {
            inference.add(
                    result, given, value == null ? Variable.Step.OWN : evaluation.step(value), 0);
        }
    }

    private void defined(Stmt.ClassDef def) {
        def.decoratorList().forEach(evaluation::of);
        def.bases().forEach(evaluation::of);
        def.keywords().forEach(k -> evaluation.of(k.value()));
        evaluation.assign(def.name(), Value.OBJECT, def);
        Env inner = new Env(inference.scope(def), env, def.name(), null);
        new Walk(inference, inner).all(def.body());
    }

    private void defined(Stmt.FunctionDef def) {
        def.decoratorList().forEach(evaluation::of);
        evaluation.assign(def.name(), Value.OBJECT, def);
        boolean known = inference.isKnown(def) && !inference.isEscaped(def);
        Scope scope = inference.scope(def);
        Variable result = null;
        if (inference.isKnown(def)) {
            result = inference.result(def);
            if (scope.is(Scope.Trait.GENERATOR)
                    || scope.is(Scope.Trait.COROUTINE)
                    || Flowing.fallsOff(def.body())) {
                inference.add(result, Value.OBJECT, Variable.Step.OWN, 0);
            }
        }
        evaluation.parameters(def.args(), scope, known);
        Env inner = new Env(scope, env, env.className, result);
        new Walk(inference, inner).all(def.body());
    }
}
