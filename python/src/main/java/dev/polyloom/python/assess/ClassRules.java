package dev.polyloom.python.assess;

import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Stmt;
import dev.polyloom.python.parse.Parsed;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What classes may be like: how they are made, and who may change them. */
final class ClassRules {
    private final Refusals refusals;
    private final Parsed parsed;
    private final Map<String, Stmt.ClassDef> classes = new HashMap<>();
    private final Set<String> functions = new HashSet<>();

    ClassRules(Refusals refusals, Parsed parsed) {
        this.refusals = refusals;
        this.parsed = parsed;
    }

    void check() {
        for (Stmt statement : parsed.program().body()) {
            if (statement instanceof Stmt.FunctionDef function) {
                functions.add(function.name());
                if (function.name().equals("__getattr__") || function.name().equals("__dir__")) {
                    refusals.add(function, function.name() + " on a module");
                }
            }
        }
        collect(parsed.program());
        visit(parsed.program());
    }

    private void collect(Node node) {
        if (node instanceof Stmt.ClassDef type) {
            classes.put(type.name(), type);
        }
        node.children().forEach(this::collect);
    }

    private void visit(Node node) {
        switch (node) {
            case Stmt.ClassDef type -> type(type);
            case Stmt.Assign s -> s.targets().forEach(target -> patch(target, s.value()));
            case Expr.Call call -> call(call);
            default -> {}
        }
        node.children().forEach(this::visit);
    }

    private void type(Stmt.ClassDef type) {
        for (Stmt statement : type.body()) {
            if (statement instanceof Stmt.FunctionDef f && f.name().equals("__prepare__")) {
                refusals.add(f, "__prepare__ of a metaclass");
            }
        }
    }

    private void patch(Expr target, Expr value) {
        if (!(target instanceof Expr.Attribute attribute)
                || !(attribute.value() instanceof Expr.Name owner)) {
            return;
        }
        Stmt.ClassDef type = classes.get(owner.id());
        if (type != null && (isFunction(value) || isMethod(type, attribute.attr()))) {
            refusals.add(target, "changing class %s from outside".formatted(owner.id()));
        }
    }

    private boolean isFunction(Expr value) {
        return value instanceof Expr.Lambda
                || (value instanceof Expr.Name name && functions.contains(name.id()));
    }

    private static boolean isMethod(Stmt.ClassDef type, String name) {
        return type.body().stream()
                .anyMatch(s -> s instanceof Stmt.FunctionDef f && f.name().equals(name));
    }

    private void call(Expr.Call call) {
        List<Expr> args = call.args();
        if (call.func() instanceof Expr.Name name
                && (name.id().equals("setattr") || name.id().equals("delattr"))
                && !args.isEmpty()
                && args.getFirst() instanceof Expr.Name owner
                && classes.containsKey(owner.id())) {
            refusals.add(call, "changing class %s from outside".formatted(owner.id()));
        }
    }
}
