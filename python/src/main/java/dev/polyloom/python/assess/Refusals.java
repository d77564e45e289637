package dev.polyloom.python.assess;

import dev.polyloom.python.Finding;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Span;
import dev.polyloom.python.parse.DeepStack;
import dev.polyloom.python.parse.Parsed;
import dev.polyloom.python.translate.Translation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Collects what of a program cannot be translated. */
public final class Refusals {
    private final String file;
    private final List<Finding> findings = new ArrayList<>();

    private Refusals(String file) {
        this.file = file;
    }

    /**
     * Returns all that speaks against a module, in the order of its source.
     *
     * @param parsed the module
     * @param file where it lies, for imports of files beside it
     * @param translation what has become of it
     */
    public static List<Finding> of(Parsed parsed, Path file, Translation translation) {
        Path root = ModuleFiles.root(file);
        return DeepStack.call(() -> {
            ModuleFolders folders =
                    SearchPath.wider(ModuleFolders.of(root), parsed.program(), file);
            return collect(parsed, file, folders, translation, true);
        });
    }

    /**
     * Returns what speaks against running a module here, where a compiler is at hand.
     *
     * @param folders those that the names of modules start from
     */
    public static List<Finding> toRun(
            Parsed parsed, Path file, ModuleFolders folders, Translation translation) {
        return DeepStack.call(() -> collect(parsed, file, folders, translation, false));
    }

    /** Returns what speaks against a module only where it is to run without the translator. */
    public static List<Finding> toProject(Parsed parsed) {
        Refusals refusals = new Refusals(parsed.source().name());
        DeepStack.call(() -> {
            new UseRules(refusals, parsed).checkEvaluation();
            return refusals;
        });
        return refusals.findings;
    }

    private static List<Finding> collect(
            Parsed parsed,
            Path file,
            ModuleFolders folders,
            Translation translation,
            boolean alone) {
        Refusals refusals = new Refusals(parsed.source().name());
        if (alone) {
            new UseRules(refusals, parsed).checkEvaluation();
        }
        new ImportRules(refusals, file, folders, false).check(parsed.program());
        new UseRules(refusals, parsed).check();
        return Stream.concat(refusals.findings.stream(), translation.findings().stream())
                .distinct()
                .sorted(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column))
                .toList();
    }

    void add(Node node, String problem) {
        Span at = node.span();
        findings.add(new Finding(file, at.line(), at.column() + 1, "unsupported", problem));
    }
}
