package dev.polyloom.python.translate;

import dev.polyloom.python.ast.ExceptHandler;
import dev.polyloom.python.ast.MatchCase;
import dev.polyloom.python.ast.Stmt;
import java.util.List;

/** Where control can go. */
final class Flow {
    private Flow() {}

    /** Tells whether the body of a loop has a {@code break} of that loop. */
    static boolean breaks(List<Stmt> body) {
        return body.stream().anyMatch(Flow::breaks);
    }

    private static boolean breaks(Stmt s) {
        return switch (s) {
            case Stmt.Break b -> true;
            case Stmt.If i -> breaks(i.body()) || breaks(i.orelse());
            case Stmt.With w -> breaks(w.body());
            case Stmt.For f -> breaks(f.orelse());
            case Stmt.While w -> breaks(w.orelse());
            case Stmt.Try t ->
                    breaks(t.body())
                            || breaks(t.orelse())
                            || breaks(t.finalbody())
                            || t.handlers().stream()
                                    .map(ExceptHandler::body)
                                    .anyMatch(Flow::breaks);
            case Stmt.Match m -> m.cases().stream().map(MatchCase::body).anyMatch(Flow::breaks);
            default -> false;
        };
    }
}
