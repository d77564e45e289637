package dev.polyloom.python.infer;

import dev.polyloom.python.ast.Arg;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Keyword;
import dev.polyloom.python.ast.Stmt;
import dev.polyloom.python.scope.Scope;
import java.util.List;
import java.util.Set;

/**
 * What calls give, and what they pass. {@code Thread(target=f, args=(…))}, {@code submit(f, …)} and
 * {@code map(f, …)} count as calls of {@code f}.
 */
@SuppressWarnings("ReferenceEquality") // a node is one place in the program
final class CallSites {
    private static final long LONGEST = Integer.MAX_VALUE;

    private static final Set<String> TEXT_METHODS =
            Set.of(
                    "join",
                    "upper",
                    "lower",
                    "strip",
                    "lstrip",
                    "rstrip",
                    "replace",
                    "format",
                    "title",
                    "capitalize",
                    "center",
                    "ljust",
                    "rjust",
                    "zfill",
                    "swapcase");

    private final Inference inference;
    private final Env env;
    private final Evaluation evaluation;

    CallSites(Inference inference, Env env, Evaluation evaluation) {
        this.inference = inference;
        this.env = env;
        this.evaluation = evaluation;
    }

    Value call(Expr.Call call) {
        if (call.func() instanceof Expr.Name name && env.isGlobal(name.id())) {
            Stmt.FunctionDef def = inference.known(env.mangled(name.id()));
            if (def != null) {
                arguments(def, call.args(), call.keywords());
                inference.calls.put(call, def);
                return inference.result(def).value();
            }
            if (inference.isBuiltin(name.id()) && !name.id().equals("map")) {
                return builtin(name.id(), call);
            }
        }
        if (isHandedOn(call)) {
            return Value.OBJECT;
        }
        evaluation.of(call.func());
        call.args().forEach(evaluation::of);
        call.keywords().forEach(each -> evaluation.of(each.value()));
        if (isReal(call)) {
            return Value.FLOAT;
        }
        return call.func() instanceof Expr.Attribute method
                        && TEXT_METHODS.contains(method.attr())
                        && evaluation.of(method.value()).kind() == Value.Kind.STR
                ? Value.STR
                : Value.OBJECT;
    }

    private boolean isReal(Expr.Call call) {
        return inference.reals.isCalled(call)
                && call.func() instanceof Expr.Attribute function
                && function.value() instanceof Expr.Name module
                && inference.isImported(module.id(), env.isGlobal(module.id()));
    }

    private void arguments(Stmt.FunctionDef def, List<Expr> args, List<Keyword> keywords) {
        args.forEach(evaluation::of);
        keywords.forEach(each -> evaluation.of(each.value()));
        List<Arg> parameters = Inference.positional(def.args());
        boolean open =
                args.stream().anyMatch(Expr.Starred.class::isInstance)
                        || keywords.stream().anyMatch(each -> each.arg() == null);
        if (open) {
            inference.escape(def);
        }
        for (int i = 0; i < Math.min(args.size(), parameters.size()); i++) {
            pass(def, parameters.get(i), args.get(i));
        }
        for (Keyword each : keywords) {
            for (Arg parameter : parameters) {
                if (parameter.arg().equals(each.arg())) {
                    pass(def, parameter, each.value());
                }
            }
        }
    }

    private void pass(Stmt.FunctionDef def, Arg parameter, Expr value) {
        Value given =
                value instanceof Expr.Starred
                        ? Value.OBJECT
                        : inference.values.getOrDefault(value, Value.OBJECT);
        pass(def, parameter, given, evaluation.step(value));
    }

    private void pass(Stmt.FunctionDef def, Arg parameter, Value value, Variable.Step step) {
        Scope scope = inference.scope(def);
        Variable variable = inference.variable(scope, parameter.arg(), parameter.span());
        inference.add(variable, value, step, 0);
    }

    /** Counts the call of a function of the module by what it is handed to. */
    private boolean isHandedOn(Expr.Call call) {
        HandedCall made = HandedCall.of(call, inference.handing, env);
        if (made == null
                || !(made.function() instanceof Expr.Name name)
                || !env.isGlobal(name.id())) {
            return false;
        }
        Stmt.FunctionDef def = inference.known(env.mangled(name.id()));
        if (def == null) {
            return false;
        }
        inference.values.put(name, Value.OBJECT);
        evaluation.of(call.func());
        call.args().stream().filter(each -> each != name).forEach(evaluation::of);
        call.keywords().stream()
                .map(Keyword::value)
                .filter(each -> each != name)
                .forEach(evaluation::of);
        List<Arg> parameters = Inference.positional(def.args());
        switch (made.passing()) {
            case ALL -> arguments(def, made.args(), made.keywords());
            case FIRST -> {
                arguments(def, made.args(), List.of());
                unknown(def, parameters.stream().skip(made.args().size()).toList());
            }
            case EACH -> {
                for (int i = 0; i < Math.min(made.args().size(), parameters.size()); i++) {
                    elements(def, parameters.get(i), made.args().get(i));
                }
            }
            case PARTS -> parts(def, parameters, made.args());
        }
        return true;
    }

    private void elements(Stmt.FunctionDef def, Arg parameter, Expr iterable) {
        Expr source = inference.lists.source(iterable);
        Value range = evaluation.range(source);
        List<Expr> all = FixedLists.elements(source);
        if (range != null && isSmall(range)) {
            pass(def, parameter, range, Variable.Step.OWN);
        } else if (all == null) {
            unknown(def, List.of(parameter));
        } else {
            all.forEach(each -> pass(def, parameter, each));
        }
    }

    /** Tells whether it is known that no int of a range is too big for a long. */
    private static boolean isSmall(Value range) {
        return range.kind() == Value.Kind.NOTHING
                || range.within(-Variable.SUPPOSED, Variable.SUPPOSED);
    }

    private void parts(Stmt.FunctionDef def, List<Arg> parameters, List<Expr> args) {
        List<Expr> all =
                args.isEmpty()
                        ? null
                        : FixedLists.elements(inference.lists.source(args.getFirst()));
        boolean pairs = all != null && all.stream().allMatch(Expr.TupleDisplay.class::isInstance);
        if (all == null || !pairs) {
            unknown(def, parameters);
            return;
        }
        for (Expr each : all) {
            List<Expr> elements = ((Expr.TupleDisplay) each).elts();
            if (elements.stream().anyMatch(Expr.Starred.class::isInstance)) {
                unknown(def, parameters);
            }
            for (int i = 0; i < Math.min(elements.size(), parameters.size()); i++) {
                pass(def, parameters.get(i), elements.get(i));
            }
        }
    }

    private void unknown(Stmt.FunctionDef def, List<Arg> parameters) {
        parameters.forEach(each -> pass(def, each, Value.OBJECT, Variable.Step.OWN));
    }

    private Value builtin(String id, Expr.Call call) {
        call.args().forEach(evaluation::of);
        call.keywords().forEach(each -> evaluation.of(each.value()));
        boolean plain =
                call.keywords().isEmpty()
                        && call.args().stream().noneMatch(Expr.Starred.class::isInstance);
        if (!plain) {
            return Value.OBJECT;
        }
        int count = call.args().size();
        Value first =
                count == 0
                        ? Value.OBJECT
                        : inference.values.getOrDefault(call.args().getFirst(), Value.OBJECT);
        return switch (id) {
            case "len" -> count == 1 ? Value.between(0, LONGEST) : Value.OBJECT;
            case "ord" -> count == 1 ? Value.between(0, Character.MAX_CODE_POINT) : Value.OBJECT;
            case "isinstance", "callable", "hasattr", "any", "all" -> Value.BOOL;
            case "sum" -> count == 1 ? sum(call.args().getFirst()) : Value.OBJECT;
            case "abs" -> count == 1 ? Arithmetic.absolute(first) : Value.OBJECT;
            case "int" -> count != 1 ? Value.OBJECT : first.isInt() ? first : Value.INT;
            case "float" -> count == 1 ? Value.FLOAT : Value.OBJECT;
            case "min", "max" -> count == 2 ? both(call) : Value.OBJECT;
            case "str" -> count == 1 ? Value.STR : Value.OBJECT;
            case "chr", "repr", "hex", "bin", "oct", "input" -> Value.STR;
            default -> Value.OBJECT;
        };
    }

    private Value sum(Expr values) {
        Value each =
                values instanceof Expr.GeneratorExp e
                        ? inference.values.getOrDefault(e.elt(), Value.OBJECT)
                        : Value.OBJECT;
        return each.isInt() || each.kind() == Value.Kind.BOOL ? Value.INT : Value.OBJECT;
    }

    private Value both(Expr.Call call) {
        Value a = inference.values.getOrDefault(call.args().getFirst(), Value.OBJECT);
        Value b = inference.values.getOrDefault(call.args().getLast(), Value.OBJECT);
        return a.isInt() && b.isInt() ? a.or(b) : Value.OBJECT;
    }
}
