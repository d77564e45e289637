package dev.polyloom.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes programs up: functions of random statements, whose results and exceptions are printed. */
final class RandomProgram {
    private static final int DEEPEST = 3;
    private static final String[] NAMES = {"a", "b", "c", "d"};

    private final Random random;
    private final StringBuilder out = new StringBuilder();
    private int loops;

    private RandomProgram(long seed) {
        random = new Random(seed);
    }

    /** Returns a program of so many cases. */
    static String of(long seed, int cases) {
        RandomProgram made = new RandomProgram(seed);
        for (int i = 0; i < cases; i++) {
            made.function(i);
        }
        made.line(0, "for n, f in enumerate([%s]):".formatted(names(cases)));
        made.line(1, "try:");
        made.line(2, "print(n, repr(f()))");
        made.line(1, "except Exception as e:");
        made.line(2, "print(n, type(e).__name__, e)");
        return made.out.toString();
    }

    private static String names(int cases) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            names.add("f" + i);
        }
        return String.join(", ", names);
    }

    private void line(int depth, String text) {
        out.append("    ".repeat(depth)).append(text).append('\n');
    }

    private String one(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private void function(int number) {
        line(0, "def f%d():".formatted(number));
        line(1, "a = " + integer(1));
        line(1, "b = " + text(1));
        line(1, "c = " + list(1));
        line(1, "d = " + dict(1));
        line(1, "out = []");
        int statements = 2 + random.nextInt(5);
        for (int i = 0; i < statements; i++) {
            statement(1);
        }
        line(1, "return a, b, c, d, out");
    }

    private void statement(int depth) {
        boolean deep = depth > DEEPEST;
        switch (random.nextInt(deep ? 6 : 11)) {
            case 0 -> line(depth, "a = " + integer(0));
            case 1 -> line(depth, "b = " + text(0));
            case 2 -> line(depth, "c = " + list(0));
            case 3 -> line(depth, "d[%s] = %s".formatted(key(), any(0)));
            case 4 -> line(depth, "out.append(%s)".formatted(any(0)));
            case 5 ->
                    line(depth, "a %s= %s".formatted(one("+", "-", "*", "//", "%", "&"), small()));
            case 6 -> {
                line(depth, "if %s:".formatted(condition(0)));
                statement(depth + 1);
                line(depth, "else:");
                statement(depth + 1);
            }
            case 7 -> {
                String i = "i" + loops++;
                line(depth, "for %s in range(%d):".formatted(i, random.nextInt(5)));
                line(depth + 1, "out.append(%s * %s)".formatted(i, small()));
                statement(depth + 1);
            }
            case 8 -> {
                line(depth, "try:");
                statement(depth + 1);
                line(depth + 1, "a = " + integer(0));
                line(
                        depth,
                        "except (%s, TypeError) as e:"
                                .formatted(
                                        one(
                                                "ValueError",
                                                "ZeroDivisionError",
                                                "KeyError",
                                                "IndexError")));
                line(depth + 1, "out.append(str(e))");
                line(depth, "finally:");
                line(depth + 1, "out.append('f')");
            }
            case 9 -> {
                String w = "w" + loops++;
                line(depth, "%s = 0".formatted(w));
                line(depth, "while %s < %d:".formatted(w, random.nextInt(4)));
                line(depth + 1, "%s += 1".formatted(w));
                line(depth + 1, "if %s:".formatted(condition(1)));
                line(depth + 2, one("continue", "break"));
                statement(depth + 1);
            }
            default -> line(depth, "for x in %s: out.append(x)".formatted(list(1)));
        }
    }

    private String any(int depth) {
        return switch (random.nextInt(7)) {
            case 0, 1 -> integer(depth);
            case 2 -> text(depth);
            case 3 -> list(depth);
            case 4 -> real(depth);
            case 5 -> condition(depth);
            default -> one(NAMES);
        };
    }

    private String small() {
        return Integer.toString(random.nextInt(15) - 4);
    }

    private String key() {
        return one("1", "'k'", "2.0", "True", "(1, 2)", "a", "b");
    }

    private String integer(int depth) {
        if (depth > DEEPEST) {
            return small();
        }
        int next = depth + 1;
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> small();
            case 3 -> depth == 1 ? "7" : "a";
            case 4 ->
                    one("10 ** 20", "2 ** 63", "-(2 ** 63)", "123456789012345678901", "-1", "255");
            case 5 -> "len(%s)".formatted(random.nextBoolean() ? text(next) : list(next));
            case 6 -> "int(%s)".formatted(random.nextInt(4) > 0 ? real(next) : text(next));
            case 7 -> "abs(%s)".formatted(integer(next));
            case 8 -> "(%s + [4, 5, 6])[%d]".formatted(list(next), random.nextInt(4) - 3);
            case 9 -> "(%s ** %d)".formatted(integer(next), random.nextInt(6));
            case 10 -> "(%s %s %d)".formatted(integer(next), one("<<", ">>"), random.nextInt(70));
            case 11 -> "%s(%s, %s)".formatted(one("min", "max"), integer(next), real(next));
            default ->
                    "(%s %s %s)"
                            .formatted(
                                    integer(next),
                                    one("+", "-", "*", "//", "%", "&", "|", "^"),
                                    integer(next));
        };
    }

    private String real(int depth) {
        if (depth > DEEPEST) {
            return one("0.5", "-1.25", "1e16", "3.0", "0.1", "1e-7");
        }
        int next = depth + 1;
        return switch (random.nextInt(6)) {
            case 0 -> one("0.5", "2.5", "1e300", "-0.0", "100.0", "float('inf')");
            case 1 -> "(%s / %s)".formatted(integer(next), integer(next));
            case 2 -> "round(%s, %d)".formatted(real(next), random.nextInt(4));
            case 3 -> "float(%s)".formatted(integer(next));
            default ->
                    "(%s %s %s)".formatted(real(next), one("+", "-", "*", "//", "%"), real(next));
        };
    }

    private String text(int depth) {
        if (depth > DEEPEST) {
            return one("'x'", "''", "'ab c'", "'12'", "'äß'");
        }
        int next = depth + 1;
        return switch (random.nextInt(12)) {
            case 0, 1 -> one("'hello'", "'a,b,c'", "' pad '", "'Ünï'", "'123'", "'x\\ty'");
            case 2 -> "(%s + %s)".formatted(text(next), text(next));
            case 3 -> "(%s * %d)".formatted(text(next), random.nextInt(4) - 1);
            case 4 -> "%s.%s()".formatted(text(next), one("upper", "title", "strip", "swapcase"));
            case 5 -> "str(%s)".formatted(any(next));
            case 6 -> "%s[%s:%s]".formatted(text(next), small(), small());
            case 7 -> "%s.join([%s, %s])".formatted(text(next), text(next), text(next));
            case 8 -> "f'{%s}|{%s!r:>8}'".formatted(small(), one(NAMES[0], "1.5", "None"));
            case 9 -> "%s.replace(%s, %s)".formatted(text(next), one("'a'", "'l'"), text(next));
            case 10 ->
                    "'%%s-%%5.2f-%%x' %% (%s, %s, %s)"
                            .formatted(integer(next), real(next), integer(next))
                            .transform(each -> "(" + each + ")");
            default ->
                    "format(%s, %s)"
                            .formatted(
                                    integer(next), one("'d'", "','", "'08d'", "'x'", "'b'", "'+'"));
        };
    }

    private String list(int depth) {
        if (depth > DEEPEST) {
            return one("[]", "[1, 2, 3]", "[0]");
        }
        int next = depth + 1;
        return switch (random.nextInt(10)) {
            case 0, 1 -> "[%s, %s]".formatted(integer(next), integer(next));
            case 2 -> "list(range(%s, %s))".formatted(small(), small());
            case 3 -> "sorted(%s)".formatted(list(next));
            case 4 ->
                    "(%s)[%s:%s:%d]".formatted(list(next), small(), small(), 1 + random.nextInt(2));
            case 5 -> "[x %s %s for x in %s]".formatted(one("+", "*", "-"), small(), list(next));
            case 6 -> "(%s + %s)".formatted(list(next), list(next));
            case 7 ->
                    "[x for x in %s if %s]".formatted(list(next), "x " + one("<", ">", "%") + " 2");
            case 8 -> "list(%s)".formatted(one("set([3, 1, 2])", "{5: 1, 4: 2}", "zip([1], [2])"));
            default -> "list(map(%s, %s))".formatted(one("abs", "str", "bool"), list(next));
        };
    }

    private String dict(int depth) {
        return "{%s: %s, %s: %s}"
                .formatted(
                        "1",
                        any(depth + 1).replaceAll("\\b[abcd]\\b", "5"),
                        "'k'",
                        integer(depth + 1));
    }

    private String condition(int depth) {
        int next = depth + 1;
        return depth > DEEPEST
                ? one("True", "False")
                : switch (random.nextInt(7)) {
                    case 0, 1 ->
                            "(%s %s %s)"
                                    .formatted(
                                            integer(next),
                                            one("<", "<=", "==", "!=", ">"),
                                            real(next));
                    case 2 -> "(%s in %s)".formatted(integer(next), list(next));
                    case 3 -> "(not %s)".formatted(condition(next));
                    case 4 ->
                            "(%s %s %s)"
                                    .formatted(condition(next), one("and", "or"), condition(next));
                    case 5 -> "bool(%s)".formatted(text(next));
                    default -> "(%s < %s <= %s)".formatted(small(), integer(next), small());
                };
    }
}
