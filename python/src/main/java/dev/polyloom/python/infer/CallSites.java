package dev.polyloom.python.infer;

import dev.polyloom.python.ast.Arg;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Keyword;
import dev.polyloom.python.ast.Stmt;
import dev.polyloom.python.scope.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What calls give, and what they pass. {@code Thread(target=f, args=(…))} and {@code submit(f, …)}
 * count as calls of {@code f}.
 */
final class CallSites {
    private static final long LONGEST = Integer.MAX_VALUE;
    private static final Set<String> THREADS = Set.of("Thread", "Timer");

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
            if (inference.isBuiltin(name.id())) {
                return builtin(name.id(), call);
            }
        }
        if (isThread(call)) {
            return thread(call);
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
        Scope scope = inference.scope(def);
        Variable variable = inference.variable(scope, parameter.arg(), parameter.span());
        Value given =
                value instanceof Expr.Starred
                        ? Value.OBJECT
                        : inference.values.getOrDefault(value, Value.OBJECT);
        inference.add(variable, given, evaluation.step(value), 0);
    }

    private boolean isThread(Expr.Call call) {
        return switch (call.func()) {
            case Expr.Attribute attribute ->
                    THREADS.contains(attribute.attr())
                            && attribute.value() instanceof Expr.Name name
                            && name.id().equals("threading")
                            && inference.isImported("threading", env.isGlobal("threading"));
            case Expr.Name name ->
                    THREADS.contains(name.id())
                            && inference.isImported(name.id(), env.isGlobal(name.id()));
            default -> false;
        };
    }

    /** Counts the call of the target of a thread, where all that it passes is seen. */
    private Value thread(Expr.Call call) {
        Stmt.FunctionDef target = null;
        List<Expr> args = new ArrayList<>();
        boolean plain = call.args().isEmpty();
        for (Keyword each : call.keywords()) {
            String name = each.arg();
            plain &= name != null && !name.equals("kwargs") && !name.equals("function");
            if ("target".equals(name)) {
                target = function(each.value());
            } else if ("args".equals(name) && each.value() instanceof Expr.TupleDisplay tuple) {
                args.addAll(tuple.elts());
            } else if ("args".equals(name) && each.value() instanceof Expr.ListDisplay list) {
                args.addAll(list.elts());
            } else if ("args".equals(name)) {
                plain = false;
            }
        }
        boolean counted = plain && target != null;
        for (Keyword each : call.keywords()) {
            if (!counted || !"target".equals(each.arg())) {
                evaluation.of(each.value());
            } else {
                inference.values.put(each.value(), Value.OBJECT);
            }
        }
        call.args().forEach(evaluation::of);
        if (counted && target != null) {
            arguments(target, args, List.of());
        }
        return Value.OBJECT;
    }

    private Stmt.@Nullable FunctionDef function(Expr e) {
        return e instanceof Expr.Name name && env.isGlobal(name.id())
                ? inference.known(env.mangled(name.id()))
                : null;
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
