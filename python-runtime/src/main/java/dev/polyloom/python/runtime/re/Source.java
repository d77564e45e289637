package dev.polyloom.python.runtime.re;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.text.Str;

/** The text of a pattern or a template, read code point by code point. */
final class Source {
    static final int END = -1;

    private final int[] text;
    int at;

    Source(String text) {
        this.text = text.codePoints().toArray();
    }

    int peek() {
        return peek(0);
    }

    int peek(int ahead) {
        return at + ahead < text.length ? text[at + ahead] : END;
    }

    int next() {
        return at < text.length ? text[at++] : END;
    }

    boolean take(int wanted) {
        boolean found = peek() == wanted;
        at += found ? 1 : 0;
        return found;
    }

    /** Reads as many of the digits of the base as there are, but no more than so many. */
    String digits(int base, int most) {
        int begin = at;
        while (at - begin < most && peek() < 128 && Character.digit(peek(), base) >= 0) {
            at++;
        }
        return part(begin, at);
    }

    /** Reads a name that ends with the terminator, and the terminator. */
    String until(int terminator, String what) {
        int begin = at;
        while (peek() != terminator) {
            if (next() == END) {
                throw begin == at
                        ? error("missing " + what, begin)
                        : error("missing " + Str.of(terminator) + ", unterminated name", begin);
            }
        }
        String name = part(begin, at);
        at++;
        if (name.isEmpty()) {
            throw error("missing " + what, begin);
        }
        return name;
    }

    String part(int begin, int end) {
        return new String(text, begin, end - begin);
    }

    /** Makes the {@code re.error} with the message and the place. */
    RuntimeException error(String text, int position) {
        String where = text + " at position " + position;
        int line = 1;
        int column = position + 1;
        boolean several = false;
        for (int i = 0; i < this.text.length; i++) {
            if (this.text[i] == '\n') {
                several = true;
                if (i < position) {
                    line++;
                    column = position - i;
                }
            }
        }
        return Fault.of(
                "error", several ? where + " (line " + line + ", column " + column + ")" : where);
    }
}
