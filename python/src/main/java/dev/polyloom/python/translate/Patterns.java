package dev.polyloom.python.translate;

import dev.polyloom.python.ast.Constant;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.MatchCase;
import dev.polyloom.python.ast.Pattern;
import dev.polyloom.python.ast.Stmt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes {@code match} statements: a chain of conditions that set the names as they go. */
record Patterns(Frame frame, Statements statements) {
    /** Writes one, and tells whether what follows can be reached. */
    boolean match(Stmt.Match s) {
        Expressions expressions = new Expressions(frame);
        String subject = frame.temporary();
        frame.line("%s = %s;".formatted(subject, expressions.value(s.subject())));
        Set<String> before = new HashSet<>(frame.assigned);
        List<String> heads = new ArrayList<>();
        boolean reached = false;
        boolean always = false;
        for (MatchCase each : s.cases()) {
            frame.assigned = new HashSet<>(before);
            heads.add(head(each, subject, expressions));
        }
        for (int i = 0; i < heads.size() && !always; i++) {
            MatchCase each = s.cases().get(i);
            frame.out.at(each.span().line());
            always = heads.get(i).equals("true");
            String test = always ? "" : "if (%s)".formatted(heads.get(i));
            if (i == 0) {
                frame.open(always ? "if (true)" : test);
            } else {
                frame.out.next(always ? "else" : "else " + test);
            }
            frame.assigned = new HashSet<>(before);
            bound(each.pattern(), frame.assigned);
            reached |= statements.all(each.body());
        }
        frame.out.close();
        frame.assigned = before;
        return reached || !always || heads.size() == 1;
    }

    private String head(MatchCase each, String subject, Expressions expressions) {
        String test = test(each.pattern(), subject);
        Expr guard = each.guard();
        if (guard == null) {
            return test;
        }
        bound(each.pattern(), frame.assigned);
        String condition = expressions.condition(guard);
        String wrapped = condition.contains("||") ? "(" + condition + ")" : condition;
        return test.equals("true") ? condition : test + " && " + wrapped;
    }

    private static void bound(Pattern pattern, Set<String> names) {
        switch (pattern) {
            case Pattern.MatchAs as when as.name() != null -> names.add(as.name());
            case Pattern.MatchStar star when star.name() != null -> names.add(star.name());
            case Pattern.MatchMapping map when map.rest() != null -> names.add(map.rest());
            default -> {}
        }
        pattern.children()
                .forEach(child -> {
                    if (child instanceof Pattern inner) {
                        bound(inner, names);
                    }
                });
    }

    private String bind(String name, String value) {
        return "(%s) != null".formatted(new Names(frame).assigning(name, value));
    }

    private String test(Pattern pattern, String value) {
        Expressions expressions = new Expressions(frame);
        return switch (pattern) {
            case Pattern.MatchValue v ->
                    "Compare.eq(%s, %s)".formatted(value, expressions.value(v.value()));
            case Pattern.MatchSingleton s ->
                    switch (s.value()) {
                        case Constant.Singleton.TRUE -> "Compare.is(%s, true)".formatted(value);
                        case Constant.Singleton.FALSE -> "Compare.is(%s, false)".formatted(value);
                        default -> "%s == None.NONE".formatted(value);
                    };
            case Pattern.MatchAs as -> as(as, value);
            case Pattern.MatchOr or -> or(or, value);
            case Pattern.MatchSequence s -> sequence(s, value);
            case Pattern.MatchMapping m -> mapping(m, value);
            case Pattern.MatchClass c -> object(c, value);
            case Pattern.MatchStar star -> "true";
        };
    }

    private String as(Pattern.MatchAs as, String value) {
        Pattern inner = as.pattern();
        String name = as.name();
        if (name == null) {
            return "true";
        }
        String bound = bind(name, value);
        if (inner == null) {
            return bound;
        }
        String test = test(inner, value);
        return test.equals("true") ? bound : test + " && " + bound;
    }

    private String or(Pattern.MatchOr or, String value) {
        List<String> tests = new ArrayList<>();
        or.patterns().forEach(each -> tests.add(test(each, value)));
        return "(" + String.join(" || ", tests) + ")";
    }

    private String parts(String first, List<Pattern> patterns, String array) {
        StringBuilder all = new StringBuilder(first);
        for (int i = 0; i < patterns.size(); i++) {
            String part = "%s[%d]".formatted(array, i);
            Pattern pattern = patterns.get(i);
            String test =
                    pattern instanceof Pattern.MatchStar star
                            ? star.name() == null ? "true" : bind(star.name(), part)
                            : test(pattern, part);
            if (!test.equals("true")) {
                all.append(" && ").append(test);
            }
        }
        return all.toString();
    }

    private String sequence(Pattern.MatchSequence s, String value) {
        String array = frame.temporary("Object[]");
        int star = -1;
        for (int i = 0; i < s.patterns().size(); i++) {
            star = s.patterns().get(i) instanceof Pattern.MatchStar ? i : star;
        }
        int count = s.patterns().size();
        String counts = star < 0 ? "" + count : "%d, %d".formatted(star, count - star - 1);
        String first = "(%s = Matching.sequence(%s, %s)) != null".formatted(array, value, counts);
        return parts(first, s.patterns(), array);
    }

    private String mapping(Pattern.MatchMapping m, String value) {
        String array = frame.temporary("Object[]");
        String keys = new Expressions(frame).list(m.keys());
        String first =
                "(%s = Matching.mapping(%s%s)) != null"
                        .formatted(array, value, keys.isEmpty() ? "" : ", " + keys);
        String all = parts(first, m.patterns(), array);
        String rest = m.rest();
        return rest == null
                ? all
                : all + " && " + bind(rest, "%s[%d]".formatted(array, m.keys().size()));
    }

    private String object(Pattern.MatchClass c, String value) {
        String array = frame.temporary("Object[]");
        StringBuilder names = new StringBuilder();
        c.kwdAttrs().forEach(name -> names.append(", \"").append(name).append('"'));
        String first =
                "(%s = Matching.object(%s, %s, %d%s)) != null"
                        .formatted(
                                array,
                                value,
                                new Expressions(frame).value(c.cls()),
                                c.patterns().size(),
                                names);
        List<Pattern> all = new ArrayList<>(c.patterns());
        all.addAll(c.kwdPatterns());
        return parts(first, all, array);
    }
}
