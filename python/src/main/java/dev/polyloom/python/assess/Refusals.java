package dev.polyloom.python.assess;

import dev.polyloom.python.Finding;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Span;
import dev.polyloom.python.parse.Parsed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what of a program cannot be translated. */
public final class Refusals {
    private final String file;
    private final List<Finding> findings = new ArrayList<>();

    private Refusals(String file) {
        this.file = file;
    }

    /** Returns all that speaks against a program, in the order of its source. */
    public static List<Finding> of(Parsed parsed, Path file) {
        Refusals refusals = new Refusals(parsed.source().name());
        new ImportRules(refusals, file).check(parsed.program());
        new ClassRules(refusals, parsed).check();
        new UseRules(refusals, parsed).check();
        return refusals.findings.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column))
                .toList();
    }

    void add(Node node, String problem) {
        Span at = node.span();
        findings.add(new Finding(file, at.line(), at.column() + 1, "unsupported", problem));
    }
}
