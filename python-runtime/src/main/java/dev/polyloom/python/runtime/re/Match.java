package dev.polyloom.python.runtime.re;

import dev.polyloom.python.runtime.text.Repr;
import dev.polyloom.python.runtime.text.Str;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** A {@code re.Match}. Positions are those of code points. Immutable and thread-safe. */
public final class Match {
    private static final int SHOWN = 50;

    private final Regex regex;
    private final Regex.Subject subject;
    private final MatchResult result;

    Match(Regex regex, Regex.Subject subject, MatchResult result) {
        this.regex = regex;
        this.subject = subject;
        this.result = result;
    }

    /** Returns {@code re}. */
    public Regex regex() {
        return regex;
    }

    /** Returns {@code string}. */
    public String string() {
        return subject.text;
    }

    /** Returns {@code pos}. */
    public int position() {
        return subject.index(subject.begin);
    }

    /** Returns {@code endpos}. */
    public int endPosition() {
        return subject.index(subject.end);
    }

    int startOffset() {
        return result.start();
    }

    int endOffset() {
        return result.end();
    }

    private int number(long group) {
        if (group < 0 || group > regex.groups()) {
            throw Regex.noGroup();
        }
        return regex.number((int) group);
    }

    /**
     * Returns {@code group(group)}; null is None.
     *
     * @throws RuntimeException IndexError
     */
    public @Nullable String group(long group) {
        return result.group(number(group));
    }

    /**
     * Returns {@code group(name)}; null is None.
     *
     * @throws RuntimeException IndexError
     */
    public @Nullable String group(String name) {
        return group(regex.group(name));
    }

    /** Returns {@code groups()}; null is None. */
    public List<@Nullable String> groups() {
        List<@Nullable String> groups = new ArrayList<>();
        for (int i = 1; i <= regex.groups(); i++) {
            groups.add(group(i));
        }
        return groups;
    }

    /** Returns {@code groupdict()}; null is None. */
    public Map<String, @Nullable String> named() {
        Map<String, @Nullable String> named = new LinkedHashMap<>();
        regex.groupIndex().forEach((name, number) -> named.put(name, group(number)));
        return named;
    }

    /**
     * Returns the number of the group with the name.
     *
     * @throws RuntimeException IndexError
     */
    public int index(String name) {
        return regex.group(name);
    }

    /**
     * Returns {@code start(group)}, -1 for a group that took no part.
     *
     * @throws RuntimeException IndexError
     */
    public int start(long group) {
        return subject.index(result.start(number(group)));
    }

    /**
     * Returns {@code end(group)}, -1 for a group that took no part.
     *
     * @throws RuntimeException IndexError
     */
    public int end(long group) {
        return subject.index(result.end(number(group)));
    }

    /** Returns {@code lastindex}; null is None. */
    public @Nullable Integer lastIndex() {
        Integer last = null;
        for (int group : regex.ends()) {
            int end = result.end(regex.number(group));
            if (end >= 0 && (last == null || end >= result.end(regex.number(last)))) {
                last = group;
            }
        }
        return last;
    }

    /** Returns {@code lastgroup}; null is None. */
    public @Nullable String lastGroup() {
        Integer last = lastIndex();
        for (Map.Entry<String, Integer> name : regex.groupIndex().entrySet()) {
            if (name.getValue().equals(last)) {
                return name.getKey();
            }
        }
        return null;
    }

    /**
     * Returns {@code expand(template)}.
     *
     * @throws RuntimeException re.error, IndexError
     */
    public String expand(String template) {
        return Template.parse(template, regex).expand(this);
    }

    /** Returns {@code repr(match)}. */
    @Override
    public String toString() {
        String shown = Repr.of(result.group());
        return "<re.Match object; span=("
                + start(0)
                + ", "
                + end(0)
                + "), match="
                + (Str.length(shown) > SHOWN ? Str.slice(shown, 0, SHOWN) : shown)
                + ">";
    }
}
