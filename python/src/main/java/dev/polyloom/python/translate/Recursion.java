package dev.polyloom.python.translate;

import dev.polyloom.python.ast.Arg;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Stmt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which functions of a module may lead to calls of themselves, so that the depth of their calls is
 * counted. Functions are followed by their names, whatever object has a method of that name.
 */
final class Recursion {
    private final Map<String, List<Node>> named = new HashMap<>();
    private final IdentityHashMap<Node, Set<String>> uses = new IdentityHashMap<>();
    private final IdentityHashMap<Node, List<Node>> within = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Set<String>> parameters = new IdentityHashMap<>();
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> counted = Collections.newSetFromMap(new IdentityHashMap<>());

    Recursion(Node program) {
        gather(program, program);
        keepThoseThatReach();
        if (!counted.isEmpty()) {
            counted.addAll(open);
            keepThoseThatReach();
        }
    }

    private void keepThoseThatReach() {
        Set<Node> given = Collections.newSetFromMap(new IdentityHashMap<>());
        given.addAll(counted);
        given.retainAll(open);
        counted.addAll(uses.keySet());
        boolean changed = true;
        while (changed) {
            changed = counted.removeIf(each -> !given.contains(each) && !reaches(each));
        }
    }

    /** Tells whether the depth of the calls of a function, lambda or comprehension is counted. */
    boolean isCounted(Node function) {
        return counted.contains(function);
    }

    /**
     * Tells whether a function recurs only by calls of its own method, so that these can carry the
     * depth.
     */
    boolean isCarried(Stmt.FunctionDef function, Predicate<Expr.Call> ofItsMethod) {
        return isCounted(function)
                && !open.contains(function)
                && function.body().stream().allMatch(each -> carries(each, ofItsMethod));
    }

    private boolean carries(Node node, Predicate<Expr.Call> ofItsMethod) {
        return switch (node) {
            case Expr.Call call when ofItsMethod.test(call) ->
                    call.args().stream().allMatch(each -> carries(each, ofItsMethod));
            case Expr.Name name -> !isNameOfCounted(name.id());
            case Expr.Attribute attribute ->
                    !isNameOfCounted(attribute.attr()) && carries(attribute.value(), ofItsMethod);
            default ->
                    !counted.contains(node)
                            && node.children().stream()
                                    .allMatch(each -> carries(each, ofItsMethod));
        };
    }

    private boolean isNameOfCounted(String name) {
        return named.getOrDefault(name, List.of()).stream().anyMatch(counted::contains);
    }

    private boolean reaches(Node function) {
        return within.getOrDefault(function, List.of()).stream().anyMatch(counted::contains)
                || uses.getOrDefault(function, Set.of()).stream().anyMatch(this::isNameOfCounted);
    }

    private void gather(Node node, Node function) {
        switch (node) {
            case Stmt.FunctionDef def -> {
                name(def.name(), def);
                begin(def, function, Functions.all(def.args()));
                def.decoratorList().forEach(each -> gather(each, function));
                gather(def.args(), function);
                def.body().forEach(each -> gather(each, def));
            }
            case Expr.Lambda lambda -> {
                begin(lambda, function, Functions.all(lambda.args()));
                contain(function, lambda);
                gather(lambda.args(), function);
                gather(lambda.body(), lambda);
            }
            case Stmt.ClassDef made -> {
                for (Stmt each : made.body()) {
                    if (each instanceof Stmt.FunctionDef def && def.name().equals("__init__")) {
                        name(made.name(), def);
                    }
                }
                made.children().forEach(each -> gather(each, function));
            }
            case Stmt.Assign assign when assign.value() instanceof Expr.Lambda lambda -> {
                for (Expr target : assign.targets()) {
                    if (target instanceof Expr.Name name) {
                        name(name.id(), lambda);
                    }
                }
                begin(lambda, function, Functions.all(lambda.args()));
                gather(lambda.args(), function);
                gather(lambda.body(), lambda);
            }
            case Expr.Attribute attribute -> {
                if (!isSuper(attribute.value())) {
                    use(attribute.attr(), function);
                }
                gather(attribute.value(), function);
            }
            case Expr.ListComp list -> comprehension(list, function);
            case Expr.SetComp set -> comprehension(set, function);
            case Expr.DictComp dict -> comprehension(dict, function);
            case Expr.Call call -> {
                call(call, function);
                call.children().forEach(each -> gather(each, function));
            }
            case Expr.Name name -> use(name.id(), function);
            default -> node.children().forEach(each -> gather(each, function));
        }
    }

    private void comprehension(Expr made, Node function) {
        begin(made, function, List.of());
        contain(function, made);
        made.children().forEach(each -> gather(each, made));
    }

    private void begin(Node function, Node around, List<Arg> args) {
        uses.computeIfAbsent(function, key -> new HashSet<>());
        Set<String> all = new HashSet<>(parameters.getOrDefault(around, Set.of()));
        args.forEach(each -> all.add(each.arg()));
        parameters.put(function, all);
    }

    private void contain(Node around, Node function) {
        within.computeIfAbsent(around, key -> new ArrayList<>()).add(function);
    }

    /** Notes a call of what the function was given, which may be any function. */
    private void call(Expr.Call call, Node function) {
        if (call.func() instanceof Expr.Name name
                && parameters.getOrDefault(function, Set.of()).contains(name.id())) {
            open.add(function);
        }
    }

    private void use(String name, Node function) {
        Set<String> known = uses.get(function);
        if (known != null) {
            known.add(name);
        }
    }

    private void name(String name, Node function) {
        named.computeIfAbsent(name, key -> new ArrayList<>()).add(function);
    }

    private static boolean isSuper(Expr value) {
        return value instanceof Expr.Call call
                && call.func() instanceof Expr.Name name
                && name.id().equals("super");
    }
}
