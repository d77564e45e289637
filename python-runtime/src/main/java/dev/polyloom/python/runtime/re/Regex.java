package dev.polyloom.python.runtime.re;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.text.Repr;
import dev.polyloom.python.runtime.text.Str;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code re.Pattern}. Positions are those of code points; a position before the text is its
 * beginning, one behind it its end. Immutable and thread-safe.
 */
public final class Regex {
    private static final int MOST_CACHED = 512;
    private static final int SHOWN = 200;
    private static final Map<Key, Regex> CACHE = new ConcurrentHashMap<>();

    private final String source;
    private final int flags;
    private final Pattern pattern;
    private final Map<String, Integer> names;
    private final List<Integer> numbers;
    private final List<Integer> ends;

    /** The pattern for matches that are not empty, made when it is needed. */
    private volatile @Nullable Pattern notEmpty;

    private record Key(String pattern, int flags) {}

    private Regex(String source, Translator translated) {
        this.source = source;
        flags = translated.flags;
        pattern = Pattern.compile(translated.java);
        names = Collections.unmodifiableMap(translated.names);
        numbers = List.copyOf(translated.numbers);
        ends = List.copyOf(translated.ends);
    }

    /**
     * Returns {@code re.compile(pattern, flags)}.
     *
     * @param flags the sum of constants of {@link Flags}
     * @throws RuntimeException re.error, with the message and the place
     */
    public static Regex compile(String pattern, int flags) {
        Key key = new Key(pattern, flags);
        Regex known = CACHE.get(key);
        if (known == null) {
            known = new Regex(pattern, new Translator(pattern, flags));
            if (CACHE.size() >= MOST_CACHED) {
                CACHE.clear();
            }
            CACHE.put(key, known);
        }
        return known;
    }

    /** Returns {@code re.escape(text)}. */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if ("()[]{}?*+-|^$\\.&~# \t\n\r\u000B\f".indexOf(text.charAt(i)) >= 0) {
                out.append('\\');
            }
            out.append(text.charAt(i));
        }
        return out.toString();
    }

    /** Returns {@code pattern}. */
    public String pattern() {
        return source;
    }

    /** Returns {@code flags}. */
    public int flags() {
        return flags;
    }

    /** Returns {@code groups}. */
    public int groups() {
        return numbers.size() - 1;
    }

    /** Returns {@code groupindex}, in the order of the groups. */
    public Map<String, Integer> groupIndex() {
        return names;
    }

    /** Returns the number of a group in Java's pattern. */
    int number(int group) {
        return numbers.get(group);
    }

    /** Returns the groups in the order in which they end in the pattern. */
    List<Integer> ends() {
        return ends;
    }

    /** Returns {@code repr(pattern)}. */
    @Override
    public String toString() {
        String shown = Repr.of(source);
        String names = Flags.names(flags);
        return "re.compile("
                + (Str.length(shown) > SHOWN ? Str.slice(shown, 0, SHOWN) : shown)
                + (names.isEmpty() ? "" : ", " + names)
                + ")";
    }

    private enum Way {
        SEARCH,
        PREFIX,
        WHOLE
    }

    /** Returns {@code search(text, begin, end)}, or null. */
    public @Nullable Match search(String text, long begin, long end) {
        return first(text, begin, end, Way.SEARCH);
    }

    /** Returns {@code match(text, begin, end)}, or null. */
    public @Nullable Match match(String text, long begin, long end) {
        return first(text, begin, end, Way.PREFIX);
    }

    /** Returns {@code fullmatch(text, begin, end)}, or null. */
    public @Nullable Match fullMatch(String text, long begin, long end) {
        return first(text, begin, end, Way.WHOLE);
    }

    private @Nullable Match first(String text, long begin, long end, Way way) {
        Subject subject = new Subject(text, begin, end);
        if (subject.begin > subject.end) {
            return null;
        }
        Matcher matcher = matcher(subject);
        boolean found =
                switch (way) {
                    case SEARCH -> matcher.find();
                    case PREFIX -> matcher.lookingAt();
                    case WHOLE -> matcher.matches();
                };
        return found ? new Match(this, subject, matcher.toMatchResult()) : null;
    }

    /** What is searched, with positions as indexes of chars. */
    static final class Subject {
        final String text;
        final int begin;
        final int end;
        final boolean direct;

        Subject(String text, long begin, long end) {
            this.text = text;
            int length = Str.length(text);
            direct = length == text.length();
            int from = Math.clamp(begin, 0, length);
            int to = Math.clamp(end, 0, length);
            this.begin = direct ? from : text.offsetByCodePoints(0, from);
            this.end = direct ? to : text.offsetByCodePoints(0, to);
        }

        int index(int offset) {
            return offset <= 0 || direct ? offset : text.codePointCount(0, offset);
        }
    }

    private Matcher matcher(Subject subject) {
        String seen =
                subject.end == subject.text.length()
                        ? subject.text
                        : subject.text.substring(0, subject.end);
        return pattern.matcher(seen)
                .useTransparentBounds(true)
                .useAnchoringBounds(false)
                .region(subject.begin, subject.end);
    }

    /**
     * Returns the matches that {@code finditer(text, begin, end)} goes through.
     *
     * @return a new list
     */
    public List<Match> findAll(String text, long begin, long end) {
        return matches(new Subject(text, begin, end), Long.MAX_VALUE);
    }

    private List<Match> matches(Subject subject, long most) {
        List<Match> found = new ArrayList<>();
        if (subject.begin > subject.end) {
            return found;
        }
        Matcher matcher = matcher(subject);
        int from = subject.begin;
        while (found.size() < most) {
            matcher.region(from, subject.end);
            if (!matcher.find()) {
                break;
            }
            found.add(new Match(this, subject, matcher.toMatchResult()));
            from = matcher.end();
            if (matcher.start() == from) {
                if (from == subject.end) {
                    break;
                }
                Match next = notEmptyAt(subject, from);
                if (next != null && found.size() < most) {
                    found.add(next);
                    from = next.endOffset();
                } else {
                    from += Character.charCount(subject.text.codePointAt(from));
                }
            }
        }
        return found;
    }

    /** Looks for a match that begins where an empty one was, and is not empty itself. */
    private @Nullable Match notEmptyAt(Subject subject, int from) {
        Matcher longer =
                notEmpty()
                        .matcher(subject.text.substring(0, subject.end))
                        .useTransparentBounds(true)
                        .useAnchoringBounds(false)
                        .region(from, subject.end);
        return longer.lookingAt() ? new Match(this, subject, longer.toMatchResult()) : null;
    }

    private Pattern notEmpty() {
        Pattern made = notEmpty;
        if (made == null) {
            made = Pattern.compile("(?:" + pattern.pattern() + ")(?!\\G)");
            notEmpty = made;
        }
        return made;
    }

    /**
     * Returns {@code findall(text, begin, end)}: for each match the whole of it where there are no
     * groups, else all groups; a group that took no part is empty.
     *
     * @return a new list
     */
    public List<List<String>> findAllTexts(String text, long begin, long end) {
        List<List<String>> all = new ArrayList<>();
        for (Match match : findAll(text, begin, end)) {
            List<String> texts = new ArrayList<>();
            for (int i = Math.min(1, groups()); i <= groups(); i++) {
                String group = match.group(i);
                texts.add(group == null ? "" : group);
            }
            all.add(texts);
        }
        return all;
    }

    /**
     * Returns {@code split(text, most)}.
     *
     * @param most how often it splits at most, 0 for no limit
     * @return a new list, in which null is None
     */
    public List<@Nullable String> split(String text, long most) {
        List<@Nullable String> parts = new ArrayList<>();
        int begin = 0;
        if (most >= 0) {
            Subject subject = new Subject(text, 0, Long.MAX_VALUE);
            for (Match match : matches(subject, most == 0 ? Long.MAX_VALUE : most)) {
                parts.add(text.substring(begin, match.startOffset()));
                for (int i = 1; i <= groups(); i++) {
                    parts.add(match.group(i));
                }
                begin = match.endOffset();
            }
        }
        parts.add(text.substring(begin));
        return parts;
    }

    /** What {@code subn} answers. */
    public record Replaced(String text, int count) {}

    /**
     * Returns {@code subn(replacement, text, most)}.
     *
     * @param replacement a template with references to groups
     * @param most how many it replaces at most, 0 for no limit
     * @throws RuntimeException re.error, IndexError
     */
    public Replaced replace(String replacement, String text, long most) {
        Template template = Template.parse(replacement, this);
        return replace(template::expand, text, most);
    }

    /** Returns {@code subn(function, text, most)}. */
    public Replaced replace(Function<Match, String> replacement, String text, long most) {
        StringBuilder out = new StringBuilder();
        int begin = 0;
        int count = 0;
        if (most >= 0) {
            Subject subject = new Subject(text, 0, Long.MAX_VALUE);
            for (Match match : matches(subject, most == 0 ? Long.MAX_VALUE : most)) {
                out.append(text, begin, match.startOffset()).append(replacement.apply(match));
                begin = match.endOffset();
                count++;
            }
        }
        return new Replaced(out.append(text, begin, text.length()).toString(), count);
    }

    /**
     * Returns the number of the group with the name.
     *
     * @throws RuntimeException IndexError
     */
    int group(String name) {
        Integer number = names.get(name);
        if (number == null) {
            throw noGroup();
        }
        return number;
    }

    /** Makes the error about a group that is not there. */
    static RuntimeException noGroup() {
        return Fault.index("no such group");
    }
}
