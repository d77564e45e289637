package dev.polyloom.python.translate;

import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Stmt;
import dev.polyloom.python.infer.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes loops. */
record Loops(Frame frame, Statements statements) {
    private static final long FARTHEST = 1L << 61;

    /** Opens a loop over values, and sets its variables. */
    static void open(Frame frame, boolean async, Expr target, String values) {
        String each = begin(frame, async, values);
        new Targets(frame, new Expressions(frame)).assign(target, each);
        new Ends(frame).forget(each);
    }

    /** Opens a loop over values with their numbers, and sets its variables. */
    static void openCounted(Frame frame, Expr target, String values) {
        String count = frame.fresh("count");
        frame.line("long %s = 0;".formatted(count));
        String each = begin(frame, false, values);
        Targets targets = new Targets(frame, new Expressions(frame));
        List<Expr> parts = Targets.parts(target);
        targets.assign(parts.getFirst(), new Code(count + "++", Code.Kind.LONG));
        targets.assign(parts.getLast(), each);
    }

    /** Returns what {@code enumerate} counts where a loop takes apart its pairs, or null. */
    static @Nullable Expr counted(Frame frame, boolean async, Expr target, Expr iter) {
        List<Expr> parts = Targets.parts(target);
        boolean pair =
                !async
                        && parts.size() == 2
                        && parts.stream().noneMatch(Expr.Starred.class::isInstance);
        return pair
                        && iter instanceof Expr.Call call
                        && call.func() instanceof Expr.Name name
                        && name.id().equals("enumerate")
                        && frame.place("enumerate") == Frame.Place.GLOBAL
                        && frame.unit.isBuiltin("enumerate")
                        && call.keywords().isEmpty()
                        && call.args().size() == 1
                        && !(call.args().getFirst() instanceof Expr.Starred)
                ? call.args().getFirst()
                : null;
    }

    /** Opens a loop over values, and returns the variable that holds each. */
    private static String begin(Frame frame, boolean async, String values) {
        String iterator = frame.fresh("it");
        String each = frame.fresh("each");
        frame.iterator = iterator;
        frame.line(
                async
                        ? "AsyncIteration %s = AsyncIteration.of(%s, %s);"
                                .formatted(iterator, frame.generator, values)
                        : "PyIterator %s = Iteration.of(%s);".formatted(iterator, values));
        frame.open(
                "for (Object %s = %s.next(); %s != null; %s = %s.next())"
                        .formatted(each, iterator, each, each, iterator));
        return each;
    }

    /** Returns a call of {@code range} by position, or null for anything else. */
    static Expr.@Nullable Call range(Frame frame, Expr iter) {
        return iter instanceof Expr.Call call
                        && call.func() instanceof Expr.Name name
                        && name.id().equals("range")
                        && frame.place("range") == Frame.Place.GLOBAL
                        && frame.unit.isBuiltin("range")
                        && call.keywords().isEmpty()
                        && !call.args().isEmpty()
                        && call.args().size() <= 3
                        && call.args().stream().noneMatch(Expr.Starred.class::isInstance)
                ? call
                : null;
    }

    /** Opens a loop over the ints from one up to another, and sets its variable. */
    static void openRange(Frame frame, Expr target, String from, String to) {
        String at = frame.fresh("i");
        String end = frame.fresh("end");
        frame.open(
                "for (long %s = %s, %s = %s; %s < %s; %s++)"
                        .formatted(at, from, end, to, at, end, at));
        new Targets(frame, new Expressions(frame)).assign(target, new Code(at, Code.Kind.LONG));
    }

    private boolean openRange(Expr target, Expr iter) {
        Expr.Call call = range(frame, iter);
        if (call == null) {
            return false;
        }
        Expressions expressions = new Expressions(frame);
        Expr last = call.args().get(call.args().size() == 1 ? 0 : 1);
        String step = "1";
        boolean down = false;
        if (call.args().size() == 3) {
            Value given = expressions.known(call.args().get(2));
            boolean plain =
                    given.within(-FARTHEST, FARTHEST)
                            && (given.low() > 0 || given.high() < 0)
                            && expressions.known(last).within(-FARTHEST, FARTHEST);
            if (!plain) {
                return false;
            }
            down = given.high() < 0;
            step = Long.toString(given.low());
            if (given.low() != given.high()) {
                step = frame.fresh("step");
            }
        }
        String from = call.args().size() == 1 ? "0" : index(expressions, call.args().getFirst());
        String to = index(expressions, last);
        String at = frame.fresh("i");
        String end = frame.fresh("end");
        String next =
                switch (step) {
                    case "1" -> at + "++";
                    case "-1" -> at + "--";
                    default -> at + " += " + step;
                };
        String steps =
                Character.isLetter(step.charAt(0))
                        ? ", %s = %s".formatted(step, index(expressions, call.args().get(2)))
                        : "";
        frame.open(
                "for (long %s = %s, %s = %s%s; %s %s %s; %s)"
                        .formatted(at, from, end, to, steps, at, down ? ">" : "<", end, next));
        new Targets(frame, expressions).assign(target, new Code(at, Code.Kind.LONG));
        return true;
    }

    static String index(Expressions expressions, Expr e) {
        Code code = expressions.code(e);
        Value known = expressions.known(e);
        return known.isLong()
                ? Code.bare(code.as(known))
                : "Numbers.index(%s)".formatted(code.text());
    }

    /** Writes a for loop, and tells whether what follows can be reached. */
    boolean each(Stmt.For s) {
        Set<String> before = new HashSet<>(frame.assigned);
        String broke = begin(s.orelse(), s.body());
        String left = null;
        String held = null;
        frame.iterator = "";
        if (s.async() || !openRange(s.target(), s.iter())) {
            Expr counted = counted(frame, s.async(), s.target(), s.iter());
            if (counted != null) {
                openCounted(frame, s.target(), new Expressions(frame).value(counted));
            } else {
                String values = new Expressions(frame).value(s.iter());
                if (!s.async() && frame.unit.cleanups.isNeeded(s.iter())) {
                    left = frame.fresh("values");
                    frame.line("Object %s = %s;".formatted(left, values));
                    frame.open("try");
                    values = left;
                }
                if (left == null && new Ends(frame).holds(s.iter())) {
                    held = frame.fresh("held");
                    frame.line("Object %s = %s;".formatted(held, values));
                    values = held;
                }
                open(frame, s.async(), s.target(), values);
            }
        }
        String iterator = frame.iterator;
        body(s.body(), broke);
        if (!iterator.isEmpty() && left == null) {
            new Ends(frame).forget(iterator);
        }
        if (held != null) {
            new Ends(frame).drop(held);
            new Ends(frame).forget(held);
        }
        if (left != null) {
            frame.out.next("finally");
            frame.line("Generator.leave(%s);".formatted(left));
            frame.out.close();
        }
        frame.assigned = before;
        otherwise(s.orelse(), broke);
        return true;
    }

    private String begin(List<Stmt> orelse, List<Stmt> body) {
        if (orelse.isEmpty() || body.isEmpty()) {
            return "";
        }
        String broke = frame.fresh("broke");
        frame.line("boolean %s = false;".formatted(broke));
        return broke;
    }

    private void body(List<Stmt> body, String broke) {
        frame.check();
        new Ends(frame).point();
        frame.loops.push(new Frame.Loop(broke.isEmpty() ? null : broke));
        statements.all(body);
        frame.loops.pop();
        frame.out.close();
    }

    private void otherwise(List<Stmt> orelse, String broke) {
        if (!orelse.isEmpty()) {
            frame.open("if (!%s)".formatted(broke));
            Set<String> before = new HashSet<>(frame.assigned);
            statements.all(orelse);
            frame.assigned = before;
            frame.out.close();
        }
    }

    /** Tells whether a condition always holds. */
    static boolean isEndless(String condition) {
        return condition.equals("true") || condition.matches("Text\\.truth\\([1-9][0-9]*L\\)");
    }

    /** Writes a while loop, and tells whether what follows can be reached. */
    boolean repeat(Stmt.While s) {
        Set<String> before = new HashSet<>(frame.assigned);
        String broke = begin(s.orelse(), s.body());
        String condition = new Expressions(frame).condition(s.test());
        boolean endless = isEndless(condition);
        if (condition.equals("false")) {
            statements.all(s.orelse());
            return true;
        }
        boolean constant = condition.matches("[^a-zA-Z\"]*((true|false)[^a-zA-Z\"]*)+");
        frame.open(
                "while (%s)"
                        .formatted(
                                endless
                                        ? "true"
                                        : constant
                                                ? "Text.truth(%s)".formatted(condition)
                                                : condition));
        body(s.body(), broke);
        frame.assigned = endless && !Flow.breaks(s.body()) ? frame.assigned : before;
        if (endless) {
            return Flow.breaks(s.body());
        }
        otherwise(s.orelse(), broke);
        return true;
    }
}
