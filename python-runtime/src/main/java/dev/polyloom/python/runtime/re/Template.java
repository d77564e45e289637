package dev.polyloom.python.runtime.re;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.text.Kinds;
import dev.polyloom.python.runtime.text.Repr;
import java.util.ArrayList;
import java.util.List;

/** What {@code sub} puts in the place of a match: text, and references to groups. Immutable. */
final class Template {
    /** Texts, and numbers of groups. */
    private final List<Object> parts = new ArrayList<>();

    private final StringBuilder literal = new StringBuilder();
    private final Source source;
    private final Regex regex;

    private Template(String template, Regex regex) {
        source = new Source(template);
        this.regex = regex;
        while (source.peek() != Source.END) {
            int begin = source.at;
            int c = source.next();
            if (c == '\\') {
                escape(begin);
            } else {
                literal.appendCodePoint(c);
            }
        }
        parts.add(literal.toString());
    }

    static Template parse(String template, Regex regex) {
        return new Template(template, regex);
    }

    String expand(Match match) {
        StringBuilder out = new StringBuilder();
        for (Object part : parts) {
            String text = part instanceof Integer group ? match.group(group) : (String) part;
            out.append(text == null ? "" : text);
        }
        return out.toString();
    }

    private void escape(int begin) {
        int c = source.next();
        switch (c) {
            case Source.END -> throw source.error("bad escape (end of pattern)", begin);
            case 'g' -> named(begin);
            case '0' -> literal.append((char) octal());
            case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
                source.at--;
                numbered(begin);
            }
            case 'a' -> literal.append('\u0007');
            case 'b' -> literal.append('\b');
            case 'f' -> literal.append('\f');
            case 'n' -> literal.append('\n');
            case 'r' -> literal.append('\r');
            case 't' -> literal.append('\t');
            case 'v' -> literal.append('\u000B');
            case '\\' -> literal.append('\\');
            default -> {
                if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
                    throw source.error("bad escape \\" + (char) c, begin);
                }
                literal.append('\\').appendCodePoint(c);
            }
        }
    }

    private int octal() {
        String digits = source.digits(8, 2);
        return digits.isEmpty() ? 0 : Integer.parseInt(digits, 8);
    }

    private void numbered(int begin) {
        int octal = Escapes.octal(source, begin);
        if (octal >= 0) {
            literal.append((char) octal);
            return;
        }
        add(Integer.parseInt(source.digits(10, 2)), begin + 1);
    }

    private void add(int group, int at) {
        if (group > regex.groups()) {
            throw source.error("invalid group reference " + group, at);
        }
        parts.add(literal.toString());
        literal.setLength(0);
        parts.add(group);
    }

    private void named(int begin) {
        if (!source.take('<')) {
            throw source.error("missing <", begin + 2);
        }
        int at = source.at;
        String name = source.until('>', "group name");
        if (name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            if (name.length() > 9) {
                throw source.error("invalid group reference " + name, at);
            }
            add(Integer.parseInt(name), at);
            return;
        }
        if (!Kinds.isIdentifier(name)) {
            throw source.error("bad character in group name " + Repr.of(name), at);
        }
        Integer group = regex.groupIndex().get(name);
        if (group == null) {
            throw Fault.index("unknown group name " + Repr.of(name));
        }
        add(group, at);
    }
}
