package dev.polyloom.python.translate;

import dev.polyloom.python.ast.Comprehension;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.UnaryOperator;
import dev.polyloom.python.infer.Value;
import dev.polyloom.python.runtime.object.Position;
import dev.polyloom.python.scope.Binding;
import dev.polyloom.python.scope.Scope;
import dev.polyloom.python.scope.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes comprehensions, each as a method of its own, and generator expressions. */
record Comprehensions(Frame around) {
    private record Started(Frame frame, String method, String call) {}

    private Started start(
            Expr e, String kind, List<Comprehension> clauses, String result, boolean awaits) {
        Scope scope = around.unit.scope(e);
        String path = around.path + "$" + kind;
        Frame frame = new Frame(around.unit, scope, path);
        frame.className = around.className;
        frame.firstParameter = null;
        around.unit.qualnames.put(
                path, around.unit.qualnames.getOrDefault(around.path, "") + ".<" + kind + ">");
        String method = around.unit.names.method(path);
        List<String> declared = new ArrayList<>();
        List<String> passed = new ArrayList<>();
        for (String name : around.unit.captures.taken(scope)) {
            boolean cell = around.unit.captures.isCell(scope, name);
            declared.add((cell ? "Cell " : "Object ") + JavaNames.variable(name));
            passed.add(JavaNames.variable(name));
            frame.assigned.add(name);
        }
        if (awaits) {
            frame.generator = frame.fresh("awaiter");
            declared.add("Awaiter " + frame.generator);
            passed.add(String.valueOf(around.generator));
        }
        source(frame, kind, clauses.getFirst(), declared, passed);
        frame.out.at(e.span().line());
        frame.out.open(
                "private static %s %s(%s)".formatted(result, method, String.join(", ", declared)));
        return new Started(frame, method, "%s(%s)".formatted(method, String.join(", ", passed)));
    }

    /** Adds the parameters for what a comprehension goes through, and what is passed for them. */
    private void source(
            Frame frame,
            String kind,
            Comprehension first,
            List<String> declared,
            List<String> passed) {
        Expressions expressions = new Expressions(around);
        Expr.Call range = range(around, first);
        if (range != null && isLoop(frame, kind)) {
            int count = range.args().size();
            if (count == 2) {
                declared.add("long " + own("from", frame));
                passed.add(Loops.index(expressions, range.args().getFirst()));
            }
            declared.add("long " + own("to", frame));
            passed.add(Loops.index(expressions, range.args().getLast()));
            return;
        }
        declared.add("Object " + source(frame));
        Expr counted = counted(around, kind, first);
        passed.add(expressions.value(counted == null ? first.iter() : counted));
    }

    private static boolean isLoop(Frame frame, String kind) {
        return !kind.equals("genexpr") || frame.unit.consumed.contains(frame.scope);
    }

    /** Returns the call of {@code range} whose ints a clause gives to a name, or null. */
    private static Expr.@Nullable Call range(Frame frame, Comprehension clause) {
        Expr.Call range =
                !clause.async() && clause.target() instanceof Expr.Name
                        ? Loops.range(frame, clause.iter())
                        : null;
        return range != null && range.args().size() < 3 ? range : null;
    }

    private static @Nullable Expr counted(Frame frame, String kind, Comprehension clause) {
        return kind.equals("genexpr")
                ? null
                : Loops.counted(frame, clause.async(), clause.target(), clause.iter());
    }

    private static String source(Frame frame) {
        return own("source", frame);
    }

    /** Returns a name that no variable in the comprehension has. */
    private static String own(String name, Frame frame) {
        return frame.scope.symbols().containsKey(name) ? name + "$" : name;
    }

    private static void variables(Frame frame) {
        for (Map.Entry<String, Symbol> each : frame.scope.symbols().entrySet()) {
            String name = each.getKey();
            Symbol symbol = each.getValue();
            boolean own = symbol.binding() == Binding.LOCAL || symbol.binding() == Binding.CELL;
            if (own && !name.startsWith(".")) {
                boolean cell =
                        symbol.binding() == Binding.CELL
                                && frame.unit.captures.isCell(frame.scope, name);
                frame.locals.add(name);
                frame.assigned.add(name);
                frame.line(
                        cell
                                ? "final Cell %s = new Cell(\"%s\");"
                                        .formatted(JavaNames.variable(name), name)
                                : Parameters.initial(
                                        frame.unit.held(frame.scope, name),
                                        JavaNames.variable(name)));
            }
        }
    }

    /** Writes a comprehension that is worked out at once. */
    String eager(Expr e, String kind, List<Comprehension> clauses) {
        String type =
                switch (kind) {
                    case "setcomp" -> "PySet";
                    case "dictcomp" -> "PyDict";
                    default -> "PyList";
                };
        boolean awaits = Suspension.awaits(clauses, results(e));
        Started started = start(e, kind, clauses, type, awaits);
        Frame frame = started.frame();
        Functions.counted(frame, e, () -> all(frame, e, kind, type, clauses));
        frame.out.close();
        around.unit.methods.add(frame.out);
        return started.call();
    }

    private void all(Frame frame, Expr e, String kind, String type, List<Comprehension> clauses) {
        Expressions expressions = new Expressions(frame);
        String result = own("result", frame);
        frame.line("%s %s = new %s();".formatted(type, result, type));
        variables(frame);
        int opened = loops(frame, kind, clauses);
        switch (e) {
            case Expr.ListComp c ->
                    frame.line("%s.add(%s);".formatted(result, expressions.value(c.elt())));
            case Expr.SetComp c ->
                    frame.line("%s.add(%s);".formatted(result, expressions.value(c.elt())));
            case Expr.DictComp c -> {
                String key = expressions.value(c.key());
                frame.line("%s.put(%s, %s);".formatted(result, key, expressions.value(c.value())));
            }
            default -> throw new IllegalArgumentException(kind);
        }
        close(frame, opened);
        frame.line("return %s;".formatted(result));
    }

    /** Opens the loops and conditions, and returns how many. */
    private int loops(Frame frame, String kind, List<Comprehension> clauses) {
        Expressions expressions = new Expressions(frame);
        int opened = 0;
        for (Comprehension clause : clauses) {
            Frame outside = opened == 0 ? around : frame;
            Expr counted = counted(outside, kind, clause);
            Expr.Call range = isLoop(frame, kind) ? range(outside, clause) : null;
            if (range != null) {
                openRange(frame, clause.target(), range, opened == 0);
            } else {
                String values =
                        opened == 0
                                ? source(frame)
                                : expressions.value(counted == null ? clause.iter() : counted);
                if (counted == null) {
                    Loops.open(frame, clause.async(), clause.target(), values);
                } else {
                    Loops.openCounted(frame, clause.target(), values);
                }
            }
            frame.check();
            opened++;
            for (Expr test : clause.ifs()) {
                frame.open("if (%s)".formatted(expressions.condition(test)));
                opened++;
            }
        }
        return opened;
    }

    private static void openRange(Frame frame, Expr target, Expr.Call range, boolean first) {
        Expressions expressions = new Expressions(frame);
        String from = "0";
        if (range.args().size() == 2) {
            from = first ? own("from", frame) : Loops.index(expressions, range.args().getFirst());
        }
        String to = first ? own("to", frame) : Loops.index(expressions, range.args().getLast());
        Loops.openRange(frame, target, from, to);
    }

    /**
     * Writes what {@code sum}, {@code any} or {@code all} makes of a generator expression, in a
     * loop; returns null where the function is to be called with a generator.
     */
    @Nullable Code consumed(String by, Expr.GeneratorExp e) {
        Value value = around.unit.types.of(e.elt());
        boolean isSum = by.equals("sum");
        boolean fits =
                isSum
                        ? value.isInt() || value.isFloat() || value.kind() == Value.Kind.BOOL
                        : isKnown(value) || isTest(e.elt());
        if (!fits
                || Suspension.awaits(e.generators(), List.of(e.elt()))
                || needsGenerator(e.elt())
                || e.generators().stream().anyMatch(each -> needsGenerator(each))) {
            return null;
        }
        around.unit.consumed.add(around.unit.scope(e));
        Started started = start(e, "genexpr", e.generators(), isSum ? "Object" : "boolean", false);
        Frame frame = started.frame();
        Functions.counted(
                frame,
                e,
                () -> {
                    if (isSum) {
                        added(frame, e, value);
                    } else {
                        tested(frame, e, by.equals("any"));
                    }
                });
        frame.out.close();
        around.unit.methods.add(frame.out);
        return new Code(started.call(), isSum ? Code.Kind.OBJECT : Code.Kind.BOOL);
    }

    private static boolean isKnown(Value value) {
        return switch (value.kind()) {
            case BOOL, LONG, INT, FLOAT, STR -> true;
            case NOTHING, OBJECT -> false;
        };
    }

    private static boolean isTest(Expr e) {
        return switch (e) {
            case Expr.Compare c -> true;
            case Expr.UnaryOp op -> op.op() == UnaryOperator.NOT;
            case Expr.BoolOp op -> op.values().stream().allMatch(Comprehensions::isTest);
            default -> false;
        };
    }

    /**
     * Tells whether something has names of its own or of those around it, or asks for the next
     * element of something: the end of that is an error in a generator, and not in a loop.
     */
    private static boolean needsGenerator(Node node) {
        return switch (node) {
            case Expr.Name e -> e.id().equals("next");
            case Expr.Attribute e when e.attr().equals("__next__") -> true;
            case Expr.Lambda e -> true;
            case Expr.ListComp e -> true;
            case Expr.SetComp e -> true;
            case Expr.DictComp e -> true;
            case Expr.GeneratorExp e -> true;
            case Expr.NamedExpr e -> true;
            default -> node.children().stream().anyMatch(Comprehensions::needsGenerator);
        };
    }

    private void added(Frame frame, Expr.GeneratorExp e, Value value) {
        String sum = own("sum", frame);
        frame.line("Sum %s = new Sum();".formatted(sum));
        variables(frame);
        int opened = loops(frame, "genexpr", e.generators());
        Expressions expressions = new Expressions(frame);
        frame.line(
                value.kind() == Value.Kind.BOOL
                        ? "%s.add(%s ? 1L : 0L);".formatted(sum, expressions.condition(e.elt()))
                        : "%s.add(%s);"
                                .formatted(sum, Code.bare(expressions.code(e.elt()).as(value))));
        close(frame, opened);
        frame.line("return %s.result();".formatted(sum));
    }

    private void tested(Frame frame, Expr.GeneratorExp e, boolean wanted) {
        variables(frame);
        int opened = loops(frame, "genexpr", e.generators());
        String condition = new Expressions(frame).condition(e.elt());
        frame.open("if (%s)".formatted(wanted ? condition : Expressions.negated(condition)));
        frame.line("return %s;".formatted(wanted));
        close(frame, opened + 1);
        frame.line("return %s;".formatted(!wanted));
    }

    private static void close(Frame frame, int opened) {
        for (int i = 0; i < opened; i++) {
            frame.out.close();
        }
    }

    private static List<Expr> results(Expr e) {
        return switch (e) {
            case Expr.ListComp c -> List.of(c.elt());
            case Expr.SetComp c -> List.of(c.elt());
            case Expr.DictComp c -> List.of(c.key(), c.value());
            default -> List.of();
        };
    }

    /** Writes a generator expression that awaits. */
    private String asynchronous(Expr.GeneratorExp e) {
        Started started = start(e, "genexpr", e.generators(), "Object", false);
        Frame frame = started.frame();
        frame.generator = frame.fresh("generator");
        frame.open("return new AsyncGenerator(\"<genexpr>\", %s ->".formatted(frame.generator));
        variables(frame);
        int opened = loops(frame, "genexpr", e.generators());
        String value = new Expressions(frame).value(e.elt());
        frame.line("%s.give(%s);".formatted(frame.generator, value));
        close(frame, opened);
        frame.line("return None.NONE;");
        frame.out.close(");");
        frame.out.close();
        around.unit.methods.add(frame.out);
        return started.call();
    }

    /** Writes a generator expression. */
    String lazy(Expr.GeneratorExp e) {
        if (Suspension.awaits(e.generators(), List.of(e.elt()))) {
            return asynchronous(e);
        }
        Started started = start(e, "genexpr", e.generators(), "PyIterator", false);
        Frame frame = started.frame();
        for (Map.Entry<String, Symbol> each : frame.scope.symbols().entrySet()) {
            if (each.getValue().binding() == Binding.LOCAL
                    || each.getValue().binding() == Binding.CELL) {
                frame.assigned.add(each.getKey());
            }
        }
        step(frame, e, 0, source(frame));
        frame.out.close();
        around.unit.methods.add(frame.out);
        return started.call();
    }

    private void step(Frame frame, Expr.GeneratorExp e, int index, String values) {
        Comprehension clause = e.generators().get(index);
        Expressions expressions = new Expressions(frame);
        boolean last = index == e.generators().size() - 1;
        String each = frame.fresh("each");
        Position place = frame.out.origin();
        frame.out.at(0);
        frame.open("return Lazy.%s(%s, %s ->".formatted(last ? "map" : "flatMap", values, each));
        frame.out.at(place);
        declareTarget(frame, clause.target(), each);
        for (Expr test : clause.ifs()) {
            String condition = expressions.condition(test);
            frame.open("if (%s)".formatted(Expressions.negated(condition)));
            frame.line("return null;");
            frame.out.close();
        }
        if (last) {
            frame.line("return %s;".formatted(expressions.value(e.elt())));
        } else {
            step(frame, e, index + 1, expressions.value(e.generators().get(index + 1).iter()));
        }
        frame.out.close(");");
    }

    private static void declareTarget(Frame frame, Expr target, String value) {
        switch (target) {
            case Expr.Name name -> {
                String java = frame.java(name.id());
                frame.locals.add(name.id());
                frame.line(
                        frame.place(name.id()) == Frame.Place.CELL
                                ? "final Cell %s = new Cell(\"%s\", %s);"
                                        .formatted(java, name.id(), value)
                                : "Object %s = %s;".formatted(java, value));
            }
            case Expr.TupleDisplay tuple -> declareParts(frame, tuple.elts(), value);
            case Expr.ListDisplay list -> declareParts(frame, list.elts(), value);
            default -> frame.unsupported(target, "this target in a generator expression");
        }
    }

    /** Tells whether a target is a name that another one after it sets again, such as {@code _}. */
    private static boolean isSetLater(List<Expr> targets, int index) {
        return targets.get(index) instanceof Expr.Name name
                && targets.stream()
                        .skip(index + 1L)
                        .anyMatch(each ->
                                each instanceof Expr.Name other && other.id().equals(name.id()));
    }

    private static void declareParts(Frame frame, List<Expr> targets, String value) {
        String parts = frame.fresh("parts");
        frame.line(
                "Object[] %s = Iteration.unpack(%s, %d);".formatted(parts, value, targets.size()));
        for (int i = 0; i < targets.size(); i++) {
            if (!isSetLater(targets, i)) {
                declareTarget(frame, targets.get(i), "%s[%d]".formatted(parts, i));
            }
        }
    }
}
