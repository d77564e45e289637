package dev.polyloom.python.runtime.re;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.text.Kinds;
import dev.polyloom.python.runtime.text.Repr;
import dev.polyloom.python.runtime.text.Str;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a pattern in Python's language and writes it in that of {@link java.util.regex.Pattern}.
 *
 * <p>What differs between the two is written out, so that the only flag left to Java is the one for
 * upper and lower case: anchors and boundaries become looks to either side, classes become sets of
 * Unicode's categories, names of groups become numbers. A condition asks for an empty group that
 * stands at the end of the group it names, and so is set when that one is; such groups are there
 * only in patterns with conditions.
 */
final class Translator {
    private static final String ANY = "[\\x{0}-\\x{10FFFF}]";
    private static final int KINDS = Flags.ASCII | Flags.UNICODE | Flags.LOCALE;
    private static final long MOST_REPEATS = 4294967295L;

    final Map<String, Integer> names = new LinkedHashMap<>();

    /** The number in Java of each group. */
    final List<Integer> numbers = new ArrayList<>(List.of(0));

    /** The groups in the order in which they end. */
    final List<Integer> ends = new ArrayList<>();

    final String java;
    int flags;

    private final Source source;
    private final Map<Integer, Integer> markers = new LinkedHashMap<>();
    private final List<Long[]> widths = new ArrayList<>();
    private final boolean conditions;
    private int groups;
    private int looksBehind;
    private int outside;

    Translator(String pattern, int flags) {
        source = new Source(pattern);
        conditions = pattern.contains("(?(");
        widths.add(new Long[] {0L, 0L});
        this.flags = flags;
        leadingFlags();
        if ((this.flags & Flags.ASCII) == 0) {
            this.flags |= Flags.UNICODE;
        }
        Part all = alternatives();
        if (source.peek() != Source.END) {
            throw source.error("unbalanced parenthesis", source.at);
        }
        boolean any = (this.flags & Flags.IGNORE_CASE) != 0;
        java = any ? "(?" + caseFlags() + ")" + all.java() : all.java();
    }

    private String caseFlags() {
        return is(Flags.ASCII) ? "i" : "iu";
    }

    private boolean is(int flag) {
        return (flags & flag) != 0;
    }

    /** Takes up the flags for the whole pattern before anything is read that depends on them. */
    private void leadingFlags() {
        while (source.peek() == '(' && source.peek(1) == '?' && Flags.of(source.peek(2)) != 0) {
            int begin = source.at;
            int found = 0;
            source.at += 2;
            while (Flags.of(source.peek()) != 0) {
                found |= Flags.of(source.next());
            }
            checkKinds(found);
            if (!source.take(')')) {
                source.at = begin;
                return;
            }
            flags |= found;
        }
    }

    private Part alternatives() {
        Part part = sequence();
        while (source.take('|')) {
            part = part.or(sequence());
        }
        return part;
    }

    private Part sequence() {
        Part done = Part.item("", 0, 0);
        Part last = null;
        while (source.peek() != Source.END && source.peek() != '|' && source.peek() != ')') {
            if (is(Flags.VERBOSE) && skipped()) {
                continue;
            }
            int begin = source.at;
            int c = source.next();
            Part next;
            if (isRepeat(c)) {
                next = repeated(last, c, begin);
                last = null;
            } else {
                next = item(c, begin);
            }
            if (next != null) {
                done = last == null ? done : done.then(last);
                last = next;
            }
        }
        return last == null ? done : done.then(last);
    }

    private boolean skipped() {
        int c = source.peek();
        if (c == '#') {
            while (source.peek() != Source.END && source.next() != '\n') {}
            return true;
        }
        boolean space = c == ' ' || (c >= 9 && c <= 13);
        source.at += space ? 1 : 0;
        return space;
    }

    private boolean isRepeat(int c) {
        if (c != '{') {
            return c == '*' || c == '+' || c == '?';
        }
        int begin = source.at;
        String least = source.digits(10, Integer.MAX_VALUE);
        boolean range = source.take(',');
        if (range) {
            source.digits(10, Integer.MAX_VALUE);
        }
        boolean closed = source.peek() == '}' && (range || !least.isEmpty());
        source.at = begin;
        return closed;
    }

    private Part repeated(@Nullable Part item, int c, int begin) {
        long least = c == '+' ? 1 : 0;
        long most = c == '?' ? 1 : Part.ENDLESS;
        String quantifier = Str.of(c);
        if (c == '{') {
            String from = source.digits(10, Integer.MAX_VALUE);
            boolean range = source.take(',');
            String to = range ? source.digits(10, Integer.MAX_VALUE) : from;
            source.at++;
            least = from.isEmpty() ? 0 : count(from);
            most = to.isEmpty() ? Part.ENDLESS : count(to);
            if (most < least) {
                throw source.error("min repeat greater than max repeat", begin + 1);
            }
            quantifier = "{" + least + "," + (to.isEmpty() ? "" : most) + "}";
        }
        if (item == null || item.kind() == Part.Kind.PLACE) {
            throw source.error("nothing to repeat", begin);
        }
        if (item.kind() == Part.Kind.REPEATED) {
            throw source.error("multiple repeat", begin);
        }
        String how = source.take('?') ? "?" : source.take('+') ? "+" : "";
        return item.repeated(quantifier + how, least, most);
    }

    private static long count(String digits) {
        if (digits.length() > 10 || Long.parseLong(digits) >= MOST_REPEATS) {
            throw Fault.overflow("the repetition number is too large");
        }
        return Math.min(Long.parseLong(digits), Part.ENDLESS);
    }

    private @Nullable Part item(int c, int begin) {
        return switch (c) {
            case '\\' -> escape(begin);
            case '[' -> new SetReader(source, flags).read(begin);
            case '.' -> Part.one(is(Flags.DOT_ALL) ? ANY : "[^\\n]");
            case '^' -> Part.place(is(Flags.MULTI_LINE) ? "(?<![^\\n])" : "\\A");
            case '$' -> Part.place(is(Flags.MULTI_LINE) ? "(?![^\\n])" : "(?=\\n?\\z)");
            case '(' -> group(begin);
            default -> Part.one(Escapes.literal(c));
        };
    }

    @SuppressWarnings("RefactorSwitch")
    private Part escape(int begin) {
        int c = source.peek();
        String place = place(c);
        if (place != null) {
            source.at++;
            return Part.place(place);
        }
        String set = Escapes.category(c, is(Flags.ASCII));
        if (set != null) {
            source.at++;
            return Part.one("[" + (Character.isUpperCase(c) ? "^" : "") + set + "]");
        }
        return c >= '1' && c <= '9'
                ? reference(begin)
                : Part.one(Escapes.literal(Escapes.read(source, begin, false)));
    }

    private @Nullable String place(int c) {
        String w = "[" + Escapes.word(is(Flags.ASCII)) + "]";
        return switch (c) {
            case 'A' -> "\\A";
            case 'Z' -> "\\z";
            case 'b' -> "(?:(?<=" + w + ")(?!" + w + ")|(?<!" + w + ")(?=" + w + "))";
            case 'B' -> "(?!\\A\\z)(?:(?<=" + w + ")(?=" + w + ")|(?<!" + w + ")(?!" + w + "))";
            default -> null;
        };
    }

    private Part reference(int begin) {
        int octal = Escapes.octal(source, begin);
        if (octal >= 0) {
            return Part.one(Escapes.literal(octal));
        }
        int number = Integer.parseInt(source.digits(10, 2));
        if (number > groups) {
            throw source.error("invalid group reference " + number, begin + 1);
        }
        return reference(number, begin);
    }

    private Part reference(int number, int begin) {
        if (!ends.contains(number)) {
            throw source.error("cannot refer to an open group", begin);
        }
        if (looksBehind > 0 && ends.indexOf(number) >= outside) {
            throw source.error(
                    "cannot refer to group defined in the same lookbehind subpattern", source.at);
        }
        Long[] width = widths.get(number);
        return Part.item("(?:\\" + numbers.get(number) + ")", width[0], width[1]);
    }

    private @Nullable Part group(int begin) {
        if (!source.take('?')) {
            return capture(null, begin);
        }
        int at = source.at;
        int c = source.next();
        return switch (c) {
            case Source.END -> throw source.error("unexpected end of pattern", at);
            case 'P' -> named(begin);
            case ':' -> wrapped("(?:", begin, flags);
            case '>' -> wrapped("(?>", begin, flags);
            case '#' -> comment(begin);
            case '=', '!' -> look("(?" + (char) c, begin);
            case '<' -> behind(begin);
            case '(' -> condition(begin);
            default -> {
                if (c != '-' && Flags.of(c) == 0) {
                    throw source.error("unknown extension ?" + Str.of(c), begin + 1);
                }
                source.at = at;
                yield scopedFlags(begin);
            }
        };
    }

    private Part closed(String java, Part inner, int begin) {
        if (!source.take(')')) {
            throw source.error("missing ), unterminated subpattern", begin);
        }
        return Part.item(java + inner.java() + ")", inner.least(), inner.most());
    }

    private Part wrapped(String open, int begin, int inside) {
        int outer = flags;
        flags = inside;
        Part inner = alternatives();
        flags = outer;
        return closed(open, inner, begin);
    }

    private @Nullable Part comment(int begin) {
        while (source.peek() != ')') {
            if (source.next() == Source.END) {
                throw source.error("missing ), unterminated comment", begin);
            }
        }
        source.at++;
        return null;
    }

    private Part look(String open, int begin) {
        Part inner = closed(open, alternatives(), begin);
        return Part.item(inner.java(), 0, 0);
    }

    private Part behind(int begin) {
        int at = source.at;
        int c = source.next();
        if (c == Source.END) {
            throw source.error("unexpected end of pattern", at);
        }
        if (c != '=' && c != '!') {
            throw source.error("unknown extension ?<" + Str.of(c), begin + 1);
        }
        if (looksBehind++ == 0) {
            outside = ends.size();
        }
        Part inner = closed("(?<" + (char) c, alternatives(), begin);
        looksBehind--;
        if (inner.least() != inner.most()) {
            throw Fault.of("error", "look-behind requires fixed-width pattern");
        }
        return Part.item(inner.java(), 0, 0);
    }

    private Part named(int begin) {
        int at = source.at;
        if (source.take('<')) {
            String name = source.until('>', "group name");
            checkName(name, at + 1);
            return capture(name, begin);
        }
        if (source.take('=')) {
            String name = source.until(')', "group name");
            checkName(name, at + 1);
            Integer number = names.get(name);
            if (number == null) {
                throw unknown(name, at + 1);
            }
            return reference(number, at + 1);
        }
        int c = source.next();
        throw c == Source.END
                ? source.error("unexpected end of pattern", at)
                : source.error("unknown extension ?P" + Str.of(c), begin + 1);
    }

    private void checkName(String name, int at) {
        if (!Kinds.isIdentifier(name)) {
            throw source.error("bad character in group name " + Repr.of(name), at);
        }
    }

    private RuntimeException unknown(String name, int at) {
        return source.error("unknown group name " + Repr.of(name), at);
    }

    private Part capture(@Nullable String name, int begin) {
        int number = ++groups;
        if (name != null) {
            Integer before = names.putIfAbsent(name, number);
            if (before != null) {
                throw source.error(
                        "redefinition of group name "
                                + Repr.of(name)
                                + " as group "
                                + number
                                + "; was group "
                                + before,
                        begin + 4);
            }
        }
        numbers.add(number + markers.size());
        widths.add(new Long[] {0L, Part.ENDLESS});
        int outer = flags;
        Part inner = alternatives();
        flags = outer;
        if (conditions) {
            inner =
                    Part.item("(?:" + inner.java() + ")", inner.least(), inner.most())
                            .then(Part.item("()", 0, 0));
            markers.put(number, groups + markers.size() + 1);
        }
        Part part = closed("(", inner, begin);
        widths.set(number, new Long[] {part.least(), part.most()});
        ends.add(number);
        return part;
    }

    private Part condition(int begin) {
        int at = source.at;
        String name = source.until(')', "group name");
        Integer number = names.get(name);
        if (name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            number = name.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(name);
            if (number == 0) {
                throw source.error("bad group number", at);
            }
            if (number > groups) {
                throw source.error("invalid group reference " + name, at);
            }
        } else if (number == null) {
            checkName(name, at);
            throw unknown(name, at);
        }
        Part yes = sequence();
        Part no = Part.item("", 0, 0);
        if (source.take('|')) {
            no = sequence();
            if (source.peek() == '|') {
                throw source.error("conditional backref with more than two branches", source.at);
            }
        }
        Integer marker = markers.get(number);
        String set = marker == null ? "(?!)" : "(?:\\" + marker + ")";
        Part either =
                Part.item(set + yes.java(), yes.least(), yes.most())
                        .or(Part.item("(?!" + set + ")" + no.java(), no.least(), no.most()));
        return closed("(?:", either, begin);
    }

    private Part scopedFlags(int begin) {
        int on = letters();
        checkKinds(on);
        int off = 0;
        if (source.take('-')) {
            off = letters();
            if ((off & KINDS) != 0) {
                throw source.error(
                        "bad inline flags: cannot turn off flags 'a', 'u' and 'L'", source.at);
            }
            if (off == 0 || source.peek() != ':') {
                throw wrongFlag(off == 0 ? "missing flag" : "missing :");
            }
        } else if (source.peek() == ')') {
            throw source.error("global flags not at the start of the expression", begin);
        }
        if (!source.take(':')) {
            throw wrongFlag("missing -, : or )");
        }
        if ((on & off) != 0) {
            throw source.error("bad inline flags: flag turned on and off", source.at - 1);
        }
        int base = (on & KINDS) != 0 ? flags & ~KINDS : flags;
        int inside = (base | on) & ~off;
        boolean ignoring = (inside & Flags.IGNORE_CASE) != 0;
        boolean unicode = (inside & Flags.ASCII) == 0;
        return wrapped(ignoring ? unicode ? "(?iu:" : "(?i:" : "(?-i:", begin, inside);
    }

    private RuntimeException wrongFlag(String missing) {
        int c = source.peek();
        boolean letter = c != Source.END && Character.isLetter(c);
        return source.error(letter ? "unknown flag" : missing, source.at);
    }

    private void checkKinds(int found) {
        if ((found & Flags.LOCALE) != 0) {
            throw source.error(
                    "bad inline flags: cannot use 'L' flag with a str pattern", source.at);
        }
        if (Integer.bitCount(found & KINDS) > 1) {
            throw source.error(
                    "bad inline flags: flags 'a', 'u' and 'L' are incompatible", source.at);
        }
    }

    private int letters() {
        int found = 0;
        while (Flags.of(source.peek()) != 0) {
            found |= Flags.of(source.next());
        }
        return found;
    }
}
