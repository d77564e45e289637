package dev.polyloom.python.parse;

import dev.polyloom.python.ast.Span;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings the parser's errors to the words and places of CPython's, where they differ. */
final class Wording {
    private static final int NO_END = -2;
    private static final Pattern CHARACTER =
            Pattern.compile("invalid character '.+' \\(U\\+(\\w+)\\)");
    private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private static final List<String> POINTS =
            List.of(
                    "unterminated ",
                    "unmatched ",
                    "closing parenthesis ",
                    "f-string: expecting '}'",
                    "f-string: single ",
                    "too many nested parentheses");

    private final SourceText source;

    Wording(SourceText source) {
        this.source = source;
    }

    /** An error's words and place. */
    record Said(String problem, Span span) {}

    Said of(String problem, Span at) {
        if (POINTS.stream().anyMatch(problem::startsWith) && at.line() == at.endLine()) {
            boolean more = problem.endsWith("format specs");
            return new Said(problem, more ? at : point(at.line(), at.column()));
        }
        Matcher character = CHARACTER.matcher(problem);
        if (character.matches()) {
            return character(problem, at, Integer.parseInt(character.group(1), 16));
        }
        if (problem.startsWith("invalid ") && problem.endsWith(" literal")) {
            return number(problem, at);
        }
        return problem.startsWith("expected") || problem.startsWith("un")
                ? missing(problem, at)
                : sentence(problem, at);
    }

    private Said character(String problem, Span at, int codePoint) {
        String line = source.line(at.line());
        int found = line.indexOf(Character.toString(codePoint));
        int column = found < 0 ? at.column() : line.codePointCount(0, found);
        String words =
                isPrintable(codePoint)
                        ? problem
                        : "invalid non-printable character U+%04X".formatted(codePoint);
        return new Said(words, point(at.line(), column));
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    private Said number(String problem, Span at) {
        if (problem.startsWith("invalid digit")) {
            return new Said(problem, point(at.line(), at.endColumn()));
        }
        String written = source.part(at);
        boolean imaginary = written.endsWith("j");
        return new Said(
                imaginary ? "invalid imaginary literal" : problem,
                point(at.line(), at.endColumn() - 1));
    }

    private Said missing(String problem, Span at) {
        int line = at.line();
        return switch (problem) {
            case "expected ':'" -> new Said(problem, endOfHeader(at));
            case "expected one or more exception types" ->
                    new Said(problem, new Span(line, at.column() - 1, line, at.endColumn() - 1));
            case "unexpected indent" -> new Said(problem, indented(line));
            case "unindent does not match any outer indentation level" ->
                    new Said(problem, new Span(line, length(line), line, NO_END));
            case "unexpected character after line continuation character" ->
                    new Said(problem, new Span(line, at.column() - 1, line, at.endColumn()));
            case "unexpected EOF while parsing" ->
                    new Said(problem, new Span(line, length(line), line, NO_END));
            default ->
                    new Said(
                            problem,
                            at.column() < 0 ? new Span(line, at.column(), line, NO_END) : at);
        };
    }

    private Said sentence(String problem, Span at) {
        if (problem.startsWith("leading zeros")) {
            return new Said(problem, until(at, at.column() + 1));
        }
        if (problem.startsWith("assignment expression cannot rebind")
                || problem.startsWith("assignment expression within")) {
            Matcher name = IDENTIFIER.matcher(source.part(at));
            String id = name.lookingAt() ? name.group() : "";
            return new Said(
                    problem.replace("%s", id),
                    until(at, at.column() + id.codePointCount(0, id.length())));
        }
        if (problem.startsWith("invalid \\x escape")) {
            return new Said("(value error) " + problem, at);
        }
        if (problem.startsWith("(unicode error)")) {
            return new Said(problem.replaceFirst("(\\d):(\\S)", "$1: $2"), at);
        }
        return switch (problem) {
            case "Invalid star expression" -> new Said("invalid syntax", at);
            case "cannot assign to comparision" -> new Said("cannot assign to comparison", at);
            case "multiple exception types must be parenthesized",
                    "cannot use a starred expression in a dictionary value" ->
                    new Said(problem, until(at, at.endColumn() - 1));
            case "':' expected after dictionary key" -> new Said(problem, until(at, -1));
            case "trailing comma not allowed without surrounding parentheses" ->
                    new Said(
                            problem,
                            new Span(
                                    at.line(),
                                    length(at.line()),
                                    at.line(),
                                    length(at.line()) + 1));
            case "invalid syntax. Perhaps you forgot a comma?",
                    "did you forget parentheses around the comprehension target?" ->
                    Brackets.unclosed(source.text())
                            .map(open ->
                                    new Said(
                                            "'%s' was never closed".formatted(open.what()),
                                            open.span()))
                            .orElse(new Said(problem, at));
            default -> new Said(problem, at);
        };
    }

    /** Returns the end of the line before, where the parser stands at the first text of one. */
    private Span endOfHeader(Span at) {
        int line = at.line();
        if (line == 1 || at.column() != indent(line) || at.column() != at.endColumn()) {
            return at;
        }
        do {
            line--;
        } while (line > 1 && isEmpty(line));
        return new Span(line, length(line), line, length(line) + 1);
    }

    /** Returns the first line from one on that is indented without a reason. */
    private Span indented(int from) {
        int before = 0;
        boolean opens = from > 1;
        for (int line = from; line <= source.lines().size(); line++) {
            if (isEmpty(line)) {
                continue;
            }
            int indent = indent(line);
            if (indent > before && !opens) {
                return new Span(line, indent - 1, line, NO_END);
            }
            before = indent;
            opens = source.line(line).stripTrailing().matches(".*[:\\\\,(\\[{]");
        }
        return new Span(from, 0, from, NO_END);
    }

    private boolean isEmpty(int line) {
        String text = source.line(line).strip();
        return text.isEmpty() || text.startsWith("#");
    }

    private int indent(int line) {
        String text = source.line(line);
        return text.length() - text.stripLeading().length();
    }

    private int length(int line) {
        String text = source.line(line);
        return text.codePointCount(0, text.length());
    }

    private static Span until(Span at, int endColumn) {
        return new Span(at.line(), at.column(), at.endLine(), endColumn);
    }

    private static Span point(int line, int column) {
        return new Span(line, column, line, column);
    }
}
