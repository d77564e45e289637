package dev.polyloom.python.runtime.re;

/** Reads a set in brackets. */
final class SetReader {
    private static final String ANY = "[\\x{0}-\\x{10FFFF}]";

    private final Source source;
    private final boolean ascii;
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder negated = new StringBuilder();

    /** The code point that was read last, or -1 if that was a category. */
    private int code;

    SetReader(Source source, int flags) {
        this.source = source;
        ascii = (flags & Flags.ASCII) != 0;
    }

    /** Reads the set, behind its first bracket. */
    Part read(int begin) {
        boolean not = source.take('^');
        boolean first = true;
        while (first || source.peek() != ']') {
            first = false;
            int at = source.at;
            member(begin);
            int low = code;
            if (source.peek() != '-') {
                add(low);
            } else {
                source.at++;
                if (source.peek() == ']') {
                    add(low);
                    add('-');
                    break;
                }
                range(low, at, begin);
            }
        }
        source.at++;
        return Part.one(java(not));
    }

    private void range(int low, int at, int begin) {
        member(begin);
        if (low < 0 || code < 0 || code < low) {
            throw source.error("bad character range " + source.part(at, source.at), at);
        }
        plain.append(Escapes.literal(low)).append('-').append(Escapes.literal(code));
    }

    private void member(int begin) {
        int at = source.at;
        int c = source.next();
        if (c == Source.END) {
            throw source.error("unterminated character set", begin);
        }
        code = c;
        if (c == '\\') {
            int letter = source.peek();
            if (Escapes.category(letter, ascii) == null) {
                code = Escapes.read(source, at, true);
            } else {
                source.at++;
                code = -letter;
            }
        }
    }

    private void add(int member) {
        if (member >= 0) {
            plain.append(Escapes.literal(member));
            return;
        }
        String set = Escapes.category(-member, ascii);
        if (Character.isUpperCase(-member)) {
            negated.append("|[^").append(set).append(']');
        } else {
            plain.append(set);
        }
    }

    private String java(boolean not) {
        if (negated.isEmpty()) {
            return "[" + (not ? "^" : "") + plain + "]";
        }
        String any = (plain.isEmpty() ? negated.substring(1) : "[" + plain + "]" + negated);
        return not ? "(?:(?!" + any + ")" + ANY + ")" : "(?:" + any + ")";
    }
}
