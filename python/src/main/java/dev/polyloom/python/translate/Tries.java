package dev.polyloom.python.translate;

import dev.polyloom.python.ast.ExceptHandler;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Stmt;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes {@code try} statements. */
record Tries(Frame frame, Statements statements) {
    /** Writes one, and tells whether what follows can be reached. */
    boolean write(Stmt.Try s) {
        if (s.finalbody().isEmpty()) {
            return guarded(s);
        }
        Set<String> before = new HashSet<>(frame.assigned);
        String outer = frame.fresh("outer");
        frame.line("PyException %s = Errors.handled();".formatted(outer));
        frame.open("try");
        boolean reached = s.handlers().isEmpty() ? statements.all(s.body()) : guarded(s);
        Set<String> after = frame.assigned;
        frame.assigned = before;
        String thrown = frame.fresh("thrown");
        frame.out.next("catch (RuntimeException | Error %s)".formatted(thrown));
        List<Stmt> guarded = s.handlers().isEmpty() ? s.body() : s.handlers().getLast().body();
        frame.line(
                "throw Errors.inFlight(%s, MODULE, %d, %d);"
                        .formatted(
                                thrown,
                                s.body().getFirst().span().line(),
                                guarded.getLast().span().endLine()));
        frame.out.next("finally");
        frame.open("try");
        boolean last = statements.all(s.finalbody());
        if (last) {
            frame.line("Errors.landed(%s);".formatted(outer));
        }
        frame.out.next("finally");
        frame.line("Errors.leave(%s);".formatted(outer));
        frame.out.close();
        frame.out.close();
        if (!last) {
            frame.unit.finallyReturns = true;
        }
        frame.assigned.addAll(after);
        return reached && last;
    }

    private boolean guarded(Stmt.Try s) {
        Set<String> before = new HashSet<>(frame.assigned);
        String complete = "";
        if (!s.orelse().isEmpty()) {
            complete = frame.fresh("complete");
            frame.line("boolean %s = false;".formatted(complete));
        }
        frame.open("try");
        boolean reached = statements.all(s.body());
        if (reached && !complete.isEmpty()) {
            frame.line("%s = true;".formatted(complete));
        }
        Set<String> after = frame.assigned;
        frame.assigned = new HashSet<>(before);
        String thrown = frame.fresh("thrown");
        frame.out.next("catch (RuntimeException | Error %s)".formatted(thrown));
        Outcome outcome = handlers(s, thrown, before, new Outcome(reached, reached ? after : null));
        frame.out.close();
        frame.assigned = outcome.common(before);
        if (complete.isEmpty() || !reached) {
            return outcome.reached();
        }
        frame.open("if (%s)".formatted(complete));
        Set<String> kept = new HashSet<>(frame.assigned);
        frame.assigned.addAll(after);
        statements.all(s.orelse());
        frame.assigned = kept;
        frame.out.close();
        return true;
    }

    /** Whether the end can be reached, and which variables are assigned then. */
    private record Outcome(
            boolean reached, @org.jspecify.annotations.Nullable Set<String> assigned) {
        Outcome or(boolean other, Set<String> set) {
            if (!other) {
                return this;
            }
            return new Outcome(true, assigned == null ? set : Statements.both(assigned, set));
        }

        Set<String> common(Set<String> otherwise) {
            return assigned == null ? otherwise : new HashSet<>(assigned);
        }
    }

    private Outcome handlers(Stmt.Try s, String thrown, Set<String> before, Outcome begun) {
        String error = frame.fresh("error");
        String outer = frame.fresh("outer");
        int first = s.body().getFirst().span().line();
        int last = s.body().getLast().span().endLine();
        frame.line(
                "PyException %s = Errors.caught(%s, MODULE, %d, %d);"
                        .formatted(error, thrown, first, last));
        frame.line("PyException %s = Errors.enter(%s);".formatted(outer, error));
        frame.open("try");
        Outcome outcome =
                s.star()
                        ? stars(s.handlers(), error, before, begun)
                        : plain(s.handlers(), error, before, begun);
        frame.out.next("finally");
        frame.line("Errors.leave(%s);".formatted(outer));
        frame.out.close();
        return outcome;
    }

    private Outcome plain(
            List<ExceptHandler> handlers, String error, Set<String> before, Outcome first) {
        Outcome outcome = first;
        boolean all = false;
        boolean begun = false;
        for (ExceptHandler handler : handlers) {
            Expr type = handler.type();
            if (type != null) {
                String types = new Expressions(frame).value(type);
                String test = "if (Errors.matches(%s, %s))".formatted(error, types);
                if (begun) {
                    frame.out.next("else " + test);
                } else {
                    frame.open(test);
                }
                begun = true;
            } else if (begun) {
                frame.out.next("else");
                all = true;
            } else {
                all = true;
            }
            frame.assigned = new HashSet<>(before);
            boolean reached = handler(handler, error, error);
            outcome = outcome.or(reached, frame.assigned);
        }
        if (begun) {
            if (!all) {
                frame.out.next("else");
                frame.line("throw %s.again();".formatted(error));
            }
            frame.out.close();
        }
        return outcome;
    }

    private boolean handler(ExceptHandler handler, String error, String shown) {
        frame.out.at(handler.span().line());
        String name = handler.name();
        if (name != null) {
            new Names(frame).store(name, shown);
        }
        frame.handled.push(error);
        boolean reached = statements.all(handler.body());
        frame.handled.pop();
        if (name != null && reached) {
            new Names(frame).forget(name);
        }
        if (name != null) {
            frame.assigned.remove(name);
        }
        return reached;
    }

    private Outcome stars(
            List<ExceptHandler> handlers, String error, Set<String> before, Outcome first) {
        Outcome outcome = first;
        String rest = frame.fresh("rest");
        frame.line("PyException %s = %s;".formatted(rest, error));
        for (ExceptHandler handler : handlers) {
            Expr type = handler.type();
            String types = frame.temporary();
            String part = frame.fresh("part");
            frame.line(
                    "%s = %s;"
                            .formatted(
                                    types,
                                    type == null
                                            ? "None.NONE"
                                            : new Expressions(frame).value(type)));
            frame.line(
                    "PyException %s = %s == null ? null : ExceptionGroups.caught(%s, %s);"
                            .formatted(part, rest, rest, types));
            frame.open("if (%s != null)".formatted(part));
            frame.line("%s = ExceptionGroups.part(%s, %s, false);".formatted(rest, rest, types));
            frame.assigned = new HashSet<>(before);
            handler(handler, part, part);
            frame.out.close();
            outcome = outcome.or(true, before);
        }
        frame.open("if (%s != null)".formatted(rest));
        frame.line("throw %s;".formatted(rest));
        frame.out.close();
        return outcome.or(true, before);
    }
}
