package dev.polyloom.python.translate;

import dev.polyloom.python.Locking;

/** What code does between its steps, beside what the program says. */
public enum Checks {
    /** Nothing: it is to be read. */
    NONE(""),
    /** It notices what is asked of its thread, in loops. */
    INTERRUPTS("Interrupts.check();"),
    /** It lets other threads run likewise, and where a function begins. */
    TURNS("GlobalLock.turn();");

    /** The statement, or nothing. */
    final String statement;

    Checks(String statement) {
        this.statement = statement;
    }

    /** Returns what code does that is to be run. */
    public static Checks of(Locking locking) {
        return locking == Locking.GLOBAL ? TURNS : INTERRUPTS;
    }
}
