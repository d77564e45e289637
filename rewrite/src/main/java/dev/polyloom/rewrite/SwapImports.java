package dev.polyloom.rewrite;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.ChangeType;
import org.openrewrite.java.tree.J;

/**
 * Swaps imports of {@code java.util.concurrent} for those of {@code dev.polyloom.compat}. Where a
 * file could not be compiled afterwards, or would do something else, it stays as it is and is
 * marked, and so do the files that hand it values.
 */
public final class SwapImports extends ScanningRecipe<Survey> {
    /** Makes the recipe. */
    public SwapImports() {}

    @Override
    public String getDisplayName() {
        return "Swap imports of `java.util.concurrent` for those of `dev.polyloom.compat`";
    }

    @Override
    public String getDescription() {
        return "Swaps the imports of the classes that `dev.polyloom.compat` mirrors. Files in which"
                + " the JDK's own class is needed keep it, and are marked.";
    }

    /** The recipe that adds the dependency looks at what this one has changed. */
    @Override
    public boolean causesAnotherCycle() {
        return true;
    }

    @Override
    public Survey getInitialValue(ExecutionContext context) {
        return new Survey();
    }

    @Override
    public TreeVisitor<?, ExecutionContext> getScanner(Survey survey) {
        return new TreeVisitor<Tree, ExecutionContext>() {
            @Override
            public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext context) {
                if (tree instanceof J.CompilationUnit file) {
                    survey.add(FileFacts.of(file));
                }
                return tree;
            }
        };
    }

    @Override
    public TreeVisitor<?, ExecutionContext> getVisitor(Survey survey) {
        return new TreeVisitor<Tree, ExecutionContext>() {
            @Override
            public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext context) {
                return tree instanceof J.CompilationUnit file
                        ? Imports.unfolded(
                                marked(file, survey), each -> swap(each, survey, context))
                        : tree;
            }
        };
    }

    private static Tree swap(J.CompilationUnit file, Survey survey, ExecutionContext context) {
        Tree swapped = file;
        for (J.Import each : file.getImports()) {
            Mirror mirror = Mirror.swapped(each);
            if (mirror != null
                    && !besideWildcard(file)
                    && survey.keeper(file.getSourcePath(), mirror).isEmpty()) {
                String name = each.getTypeName().substring(Mirror.JDK.length());
                swapped =
                        Objects.requireNonNull(
                                new ChangeType(Mirror.JDK + name, Mirror.COMPAT + name, true)
                                        .getVisitor()
                                        .visit(swapped, context));
            }
        }
        return swapped;
    }

    private static boolean besideWildcard(J.CompilationUnit file) {
        return file.getImports().stream()
                .anyMatch(each -> each.getTypeName().equals(Mirror.JDK + "*"));
    }

    private static J.CompilationUnit marked(J.CompilationUnit file, Survey survey) {
        Map<UUID, String> marks = new HashMap<>();
        ObstacleFinder.find(file).stream()
                .filter(survey::isReal)
                .forEach(each -> marks.putIfAbsent(each.place(), each.why()));
        for (J.Import each : file.getImports()) {
            Mirror mirror = Mirror.swapped(each);
            if (mirror != null) {
                survey.keeper(file.getSourcePath(), mirror)
                        .filter(keeper -> !file.getSourcePath().endsWith(keeper))
                        .ifPresent(keeper ->
                                marks.put(each.getId(), "Polyloom: stays because of " + keeper));
            }
        }
        return Marks.mark(file, marks);
    }
}
