package dev.polyloom.python.infer;

import dev.polyloom.python.ast.Arg;
import dev.polyloom.python.ast.Arguments;
import dev.polyloom.python.ast.BinaryOperator;
import dev.polyloom.python.ast.CompareOperator;
import dev.polyloom.python.ast.Comprehension;
import dev.polyloom.python.ast.Constant;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Span;
import dev.polyloom.python.ast.UnaryOperator;
import dev.polyloom.python.scope.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of the values of expressions within a scope, and of what it assigns. */
@SuppressWarnings("ReferenceEquality") // a node is one place in the program
final class Evaluation {
    private static final long MOST_ROUNDS = 1L << 56;

    private final Inference inference;
    private final Env env;
    private final CallSites sites;

    Evaluation(Inference inference, Env env) {
        this.inference = inference;
        this.env = env;
        this.sites = new CallSites(inference, env, this);
    }

    /** Returns what is known of the value of an expression, and keeps it. */
    Value of(Expr e) {
        Value value = evaluated(e);
        inference.values.put(e, value);
        return value;
    }

    private Value evaluated(Expr e) {
        return switch (e) {
            case Expr.ConstantExpr c -> constant(c.value());
            case Expr.Name name -> named(name);
            case Expr.BinOp op -> Arithmetic.binary(op.op(), of(op.left()), of(op.right()));
            case Expr.UnaryOp op -> unary(op.op(), of(op.operand()));
            case Expr.IfExp choice -> {
                of(choice.test());
                yield of(choice.body()).or(of(choice.orelse()));
            }
            case Expr.Compare compare -> compared(compare);
            case Expr.BoolOp op -> {
                Value all = Value.NOTHING;
                for (Expr each : op.values()) {
                    all = all.or(of(each));
                }
                yield all.kind() == Value.Kind.BOOL ? Value.BOOL : Value.OBJECT;
            }
            case Expr.JoinedStr text -> {
                text.values().forEach(this::of);
                yield Value.STR;
            }
            case Expr.NamedExpr named -> {
                of(named.value());
                unknown(named.target());
                yield Value.OBJECT;
            }
            case Expr.Call call -> sites.call(call);
            case Expr.Subscript item -> {
                of(item.slice());
                yield of(item.value()).kind() == Value.Kind.STR ? Value.STR : Value.OBJECT;
            }
            default -> {
                scoped(e);
                yield Value.OBJECT;
            }
        };
    }

    private Value compared(Expr.Compare compare) {
        boolean plain = of(compare.left()).comparesPlainly();
        for (Expr each : compare.comparators()) {
            plain &= of(each).comparesPlainly();
        }
        return plain || compare.ops().stream().allMatch(Evaluation::isIdentityOrMember)
                ? Value.BOOL
                : Value.OBJECT;
    }

    private static boolean isIdentityOrMember(CompareOperator op) {
        return switch (op) {
            case IS, ISNOT, IN, NOTIN -> true;
            case EQ, NOTEQ, LT, LTE, GT, GTE -> false;
        };
    }

    private void scoped(Expr e) {
        switch (e) {
            case Expr.Lambda lambda -> {
                Scope scope = inference.scope(lambda);
                parameters(lambda.args(), scope, false);
                new Evaluation(inference, new Env(scope, env, env.className, null))
                        .of(lambda.body());
            }
            case Expr.ListComp c -> comprehension(c, c.generators(), List.of(c.elt()));
            case Expr.SetComp c -> comprehension(c, c.generators(), List.of(c.elt()));
            case Expr.GeneratorExp c -> comprehension(c, c.generators(), List.of(c.elt()));
            case Expr.DictComp c -> comprehension(c, c.generators(), List.of(c.key(), c.value()));
            default -> parts(e);
        }
    }

    private void parts(Node node) {
        for (Node each : node.children()) {
            if (each instanceof Expr e) {
                of(e);
            } else {
                parts(each);
            }
        }
    }

    private void comprehension(Expr e, List<Comprehension> clauses, List<Expr> results) {
        Evaluation inner =
                new Evaluation(inference, new Env(inference.scope(e), env, env.className, null));
        Evaluation at = this;
        for (Comprehension clause : clauses) {
            Value range = at.range(clause.iter());
            at.of(clause.iter());
            if (range != null && clause.target() instanceof Expr.Name name) {
                inner.assign(name.id(), range, clause);
            } else if (e instanceof Expr.GeneratorExp
                    || clause.async()
                    || !at.isCounted(clause.target(), clause.iter())) {
                inner.unknown(clause.target());
            } else {
                inner.counted(clause.target(), clause);
            }
            at = inner;
            clause.ifs().forEach(inner::of);
        }
        results.forEach(inner::of);
    }

    private static Value constant(Constant value) {
        return switch (value) {
            case Constant.Int number -> Value.between(number.value(), number.value());
            case Constant.Real real -> Value.FLOAT;
            case Constant.Str text -> Value.STR;
            case Constant.Singleton.TRUE -> Value.BOOL;
            case Constant.Singleton.FALSE -> Value.BOOL;
            default -> Value.OBJECT;
        };
    }

    private static Value unary(UnaryOperator op, Value operand) {
        return switch (op) {
            case NOT -> Value.BOOL;
            case USUB -> Arithmetic.negative(operand);
            case UADD -> operand.isInt() || operand.isFloat() ? operand : Value.OBJECT;
            case INVERT -> Arithmetic.inverted(operand);
        };
    }

    private Value named(Expr.Name name) {
        var known = env.isGlobal(name.id()) ? inference.known(env.mangled(name.id())) : null;
        if (known != null) {
            inference.escape(known);
        }
        Variable variable = env.isGlobal(name.id()) ? null : variable(name.id(), null);
        if (variable != null) {
            variable.readIn(env.rounds.size());
        }
        return load(name.id());
    }

    Value load(String id) {
        Variable variable = variable(id, null);
        return variable == null ? Value.OBJECT : variable.value();
    }

    private @Nullable Variable variable(String id, @Nullable Span first) {
        String name = env.mangled(id);
        if (env.isGlobal(id)) {
            if (!inference.closed) {
                return null;
            }
            return first == null
                    ? inference.find(inference.parsed.scopes().module(), name)
                    : inference.variable(inference.parsed.scopes().module(), name, first);
        }
        Scope owner = env.owner(id);
        if (owner == null) {
            return null;
        }
        return inference.variable(owner, name, first);
    }

    void assign(Expr.Name target, Value value, Expr source) {
        assign(target.id(), value, target, step(source), 0);
    }

    void assign(String id, Value value, Node node) {
        assign(id, value, node, Variable.Step.OWN, 0);
    }

    private void assign(String id, Value value, Node node, Variable.Step step, long sum) {
        if (env.isGlobal(id)) {
            inference.bound(env.mangled(id), node);
        }
        Variable variable = variable(id, node.span());
        if (variable != null) {
            inference.add(variable, value, step, sum);
        }
    }

    /** Notes that something is added to a variable of a function. */
    void added(String id) {
        Variable variable = env.isGlobal(id) ? null : variable(id, null);
        if (variable != null) {
            variable.addedIn(env.rounds.size());
        }
    }

    /** Notes {@code name += value}, or {@code -=}; the value is null for other operators. */
    void augment(Expr.Name target, Value made, @Nullable Value added) {
        if (added == null) {
            assign(target.id(), made, target, Variable.Step.OWN, 0);
            return;
        }
        if (!isSupposed(known(target))) {
            assign(target.id(), made, target, Variable.Step.OWN, 0);
            return;
        }
        if (isSmall(added)) {
            assign(target.id(), made, target, Variable.Step.SMALL, 0);
            return;
        }
        boolean own =
                env.isGlobal(target.id())
                        ? env.scope.kind() == Scope.Kind.MODULE
                        : env.owner(target.id()) == env.scope;
        long most = Math.max(magnitude(added.low()), magnitude(added.high()));
        long rounds = env.allRounds();
        boolean counted = own && rounds <= Variable.BASE / Math.max(1, most);
        assign(
                target.id(),
                made,
                target,
                counted ? Variable.Step.SUM : Variable.Step.OWN,
                counted ? rounds * most : 0);
    }

    private static long magnitude(long value) {
        return value == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(value);
    }

    /** Tells whether a value keeps to what is supposed of bounds that grow. */
    private static boolean isSupposed(Value value) {
        return !value.isLong() || value.within(-Variable.SUPPOSED, Variable.SUPPOSED);
    }

    private static boolean isSmall(Value value) {
        return value.within(-Variable.SMALL_STEP, Variable.SMALL_STEP);
    }

    /** Returns how an expression makes its value of those of variables. */
    Variable.Step step(Expr e) {
        boolean small =
                switch (e) {
                    case Expr.Name name -> isSupposed(known(name));
                    case Expr.Call call ->
                            inference.calls.containsKey(call) && isSupposed(known(call));
                    case Expr.UnaryOp op ->
                            op.op() == UnaryOperator.USUB
                                    && step(op.operand()) == Variable.Step.SMALL;
                    case Expr.IfExp choice -> isStep(choice.body()) && isStep(choice.orelse());
                    case Expr.BinOp op -> isSmallStep(op);
                    default -> false;
                };
        return small ? Variable.Step.SMALL : Variable.Step.OWN;
    }

    private boolean isStep(Expr e) {
        return step(e) == Variable.Step.SMALL || known(e).within(-Variable.BASE, Variable.BASE);
    }

    private boolean isSmallStep(Expr.BinOp op) {
        boolean sum = op.op() == BinaryOperator.ADD || op.op() == BinaryOperator.SUB;
        return sum
                && ((isStep(op.left()) && isSmall(known(op.right())))
                        || (isStep(op.right()) && isSmall(known(op.left()))));
    }

    private Value known(Expr e) {
        return inference.values.getOrDefault(e, Value.OBJECT);
    }

    /** Notes an assignment of values of which nothing is known. */
    void unknown(Expr target) {
        switch (target) {
            case Expr.Name name -> assign(name.id(), Value.OBJECT, name);
            case Expr.TupleDisplay tuple -> tuple.elts().forEach(this::unknown);
            case Expr.ListDisplay list -> list.elts().forEach(this::unknown);
            case Expr.Starred star -> unknown(star.value());
            default -> of(target);
        }
    }

    /** Notes the assignment of a value to several targets, or to one that is no name. */
    void unpacked(Expr target, Expr value) {
        List<Expr> targets = elements(target);
        List<Expr> values = elements(value);
        boolean paired = !targets.isEmpty() && targets.size() == values.size();
        for (int i = 0; paired && i < targets.size(); i++) {
            paired =
                    !(targets.get(i) instanceof Expr.Starred)
                            && !(values.get(i) instanceof Expr.Starred);
        }
        for (int i = 0; paired && i < targets.size(); i++) {
            if (targets.get(i) instanceof Expr.Name name) {
                assign(name, known(values.get(i)), values.get(i));
            } else {
                unknown(targets.get(i));
            }
        }
        if (!paired) {
            unknown(target);
        }
    }

    private static List<Expr> elements(Expr e) {
        return switch (e) {
            case Expr.TupleDisplay tuple -> tuple.elts();
            case Expr.ListDisplay list -> list.elts();
            default -> List.of();
        };
    }

    void deleted(Expr target) {
        switch (target) {
            case Expr.Name name -> assign(name.id(), Value.OBJECT, name);
            case Expr.TupleDisplay tuple -> tuple.elts().forEach(this::deleted);
            case Expr.ListDisplay list -> list.elts().forEach(this::deleted);
            default -> of(target);
        }
    }

    boolean isBuiltin(Expr e, String id) {
        return e instanceof Expr.Name name
                && name.id().equals(id)
                && env.isGlobal(id)
                && inference.isBuiltin(id);
    }

    /** Returns what a loop over {@code range(…)} gives, or null where it is over something else. */
    @Nullable Value range(Expr iter) {
        if (!(iter instanceof Expr.Call call)
                || !isBuiltin(call.func(), "range")
                || !call.keywords().isEmpty()
                || call.args().isEmpty()
                || call.args().size() > 3
                || call.args().stream().anyMatch(Expr.Starred.class::isInstance)) {
            return null;
        }
        call.args().forEach(this::of);
        Value zero = Value.between(0, 0);
        Value from = bound(call.args().size() == 1 ? zero : known(call.args().getFirst()));
        Value to = bound(known(call.args().get(call.args().size() == 1 ? 0 : 1)));
        Value step = call.args().size() < 3 ? Value.between(1, 1) : known(call.args().get(2));
        if (from.kind() == Value.Kind.NOTHING || to.kind() == Value.Kind.NOTHING) {
            return Value.NOTHING;
        }
        if (step.isLong() && step.low() > 0) {
            return ascending(from, to, step.high());
        }
        if (step.isLong() && step.high() < 0 && step.low() > Long.MIN_VALUE) {
            Value mirrored =
                    ascending(Arithmetic.negative(from), Arithmetic.negative(to), -step.low());
            return Arithmetic.negative(mirrored);
        }
        return Value.between(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Tells whether a loop takes apart the pairs of {@code enumerate(…)}, counted from 0. */
    boolean isCounted(Expr target, Expr iter) {
        List<Expr> parts = elements(target);
        return parts.size() == 2
                && parts.getFirst() instanceof Expr.Name
                && !(parts.getLast() instanceof Expr.Starred)
                && iter instanceof Expr.Call call
                && isBuiltin(call.func(), "enumerate")
                && call.keywords().isEmpty()
                && call.args().size() == 1
                && !(call.args().getFirst() instanceof Expr.Starred);
    }

    /** Notes the variables of such a loop. */
    void counted(Expr target, Node loop) {
        List<Expr> parts = elements(target);
        assign(((Expr.Name) parts.getFirst()).id(), Value.between(0, MOST_ROUNDS), loop);
        unknown(parts.getLast());
    }

    /** Returns a bound as the loop takes it: it must fit in a long. */
    private static Value bound(Value value) {
        return value.isLong() || value.kind() == Value.Kind.NOTHING
                ? value
                : Value.between(-Long.MAX_VALUE, Long.MAX_VALUE);
    }

    private static Value ascending(Value from, Value to, long step) {
        if (!from.isLong() || !to.isLong()) {
            return Value.between(Long.MIN_VALUE, Long.MAX_VALUE);
        }
        long reach = step <= Variable.SMALL_STEP ? MOST_ROUNDS * step : Long.MAX_VALUE;
        long most = from.high() > Long.MAX_VALUE - reach ? Long.MAX_VALUE : from.high() + reach;
        long last = to.high() == Long.MIN_VALUE ? to.high() : to.high() - 1;
        return Value.between(from.low(), Math.max(from.low(), Math.min(last, most)));
    }

    /** Notes the parameters of a function. */
    void parameters(Arguments args, Scope scope, boolean known) {
        Env inner = new Env(scope, env, env.className, null);
        args.defaults().forEach(this::of);
        args.kwDefaults()
                .forEach(each -> {
                    if (each != null) {
                        of(each);
                    }
                });
        List<Arg> positional = Inference.positional(args);
        int first = positional.size() - args.defaults().size();
        for (int i = 0; i < positional.size(); i++) {
            Variable parameter = parameter(inner, positional.get(i));
            if (!known) {
                inference.add(parameter, Value.OBJECT, Variable.Step.OWN, 0);
            } else if (i >= first) {
                Value value = known(args.defaults().get(i - first));
                inference.add(parameter, value, Variable.Step.OWN, 0);
            }
        }
        args.kwonlyargs().forEach(each -> unknownParameter(inner, each));
        unknownParameter(inner, args.vararg());
        unknownParameter(inner, args.kwarg());
    }

    private void unknownParameter(Env inner, @Nullable Arg arg) {
        if (arg != null) {
            inference.add(parameter(inner, arg), Value.OBJECT, Variable.Step.OWN, 0);
        }
    }

    private Variable parameter(Env inner, Arg arg) {
        return inference.variable(inner.scope, inner.mangled(arg.arg()), arg.span());
    }
}
