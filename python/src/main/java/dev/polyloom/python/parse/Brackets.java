package dev.polyloom.python.parse;

import dev.polyloom.python.ast.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds brackets that are opened and never closed. */
final class Brackets {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\"\"\"(?:\\\\.|[^\\\\])*?\"\"\"|'''(?:\\\\.|[^\\\\])*?'''"
                            + "|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])*'"
                            + "|#[^\n]*|[\\[({\\])}]|\n",
                    Pattern.DOTALL);

    private Brackets() {}

    /** A bracket and its place. */
    record Open(String what, Span span) {}

    static Optional<Open> unclosed(String text) {
        Deque<Open> open = new ArrayDeque<>();
        Matcher token = TOKEN.matcher(text);
        int line = 1;
        int start = 0;
        while (token.find()) {
            String what = token.group();
            if ("([{".contains(what)) {
                int column = text.codePointCount(start, token.start());
                open.push(new Open(what, new Span(line, column, line, -1)));
            } else if (")]}".contains(what)) {
                open.poll();
            }
            for (int i = token.start(); i < token.end(); i++) {
                if (text.charAt(i) == '\n') {
                    line++;
                    start = i + 1;
                }
            }
        }
        return Optional.ofNullable(open.peek());
    }
}
