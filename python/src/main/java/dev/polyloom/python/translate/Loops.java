package dev.polyloom.python.translate;

import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Stmt;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes loops. */
record Loops(Frame frame, Statements statements) {
    /** Opens a loop over values, and sets its variables. */
    static void open(Frame frame, boolean async, Expr target, String values) {
        String iterator = frame.fresh("it");
        String each = frame.fresh("each");
        frame.line(
                async
                        ? "AsyncIteration %s = AsyncIteration.of(%s, %s);"
                                .formatted(iterator, frame.generator, values)
                        : "PyIterator %s = Iteration.of(%s);".formatted(iterator, values));
        frame.open(
                "for (Object %s = %s.next(); %s != null; %s = %s.next())"
                        .formatted(each, iterator, each, each, iterator));
        new Targets(frame, new Expressions(frame)).assign(target, each);
    }

    private boolean openRange(Expr target, Expr iter) {
        if (!(iter instanceof Expr.Call call)
                || !(call.func() instanceof Expr.Name name)
                || !name.id().equals("range")
                || frame.place("range") != Frame.Place.GLOBAL
                || !frame.unit.isBuiltin("range")
                || !call.keywords().isEmpty()
                || call.args().isEmpty()
                || call.args().size() > 2
                || call.args().stream().anyMatch(Expr.Starred.class::isInstance)) {
            return false;
        }
        Expressions expressions = new Expressions(frame);
        String from = call.args().size() == 1 ? "0" : index(expressions, call.args().getFirst());
        String to = index(expressions, call.args().getLast());
        String at = frame.fresh("i");
        String end = frame.fresh("end");
        frame.open(
                "for (long %s = %s, %s = %s; %s < %s; %s++)"
                        .formatted(at, from, end, to, at, end, at));
        new Targets(frame, expressions).assign(target, at);
        return true;
    }

    private static String index(Expressions expressions, Expr e) {
        Code code = expressions.code(e);
        return code.kind() == Code.Kind.LONG
                ? code.text()
                : "Numbers.index(%s)".formatted(code.text());
    }

    /** Writes a for loop, and tells whether what follows can be reached. */
    boolean each(Stmt.For s) {
        Set<String> before = new HashSet<>(frame.assigned);
        String broke = begin(s.orelse(), s.body());
        if (s.async() || !openRange(s.target(), s.iter())) {
            open(frame, s.async(), s.target(), new Expressions(frame).value(s.iter()));
        }
        body(s.body(), broke);
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

    /** Writes a while loop, and tells whether what follows can be reached. */
    boolean repeat(Stmt.While s) {
        Set<String> before = new HashSet<>(frame.assigned);
        String broke = begin(s.orelse(), s.body());
        String condition = new Expressions(frame).condition(s.test());
        boolean endless =
                condition.equals("true") || condition.matches("Text\\.truth\\([1-9][0-9]*L\\)");
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
