package dev.polyloom.python.parse;

import dev.polyloom.python.PythonSyntaxException;
import dev.polyloom.python.PythonSyntaxException.Place;
import dev.polyloom.python.ast.Span;
import java.util.List;

/**
 * The text of a program, with line feeds as the only ends of lines.
 *
 * @param name what messages call it
 * @param text the text
 * @param lines its lines, without their ends
 */
public record SourceText(String name, String text, List<String> lines) {
    /** Makes one of a text with any ends of lines. */
    public static SourceText of(String name, String text) {
        String plain = text.replace("\r\n", "\n").replace('\r', '\n');
        return new SourceText(name, plain, List.of(plain.split("\n", -1)));
    }

    /** Returns the line with the number, from 1, or an empty text where there is none. */
    public String line(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    /** Returns the text of a span that begins and ends in one line. */
    public String part(Span span) {
        String line = line(span.line());
        int length = line.codePointCount(0, line.length());
        int from = Math.clamp(span.column(), 0, length);
        int to =
                span.endLine() == span.line() ? Math.clamp(span.endColumn(), from, length) : length;
        return line.substring(line.offsetByCodePoints(0, from), line.offsetByCodePoints(0, to));
    }

    /** Returns an error that Python would raise at a span. */
    public PythonSyntaxException error(String kind, String problem, Span span) {
        Place place =
                new Place(span.line(), span.column() + 1, span.endLine(), span.endColumn() + 1);
        return new PythonSyntaxException(kind, name, problem, place, line(span.line()));
    }
}
