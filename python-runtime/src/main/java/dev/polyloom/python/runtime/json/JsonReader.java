package dev.polyloom.python.runtime.json;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.text.Str;
import java.util.ArrayList;
import java.util.List;

/** {@code json.loads}. An instance reads once, in one thread. */
public final class JsonReader {
    private static final int MOST_DEPTH = 990;

    private final String text;
    private final boolean strict;
    private final JsonBuilder builder;
    private int at;
    private int depth;

    private JsonReader(String text, boolean strict, JsonBuilder builder) {
        this.text = text;
        this.strict = strict;
        this.builder = builder;
    }

    /**
     * Reads a text that is one value.
     *
     * @param strict whether control characters in strings are wrong
     * @throws RuntimeException JSONDecodeError with the place, RecursionError
     */
    public static Object read(String text, boolean strict, JsonBuilder builder) {
        if (text.startsWith("\uFEFF")) {
            throw error(text, "Unexpected UTF-8 BOM (decode using utf-8-sig)", 0);
        }
        JsonReader reader = new JsonReader(text, strict, builder);
        reader.skip();
        Object value = reader.value();
        reader.skip();
        if (reader.at < text.length()) {
            throw reader.error("Extra data", reader.at);
        }
        return value;
    }

    /** A value, and the index of the code point behind it. */
    public record Prefix(Object value, int end) {}

    /**
     * Does {@code raw_decode}: reads the value that begins at the index of a code point.
     *
     * @throws RuntimeException JSONDecodeError with the place, RecursionError
     */
    public static Prefix readPrefix(String text, int index, JsonBuilder builder) {
        JsonReader reader = new JsonReader(text, true, builder);
        reader.at = text.offsetByCodePoints(0, Math.min(index, Str.length(text)));
        Object value = reader.value();
        return new Prefix(value, text.codePointCount(0, reader.at));
    }

    private RuntimeException error(String what, int place) {
        return error(text, what, place);
    }

    private static RuntimeException error(String text, String what, int place) {
        String before = text.substring(0, place);
        int lines = 1 + (int) before.chars().filter(c -> c == '\n').count();
        String line = before.substring(before.lastIndexOf('\n') + 1);
        return Fault.of(
                "JSONDecodeError",
                what
                        + ": line "
                        + lines
                        + " column "
                        + (Str.length(line) + 1)
                        + " (char "
                        + Str.length(before)
                        + ")");
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : -1;
    }

    private void skip() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private Object value() {
        return switch (peek()) {
            case '"' -> string();
            case '{' -> nested("object");
            case '[' -> nested("array");
            case 'n' -> word("null", None.NONE);
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'N' -> constant("NaN");
            case 'I' -> constant("Infinity");
            default -> number();
        };
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw error("Expecting value", at);
        }
        at += word.length();
        return value;
    }

    private Object constant(String name) {
        word(name, name);
        return builder.constant(name);
    }

    private Object nested(String what) {
        if (++depth > MOST_DEPTH) {
            throw Fault.of(
                    "RecursionError",
                    "maximum recursion depth exceeded while decoding a JSON "
                            + what
                            + " from a unicode string");
        }
        at++;
        skip();
        Object value = what.equals("array") ? array() : object();
        depth--;
        return value;
    }

    private Object array() {
        List<Object> items = new ArrayList<>();
        if (peek() == ']') {
            at++;
            return builder.array(items);
        }
        while (true) {
            items.add(value());
            if (isLast(']')) {
                return builder.array(items);
            }
        }
    }

    private Object object() {
        List<String> keys = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        if (peek() == '}') {
            at++;
            return builder.object(keys, values);
        }
        while (true) {
            if (peek() != '"') {
                throw error("Expecting property name enclosed in double quotes", at);
            }
            keys.add(string());
            skip();
            if (peek() != ':') {
                throw error("Expecting ':' delimiter", at);
            }
            at++;
            skip();
            values.add(value());
            if (isLast('}')) {
                return builder.object(keys, values);
            }
        }
    }

    /** Reads what is between two members, and returns whether that is the end. */
    private boolean isLast(char end) {
        skip();
        if (peek() == end) {
            at++;
            return true;
        }
        if (peek() != ',') {
            throw error("Expecting ',' delimiter", at);
        }
        at++;
        skip();
        return false;
    }

    private Object number() {
        int begin = at;
        boolean negative = peek() == '-';
        at += negative ? 1 : 0;
        if (negative && peek() == 'I' && text.startsWith("Infinity", at)) {
            at += "Infinity".length();
            return builder.constant("-Infinity");
        }
        if (peek() == '0') {
            at++;
        } else if (digits() == 0) {
            at = begin;
            throw error("Expecting value", begin);
        }
        boolean real = fraction();
        real |= exponent();
        String number = text.substring(begin, at);
        return real ? builder.real(number) : builder.integer(number);
    }

    private boolean fraction() {
        int begin = at;
        if (peek() == '.') {
            at++;
            if (digits() > 0) {
                return true;
            }
        }
        at = begin;
        return false;
    }

    private boolean exponent() {
        int begin = at;
        if (peek() == 'e' || peek() == 'E') {
            at++;
            at += peek() == '+' || peek() == '-' ? 1 : 0;
            if (digits() > 0) {
                return true;
            }
        }
        at = begin;
        return false;
    }

    private int digits() {
        int begin = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        return at - begin;
    }

    private String string() {
        int begin = at++;
        StringBuilder out = new StringBuilder();
        while (true) {
            int c = peek();
            if (c < 0) {
                throw error("Unterminated string starting at", begin);
            }
            at++;
            if (c == '"') {
                return out.toString();
            }
            if (c == '\\') {
                escape(out, begin);
            } else if (c < ' ' && strict) {
                throw error("Invalid control character at", at - 1);
            } else {
                out.append((char) c);
            }
        }
    }

    private void escape(StringBuilder out, int begin) {
        int c = peek();
        if (c < 0) {
            throw error("Unterminated string starting at", begin);
        }
        at++;
        switch (c) {
            case '"', '\\', '/' -> out.append((char) c);
            case 'b' -> out.append('\b');
            case 'f' -> out.append('\f');
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case 't' -> out.append('\t');
            case 'u' -> out.append(unit());
            default -> throw error("Invalid \\escape", at - 2);
        }
    }

    private char unit() {
        if (at + 4 >= text.length()) {
            throw error("Invalid \\uXXXX escape", at - 1);
        }
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int c = text.charAt(at + i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw error("Invalid \\uXXXX escape", at - 1);
            }
            value = value << 4 | digit;
        }
        at += 4;
        return (char) value;
    }
}
