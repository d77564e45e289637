package dev.polyloom.python.translate;

import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Span;
import dev.polyloom.python.parse.SourceText;
import dev.polyloom.python.runtime.object.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Marks calls in Java text with the places of Python that they come from. A mark stands before the
 * bracket of a call: there the line is broken for the compiler, which gives each call a line then.
 */
final class Positions {
    private static final char FROM = '\u0001';
    private static final char TO = '\u0002';

    private final SourceText source;
    private final Map<Position, Integer> numbers = new LinkedHashMap<>();
    private final List<Position> all = new ArrayList<>();

    Positions(SourceText source) {
        this.source = source;
    }

    /** Marks the first call in a text as coming from an expression. */
    String mark(String text, Node node) {
        return mark(text, of(node));
    }

    /** Marks the first call in a text as coming from a place. */
    String mark(String text, Position position) {
        int bracket = bracket(text);
        if (bracket <= 0
                || !Character.isJavaIdentifierPart(text.charAt(bracket - 1))
                || text.charAt(bracket - 1) == TO) {
            return text;
        }
        return text.substring(0, bracket) + mark(position) + text.substring(bracket);
    }

    /** Returns where the first bracket outside of literals opens, or -1. */
    private static int bracket(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '(' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private String mark(Position position) {
        int number =
                numbers.computeIfAbsent(
                        position,
                        key -> {
                            all.add(key);
                            return all.size() - 1;
                        });
        return "" + FROM + number + TO;
    }

    /** Returns a mark after which nothing is shown by tracebacks. */
    String hidden() {
        return mark(Position.NONE);
    }

    /** Returns the place of a node, as a traceback shows it. */
    Position of(Node node) {
        Span at = node.span();
        Position whole = Position.of(at.line(), at.column(), at.endLine(), at.endColumn());
        return switch (node) {
            case Expr.BinOp op when at.line() == at.endLine() -> operator(whole, op);
            case Expr.Subscript item when at.line() == at.endLine() ->
                    whole.pointing(item.value().span().endColumn(), at.endColumn());
            case Expr.Attribute attribute -> named(whole, attribute);
            case Expr.Call call when call.func() instanceof Expr.Attribute attribute -> {
                Position start = named(whole, attribute);
                yield start.line() == attribute.span().endLine()
                        ? start.calling(attribute.span().endColumn())
                        : start;
            }
            default -> whole;
        };
    }

    /** A chain of calls over several lines is shown from the name in the line of the call. */
    private static Position named(Position whole, Expr.Attribute attribute) {
        Span at = attribute.span();
        int length = attribute.attr().codePointCount(0, attribute.attr().length());
        return at.line() == at.endLine()
                ? whole
                : Position.of(
                        at.endLine(), at.endColumn() - length, whole.endLine(), whole.endColumn());
    }

    private Position operator(Position whole, Expr.BinOp op) {
        String line = source.line(whole.line());
        int from = op.left().span().endColumn();
        int end = op.right().span().column();
        int[] points = line.codePoints().toArray();
        while (from < end && from < points.length && Character.isWhitespace(points[from])) {
            from++;
        }
        boolean two =
                from + 1 < end
                        && from + 1 < points.length
                        && !Character.isWhitespace(points[from + 1]);
        return whole.pointing(from, from + (two ? 2 : 1));
    }

    /** Returns a text without marks. */
    static String plain(String text) {
        return text.indexOf(FROM) < 0 ? text : text.replaceAll(FROM + "[0-9]+" + TO, "");
    }

    /** Breaks a line at its marks, and notes for each part where it comes from. */
    void layOut(String text, Position start, List<String> lines, List<Position> origins) {
        Position position = start;
        int begin = 0;
        for (int mark = text.indexOf(FROM); mark >= 0; mark = text.indexOf(FROM, begin)) {
            lines.add(text.substring(begin, mark));
            origins.add(position);
            int end = text.indexOf(TO, mark);
            position = all.get(Integer.parseInt(text, mark + 1, end, 10));
            begin = end + 1;
        }
        lines.add(text.substring(begin));
        origins.add(position);
    }
}
