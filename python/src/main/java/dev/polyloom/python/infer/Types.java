package dev.polyloom.python.infer;

import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Stmt;
import dev.polyloom.python.parse.Parsed;
import dev.polyloom.python.scope.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has been found out of a module. */
public final class Types {
    private final Inference inference;
    private final Order order;
    private final Set<Variable> unbound = Collections.newSetFromMap(new IdentityHashMap<>());

    private Types(Inference inference) {
        this.inference = inference;
        this.order = new Order(inference.parsed.program().body());
    }

    /**
     * Finds out about a module.
     *
     * @param main whether it is the main one, whose variables no other module sees
     */
    public static Types of(Parsed parsed, boolean main) {
        Inference inference = new Inference(parsed, main);
        inference.run();
        return new Types(inference);
    }

    /** Notes that a variable of a function may be read when it has no value. */
    public void mayBeUnbound(Scope scope, String name) {
        Variable variable = inference.find(scope, name);
        if (variable != null) {
            unbound.add(variable);
        }
    }

    /** Tells whether the module may give built-in names another meaning. */
    public boolean changesBuiltins() {
        return inference.changesBuiltins;
    }

    /** Returns what is known of the value of an expression, or of one assigned with an operator. */
    public Value of(Node e) {
        return inference.values.getOrDefault(e, Value.OBJECT);
    }

    /** Returns what a variable of a function holds, where Java has a type for it. */
    public Value local(Scope scope, String name) {
        Variable variable = inference.find(scope, name);
        return variable == null || unbound.contains(variable) || !variable.value().isPlain()
                ? Value.OBJECT
                : variable.value();
    }

    /** Tells whether text or ints are added to a variable again and again. */
    public boolean isGrowing(Scope scope, String name) {
        Variable variable = inference.find(scope, name);
        return variable != null && variable.isGrowing();
    }

    /** Returns the function that a call always calls, and that is defined by then, or null. */
    public Stmt.@Nullable FunctionDef called(Expr.Call call) {
        Stmt.FunctionDef def = inference.calls.get(call);
        return def != null && order.isDefined(def, call) ? def : null;
    }

    /** Tells whether a function is bound to its name for good. */
    public boolean isKnown(Stmt.FunctionDef def) {
        return inference.isKnown(def);
    }

    /** Returns what a known function gives, where Java has a type for it. */
    public Value result(Stmt.FunctionDef def) {
        if (!inference.isKnown(def)) {
            return Value.OBJECT;
        }
        Value value = inference.result(def).value();
        return value.isPlain() ? value : Value.OBJECT;
    }

    /**
     * Returns a line for each place where processes come from, and then one for each variable,
     * parameter and result, with what it holds.
     */
    public List<String> report(String file) {
        List<Variable> all = new ArrayList<>(inference.report());
        all.removeIf(each -> each.first == null || each.value().kind() == Value.Kind.NOTHING);
        all.sort(
                Comparator.<Variable>comparingInt(
                                each -> each.first == null ? 0 : each.first.line())
                        .thenComparing(Types::name));
        List<String> lines = new ArrayList<>(ProcessUses.of(inference.parsed.program(), file));
        all.forEach(each -> lines.add(line(file, each)));
        return List.copyOf(lines);
    }

    private static String name(Variable each) {
        return each.place.isEmpty() ? each.name : each.place + "." + each.name;
    }

    private String line(String file, Variable each) {
        String held =
                each.value().isPlain()
                        ? unbound.contains(each) ? " (object, as it may have no value)" : ""
                        : " (%s)".formatted(each.reason());
        return "%s:%d: %s: %s%s"
                .formatted(
                        file,
                        each.first == null ? 0 : each.first.line(),
                        name(each),
                        each.value().text(),
                        held);
    }
}
