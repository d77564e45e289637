package dev.polyloom.python.translate;

import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Stmt;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the body of a generator as a state machine: a switch whose cases are what runs from one
 * {@code yield} to the next. Variables of the generator are fields of a local class.
 */
final class StateMachine {
    private final Frame frame;
    private final Statements statements;
    private final Targets targets;
    private final String self;
    private int states;

    StateMachine(Frame frame, String self) {
        this.frame = frame;
        this.statements = new Statements(frame);
        this.targets = new Targets(frame, new Expressions(frame));
        this.self = self;
        frame.machine = self;
    }

    /** Tells whether each yield stands in nothing but loops and choices, as a statement. */
    static boolean fits(List<Stmt> body) {
        return body.stream().allMatch(StateMachine::fits);
    }

    private static boolean fits(Stmt s) {
        return switch (s) {
            case Stmt.ExprStmt e -> isYield(e.value()) || !yields(e);
            case Stmt.Assign a -> (isYield(a.value()) && a.targets().size() == 1) || !yields(a);
            case Stmt.If i -> !yields(i.test()) && fits(i.body()) && fits(i.orelse());
            case Stmt.While w -> !yields(w.test()) && fits(w.body()) && fits(w.orelse());
            case Stmt.For f ->
                    !f.async()
                            && !yields(f.target())
                            && !yields(f.iter())
                            && fits(f.body())
                            && fits(f.orelse());
            default -> !yields(s);
        };
    }

    /** Returns how many loops that yield lie in each other at most. */
    static int depth(List<Stmt> body) {
        return body.stream()
                .filter(StateMachine::yields)
                .mapToInt(StateMachine::depth)
                .max()
                .orElse(0);
    }

    private static int depth(Stmt s) {
        return switch (s) {
            case Stmt.If i -> Math.max(depth(i.body()), depth(i.orelse()));
            case Stmt.While w -> Math.max(1 + depth(w.body()), depth(w.orelse()));
            case Stmt.For f -> Math.max(1 + depth(f.body()), depth(f.orelse()));
            default -> 0;
        };
    }

    private static boolean isYield(Expr e) {
        return (e instanceof Expr.Yield || e instanceof Expr.YieldFrom)
                && e.children().stream().noneMatch(StateMachine::yields);
    }

    private static boolean yields(Node node) {
        return switch (node) {
            case Expr.Yield y -> true;
            case Expr.YieldFrom y -> true;
            case Expr.Lambda lambda -> false;
            case Stmt.FunctionDef def -> false;
            case Stmt.ClassDef def -> false;
            default -> node.children().stream().anyMatch(StateMachine::yields);
        };
    }

    /** Writes the method that runs the body, within the class that is open. */
    void write(List<Stmt> body) {
        JavaWriter out = frame.out;
        out.line("");
        out.line("@Override");
        out.open("public Object step$(Generator %s)".formatted(self));
        out.open("steps: while (true)");
        frame.check();
        out.open("switch (%s.state)".formatted(self));
        out.open("case 0 ->");
        if (all(body)) {
            frame.line("return %s.finish(None.NONE);".formatted(self));
        }
        out.close();
        out.line("default -> throw new IllegalStateException();");
        out.close();
        out.close();
        out.close();
    }

    private int state() {
        return ++states;
    }

    private void begin(int state) {
        frame.declare();
        frame.out.close();
        frame.out.open("case %d ->".formatted(state));
    }

    private void to(int state) {
        frame.line("%s.state = %d;".formatted(self, state));
    }

    private String jump(int state) {
        return "%s.state = %d; continue steps;".formatted(self, state);
    }

    private boolean all(List<Stmt> body) {
        for (Stmt each : body) {
            frame.at(each);
            if (!one(each)) {
                return false;
            }
        }
        return true;
    }

    private boolean one(Stmt s) {
        if (!yields(s)) {
            return statements.all(List.of(s));
        }
        switch (s) {
            case Stmt.ExprStmt e -> frame.line(given(e.value()) + ";");
            case Stmt.Assign a -> targets.assign(a.targets().getFirst(), given(a.value()));
            case Stmt.If i -> {
                return choice(i);
            }
            case Stmt.While w -> {
                return repeat(w);
            }
            case Stmt.For f -> each(f);
            default -> throw new IllegalArgumentException(s.toString());
        }
        return true;
    }

    /** Writes a yield, and returns the expression for what it gives after it. */
    private String given(Expr e) {
        int after = state();
        if (e instanceof Expr.YieldFrom from) {
            frame.line(
                    "%s.delegate(%s);".formatted(self, new Expressions(frame).value(from.value())));
            to(after);
            begin(after);
            String each = frame.fresh("each");
            frame.line("Object %s = %s.delegated();".formatted(each, self));
            frame.open("if (%s != null)".formatted(each));
            frame.line("return %s;".formatted(each));
            frame.out.close();
            return self + ".delegateResult()";
        }
        Expr value = ((Expr.Yield) e).value();
        String given = new Expressions(frame).orNone(value);
        to(after);
        frame.line("return %s;".formatted(given));
        begin(after);
        return self + ".sent()";
    }

    private boolean choice(Stmt.If s) {
        int then = state();
        int otherwise = s.orelse().isEmpty() ? -1 : state();
        int end = state();
        String condition = new Expressions(frame).condition(s.test());
        frame.line(
                "%s.state = %s ? %d : %d;"
                        .formatted(self, condition, then, otherwise < 0 ? end : otherwise));
        Set<String> before = new HashSet<>(frame.assigned);
        begin(then);
        boolean first = branch(s.body(), end);
        Set<String> after = frame.assigned;
        frame.assigned = new HashSet<>(before);
        boolean second = true;
        if (otherwise >= 0) {
            begin(otherwise);
            second = branch(s.orelse(), end);
        }
        if (first) {
            frame.assigned = second ? Statements.both(after, frame.assigned) : after;
        }
        if (first || second) {
            begin(end);
        }
        return first || second;
    }

    private boolean branch(List<Stmt> body, int end) {
        boolean reached = all(body);
        if (reached) {
            to(end);
        }
        return reached;
    }

    private boolean repeat(Stmt.While s) {
        int head = state();
        int otherwise = s.orelse().isEmpty() ? -1 : state();
        int end = state();
        to(head);
        begin(head);
        Set<String> before = new HashSet<>(frame.assigned);
        String condition = new Expressions(frame).condition(s.test());
        boolean endless = Loops.isEndless(condition);
        if (!endless) {
            frame.open("if (%s)".formatted(Expressions.negated(condition)));
            frame.line(jump(otherwise < 0 ? end : otherwise));
            frame.out.close();
        }
        body(s.body(), head, end);
        frame.assigned = before;
        boolean reached = !endless || Flow.breaks(s.body());
        if (!endless) {
            otherwise(s.orelse(), otherwise, end);
        }
        if (reached) {
            begin(end);
        }
        return reached;
    }

    private void body(List<Stmt> body, int head, int end) {
        frame.loops.push(new Frame.Loop(null, jump(end), jump(head)));
        if (all(body)) {
            to(head);
        }
        frame.loops.pop();
    }

    private void otherwise(List<Stmt> orelse, int state, int end) {
        if (state >= 0) {
            Set<String> before = new HashSet<>(frame.assigned);
            begin(state);
            branch(orelse, end);
            frame.assigned = before;
        }
    }

    private void each(Stmt.For s) {
        int head = state();
        int otherwise = s.orelse().isEmpty() ? -1 : state();
        int end = state();
        String iterator = "%s.iterators[%d]".formatted(self, depth());
        frame.line(
                "%s = Iteration.of(%s);"
                        .formatted(iterator, new Expressions(frame).value(s.iter())));
        to(head);
        begin(head);
        Set<String> before = new HashSet<>(frame.assigned);
        String each = frame.fresh("each");
        frame.line("Object %s = %s.next();".formatted(each, iterator));
        frame.open("if (%s == null)".formatted(each));
        frame.line(jump(otherwise < 0 ? end : otherwise));
        frame.out.close();
        targets.assign(s.target(), each);
        body(s.body(), head, end);
        frame.assigned = before;
        otherwise(s.orelse(), otherwise, end);
        begin(end);
    }

    private int depth() {
        return (int) frame.loops.stream().filter(loop -> loop.exit() != null).count();
    }
}
