package dev.polyloom.python.runtime;

import dev.polyloom.python.runtime.re.Match;
import dev.polyloom.python.runtime.re.Regex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RegexTest {
    private static final long END = Long.MAX_VALUE;

    @Test
    void patterns_areAsInPython() {
        new Cases()
                .on("wrong", a -> Regex.compile(s(a, 0), 0).toString())
                .on("search", a -> show(regex(a).search(s(a, 2), 0, END)))
                .on("match", a -> show(regex(a).match(s(a, 2), 0, END)))
                .on("fullmatch", a -> show(regex(a).fullMatch(s(a, 2), 0, END)))
                .on(
                        "bounds",
                        a -> show(Regex.compile(s(a, 0), 0).search(s(a, 1), n(a, 2), n(a, 3))))
                .on("findall", a -> regex(a).findAllTexts(s(a, 2), 0, END))
                .on(
                        "spans",
                        a ->
                                regex(a).findAll(s(a, 2), 0, END).stream()
                                        .map(RegexTest::span)
                                        .toList())
                .on("split", a -> regex(a).split(s(a, 2), n(a, 3)))
                .on(
                        "sub",
                        a -> replaced(Regex.compile(s(a, 0), 0).replace(s(a, 1), s(a, 2), n(a, 3))))
                .on("escape", a -> Regex.escape(s(a, 0)))
                .check("re", 200);
    }

    private static Object replaced(Regex.Replaced replaced) {
        return List.of(replaced.text(), replaced.count());
    }

    private static List<Integer> span(Match match) {
        return List.of(match.start(0), match.end(0));
    }

    private static @Nullable Object show(@Nullable Match match) {
        if (match == null) {
            return null;
        }
        List<Object> spans = new ArrayList<>();
        for (int i = 0; i <= match.regex().groups(); i++) {
            spans.add(List.of(match.start(i), match.end(i)));
        }
        return Arrays.asList(
                match.group(0),
                match.groups(),
                match.named(),
                spans,
                match.lastIndex(),
                match.lastGroup(),
                match.toString());
    }

    private static Regex regex(List<Object> arguments) {
        return Regex.compile(s(arguments, 0), (int) n(arguments, 1));
    }

    private static String s(List<Object> arguments, int index) {
        return (String) arguments.get(index);
    }

    private static long n(List<Object> arguments, int index) {
        return (Long) arguments.get(index);
    }
}
