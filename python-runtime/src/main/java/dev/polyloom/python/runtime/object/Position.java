package dev.polyloom.python.runtime.object;

/**
 * Where in a source something happens. Lines count from 1, columns from 0 in code points.
 *
 * @param line the line of the first character
 * @param column the column of the first character, or -1 where only the line is known
 * @param endLine the line of the last character
 * @param endColumn the column after the last character
 * @param left the column of the operator or the bracket that a traceback points at, or -1
 * @param right the column after that
 * @param method the column after the name of the method that is called there, or -1
 */
public record Position(
        int line, int column, int endLine, int endColumn, int left, int right, int method) {
    /** No place in the source. */
    public static final Position NONE = at(0);

    /** Returns one of which only the line is known. */
    public static Position at(int line) {
        return new Position(line, -1, line, -1, -1, -1, -1);
    }

    /** Returns the place from one character up to another. */
    public static Position of(int line, int column, int endLine, int endColumn) {
        return new Position(line, column, endLine, endColumn, -1, -1, -1);
    }

    /** Returns the place with the operator or bracket to point at. */
    public Position pointing(int from, int to) {
        return new Position(line, column, endLine, endColumn, from, to, method);
    }

    /** Returns the place with the end of the name of the method that is called there. */
    public Position calling(int end) {
        return new Position(line, column, endLine, endColumn, left, right, end);
    }

    /** Returns the place of the method alone, without its arguments. */
    Position lookup() {
        return of(line, column, line, method);
    }
}
