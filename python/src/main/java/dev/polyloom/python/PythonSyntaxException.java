package dev.polyloom.python;

import java.util.Objects;

/**
 * Says that a source text is not a Python program, with the words and the place that Python itself
 * would give. Instances are immutable.
 */
public final class PythonSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final String INDENT = "    ";

    /** What Python would raise. */
    private final String kind;

    /** The name of the source. */
    private final String file;

    /** Python's words. */
    private final String problem;

    /** The line, from 1. */
    private final int line;

    /** The column, from 1. */
    private final int column;

    /** The line of the end. */
    private final int endLine;

    /** The column after the end. */
    private final int endColumn;

    /** The text of the line. */
    private final String lineText;

    /**
     * Makes one.
     *
     * @param kind the name of the exception that Python would raise, such as {@code SyntaxError}
     * @param file the name of the source
     * @param problem Python's words
     * @param place where it is: line, column, end line and end column, all from 1; the end column
     *     may be 0 where Python knows no end
     * @param lineText the text of the line, without its end
     */
    public PythonSyntaxException(
            String kind, String file, String problem, Place place, String lineText) {
        super("%s:%d:%d: %s: %s".formatted(file, place.line(), place.column(), kind, problem));
        this.kind = Objects.requireNonNull(kind);
        this.file = Objects.requireNonNull(file);
        this.problem = Objects.requireNonNull(problem);
        this.line = place.line();
        this.column = place.column();
        this.endLine = place.endLine();
        this.endColumn = place.endColumn();
        this.lineText = Objects.requireNonNull(lineText);
    }

    /**
     * A place in a source text; all numbers count from 1.
     *
     * @param line the first line
     * @param column the column in it, in code points; 0 where Python knows none
     * @param endLine the last line
     * @param endColumn the column after the last character; 0 where Python knows none
     */
    public record Place(int line, int column, int endLine, int endColumn) {}

    /**
     * Returns the name of the exception that Python would raise.
     *
     * @return {@code SyntaxError}, {@code IndentationError} or {@code TabError}, and for a program
     *     that is nested too deeply {@code RecursionError}
     */
    public String kind() {
        return kind;
    }

    /**
     * Returns the name of the source.
     *
     * @return the name as it was given
     */
    public String file() {
        return file;
    }

    /**
     * Returns Python's words.
     *
     * @return one line
     */
    public String problem() {
        return problem;
    }

    /**
     * Returns the text of the line.
     *
     * @return the line, without its end
     */
    public String lineText() {
        return lineText;
    }

    /**
     * Returns where the problem is.
     *
     * @return the place
     */
    public Place place() {
        return new Place(line, column, endLine, endColumn);
    }

    /**
     * Returns what Python would print for a program with this fault, the line and the marks under
     * it included.
     *
     * @return lines, each with its end
     */
    public String report() {
        StringBuilder report = new StringBuilder();
        report.append("  File \"%s\", line %d\n".formatted(file, line));
        String shown = lineText.replaceFirst("^[ \n\f]+", "").stripTrailing();
        if (!shown.isEmpty()) {
            report.append(INDENT).append(shown).append('\n');
            marks(shown, report);
        }
        return report.append(kind).append(": ").append(problem).append('\n').toString();
    }

    private void marks(String shown, StringBuilder report) {
        int spaces = lineText.length() - lineText.replaceFirst("^[ \n\f]+", "").length();
        int from = column - 1 - spaces;
        if (from < 0) {
            return;
        }
        int end = endLine > line ? spaces + shown.length() + 1 : endColumn;
        int count = Math.max(1, end - column);
        report.append(INDENT);
        for (int i = 0; i < from; i++) {
            boolean tab = i < shown.length() && shown.charAt(i) == '\t';
            report.append(tab ? '\t' : ' ');
        }
        report.append("^".repeat(count)).append('\n');
    }
}
