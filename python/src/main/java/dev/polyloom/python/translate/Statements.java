package dev.polyloom.python.translate;

import dev.polyloom.python.ast.Alias;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Stmt;
import dev.polyloom.python.ast.UnaryOperator;
import dev.polyloom.python.ast.WithItem;
import dev.polyloom.python.scope.Scope;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes statements. */
final class Statements {
    private final Frame frame;
    private final Expressions expressions;
    private final Targets targets;

    Statements(Frame frame) {
        this.frame = frame;
        this.expressions = new Expressions(frame);
        this.targets = new Targets(frame, expressions);
    }

    /** Writes the whole body of a function. */
    void body(List<Stmt> body) {
        if (all(body)) {
            frame.line(
                    frame.result.isPlain()
                            ? "throw new IllegalStateException();"
                            : "return None.NONE;");
        }
    }

    /** Writes statements, and tells whether what follows can be reached. */
    boolean all(List<Stmt> body) {
        Ends ends = new Ends(frame);
        for (Stmt each : body) {
            frame.at(each);
            String inside = ends.before(each);
            if (!one(each)) {
                return false;
            }
            ends.after(each, inside);
        }
        return true;
    }

    private boolean one(Stmt statement) {
        switch (statement) {
            case Stmt.ExprStmt s -> expression(s);
            case Stmt.Assign s -> targets.assign(s);
            case Stmt.AugAssign s -> targets.augment(s);
            case Stmt.AnnAssign s -> annotated(s);
            case Stmt.Delete s -> s.targets().forEach(targets::delete);
            case Stmt.Pass s -> {}
            case Stmt.Global s -> {}
            case Stmt.Nonlocal s -> {}
            case Stmt.Import s -> s.names().forEach(this::imported);
            case Stmt.ImportFrom s -> from(s);
            case Stmt.FunctionDef s ->
                    new Names(frame).store(s.name(), new Functions(frame).define(s));
            case Stmt.ClassDef s -> new Names(frame).store(s.name(), new Classes(frame).define(s));
            case Stmt.Assert s -> asserted(s);
            case Stmt.TypeAlias s -> frame.unsupported(s, "type statements");
            default -> {
                return control(statement);
            }
        }
        return true;
    }

    private boolean control(Stmt statement) {
        return switch (statement) {
            case Stmt.Return s -> returned(s);
            case Stmt.Raise s -> raised(s);
            case Stmt.If s -> choice(s);
            case Stmt.For s -> new Loops(frame, this).each(s);
            case Stmt.While s -> new Loops(frame, this).repeat(s);
            case Stmt.Break s -> {
                Frame.Loop loop = frame.loops.peek();
                if (loop != null && loop.broke() != null) {
                    frame.line("%s = true;".formatted(loop.broke()));
                }
                frame.line(loop == null || loop.exit() == null ? "break;" : loop.exit());
                yield false;
            }
            case Stmt.Continue s -> {
                Frame.Loop loop = frame.loops.peek();
                frame.line(loop == null || loop.again() == null ? "continue;" : loop.again());
                yield false;
            }
            case Stmt.With s -> with(s, 0);
            case Stmt.Try s -> new Tries(frame, this).write(s);
            case Stmt.Match s -> new Patterns(frame, this).match(s);
            default -> throw new IllegalArgumentException(statement.toString());
        };
    }

    private void expression(Stmt.ExprStmt s) {
        if (frame.unit.mode.matches("eval|single") && frame.scope.kind() == Scope.Kind.MODULE) {
            frame.line(
                    "Evaluation.%s(%s);"
                            .formatted(
                                    frame.unit.mode.equals("eval") ? "result" : "display",
                                    expressions.value(s.value())));
            return;
        }
        if (s.value() instanceof Expr.ConstantExpr) {
            return;
        }
        if (frame.unit.coroutines.mayGive(s.value())) {
            frame.line("Coroutine.drop(%s);".formatted(expressions.value(s.value())));
            return;
        }
        Code code = expressions.code(s.value());
        if (code.kind() == Code.Kind.OBJECT && new Ends(frame).discard(code.text())) {
            return;
        }
        boolean statement =
                code.text().endsWith(")")
                        && !code.text().startsWith("(")
                        && !code.text().startsWith("!");
        if (statement) {
            frame.line(code.text() + ";");
        } else {
            String kept = frame.temporary();
            frame.line("%s = %s;".formatted(kept, code.text()));
        }
    }

    private void annotated(Stmt.AnnAssign s) {
        Expr value = s.value();
        if (value != null) {
            targets.assign(new Stmt.Assign(s.span(), List.of(s.target()), value));
        }
        if (s.target() instanceof Expr.Name name && frame.scope.kind() != Scope.Kind.FUNCTION) {
            frame.line(
                    "%s, \"%s\", %s);"
                            .formatted(
                                    frame.scope.kind() == Scope.Kind.CLASS
                                            ? "ClassBody.annotate(names"
                                            : "Modules.annotate(MODULE",
                                    frame.mangled(name.id()),
                                    expressions.annotation(s.annotation())));
        }
    }

    private void imported(Alias alias) {
        String dotted = JavaNames.literal(alias.name());
        String asname = alias.asname();
        if (asname != null) {
            new Names(frame)
                    .store(
                            asname,
                            alias.name().contains(".")
                                    ? "Modules.loadLast(%s)".formatted(dotted)
                                    : "Modules.load(%s)".formatted(dotted));
        } else {
            String first = alias.name().split("\\.", 2)[0];
            new Names(frame).store(first, "Modules.loadFirst(%s)".formatted(dotted));
        }
    }

    private void from(Stmt.ImportFrom s) {
        String module = frame.unit.absolute(s);
        for (Alias alias : s.names()) {
            if (alias.name().equals("*")) {
                frame.line("Modules.star(MODULE, %s);".formatted(JavaNames.literal(module)));
                continue;
            }
            String asname = alias.asname();
            new Names(frame)
                    .store(
                            asname == null ? alias.name() : asname,
                            "Modules.member(%s, %s)"
                                    .formatted(
                                            JavaNames.literal(module),
                                            JavaNames.literal(alias.name())));
        }
    }

    private void asserted(Stmt.Assert s) {
        String condition = expressions.condition(s.test());
        frame.open("if (%s)".formatted(Expressions.negated(condition)));
        Expr message = s.msg();
        String thrown =
                "throw Errors.assertion(%s);"
                        .formatted(message == null ? "" : expressions.value(message));
        Expr.Compare compare = last(s.test());
        frame.line(frame.mark(thrown, compare == null ? s : compare));
        frame.out.close();
    }

    /**
     * Returns the last comparison that decides on a condition, to which CPython points, or null.
     */
    private static Expr.@Nullable Compare last(Expr condition) {
        return switch (condition) {
            case Expr.Compare compare -> compare;
            case Expr.UnaryOp op when op.op() == UnaryOperator.NOT -> last(op.operand());
            case Expr.IfExp choice -> last(List.of(choice.test(), choice.body(), choice.orelse()));
            case Expr.BoolOp op -> last(op.values());
            default -> null;
        };
    }

    private static Expr.@Nullable Compare last(List<Expr> conditions) {
        Expr.Compare found = null;
        for (Expr each : conditions) {
            Expr.Compare next = last(each);
            found = next == null ? found : next;
        }
        return found;
    }

    private boolean returned(Stmt.Return s) {
        Expr given = s.value();
        String value =
                given == null ? "None.NONE" : Code.bare(expressions.code(given).as(frame.result));
        frame.line(
                frame.machine == null
                        ? "return %s;".formatted(value)
                        : "return %s.finish(%s);".formatted(frame.machine, value));
        return false;
    }

    private boolean raised(Stmt.Raise s) {
        Expr error = s.exc();
        Expr cause = s.cause();
        if (error == null) {
            String handled = frame.handled.peek();
            frame.line(
                    "throw %s;"
                            .formatted(handled == null ? "Errors.again()" : handled + ".again()"));
        } else if (cause == null) {
            frame.line(
                    frame.mark("throw Errors.raise(%s);".formatted(expressions.value(error)), s));
        } else {
            String thrown =
                    "throw Errors.raise(%s, %s);"
                            .formatted(expressions.value(error), expressions.value(cause));
            frame.line(frame.mark(thrown, s));
        }
        return false;
    }

    private boolean choice(Stmt.If s) {
        String condition = expressions.condition(s.test());
        frame.open("if (%s)".formatted(condition));
        Set<String> before = new HashSet<>(frame.assigned);
        boolean first = all(s.body());
        Set<String> after = frame.assigned;
        frame.assigned = new HashSet<>(before);
        if (s.orelse().isEmpty()) {
            frame.out.close();
            frame.assigned = first ? both(before, after) : before;
            return true;
        }
        frame.out.next("else");
        boolean second = all(s.orelse());
        frame.out.close();
        if (!second) {
            frame.assigned = after;
        } else if (first) {
            frame.assigned = both(after, frame.assigned);
        }
        return first || second;
    }

    static Set<String> both(Set<String> a, Set<String> b) {
        Set<String> common = new HashSet<>(a);
        common.retainAll(b);
        return common;
    }

    private boolean with(Stmt.With s, int index) {
        if (index == s.items().size()) {
            return all(s.body());
        }
        WithItem item = s.items().get(index);
        String context = frame.fresh("with");
        String manager = expressions.value(item.contextExpr());
        frame.line(
                s.async()
                        ? "AsyncWith %s = AsyncWith.enter(%s, %s);"
                                .formatted(context, frame.generator, manager)
                        : "With %s = With.enter(%s);".formatted(context, manager));
        Set<String> before = new HashSet<>(frame.assigned);
        frame.open("try");
        Expr target = item.optionalVars();
        if (target != null) {
            targets.assign(target, context + ".value()");
        }
        with(s, index + 1);
        Set<String> after = frame.assigned;
        frame.out.at(s.span().line());
        String thrown = frame.fresh("thrown");
        frame.out.next("catch (RuntimeException | Error %s)".formatted(thrown));
        frame.line(
                "%s.fail(%s, MODULE, %d, %d);"
                        .formatted(
                                context,
                                thrown,
                                s.span().line(),
                                s.body().getLast().span().endLine()));
        frame.out.next("finally");
        frame.line("%s.exit();".formatted(context));
        frame.out.close();
        new Ends(frame).forget(context);
        frame.assigned = before;
        frame.assigned.addAll(target == null ? Set.of() : both(after, after));
        return true;
    }
}
