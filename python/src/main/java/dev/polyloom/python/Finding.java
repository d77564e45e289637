package dev.polyloom.python;

import java.util.Objects;

/**
 * A reason why a program cannot be translated. Instances are immutable.
 *
 * @param file the file, as it was named
 * @param line the line, from 1
 * @param column the column, from 1, in code points
 * @param kind {@code unsupported}, or the name of the exception that Python itself would raise
 * @param problem what it is, in one line
 */
public record Finding(String file, int line, int column, String kind, String problem) {
    /**
     * Makes one.
     *
     * @throws NullPointerException if a text is null
     */
    public Finding {
        Objects.requireNonNull(file);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(problem);
    }

    /**
     * Returns the line that the command prints.
     *
     * @return {@code file:line:column: kind: problem}
     */
    @Override
    public String toString() {
        return "%s:%d:%d: %s: %s".formatted(file, line, column, kind, problem);
    }
}
