package dev.polyloom.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Tree;
import org.openrewrite.java.style.ImportLayoutStyle;
import org.openrewrite.java.style.IntelliJ;
import org.openrewrite.java.tree.J;
import org.openrewrite.marker.Marker;
import org.openrewrite.style.NamedStyles;
import org.openrewrite.style.Style;

/**
 * Imports that are added one by one. OpenRewrite folds many of a package into a wildcard, beside
 * which the simple names of another wildcard's classes are ambiguous.
 */
final class Imports {
    private Imports() {}

    /** Changes a file in its own style of imports, except that none are folded. */
    @SuppressWarnings("ReferenceEquality") // a tree that is the same has not been changed
    static @Nullable Tree unfolded(
            J.CompilationUnit file, Function<J.CompilationUnit, @Nullable Tree> change) {
        J.CompilationUnit styled = withStyles(file, oneByOne(file));
        Tree changed = change.apply(styled);
        if (changed == styled) {
            return file;
        }
        return changed instanceof J.CompilationUnit after
                ? withStyles(after, file.getMarkers().findAll(NamedStyles.class))
                : changed;
    }

    private static List<NamedStyles> oneByOne(J.CompilationUnit file) {
        ImportLayoutStyle layout =
                Style.from(ImportLayoutStyle.class, file, IntelliJ::importLayout);
        Style unfolded =
                new ImportLayoutStyle(
                        Integer.MAX_VALUE, Integer.MAX_VALUE, layout.getLayout(), List.of());
        List<NamedStyles> styles = new ArrayList<>();
        for (NamedStyles each : file.getMarkers().findAll(NamedStyles.class)) {
            styles.add(
                    each.withStyles(
                            each.getStyles().stream()
                                    .filter(style -> !(style instanceof ImportLayoutStyle))
                                    .toList()));
        }
        styles.add(
                new NamedStyles(
                        Tree.randomId(),
                        Imports.class.getName(),
                        "Imports one by one",
                        "No imports are folded into a wildcard.",
                        Set.of(),
                        List.of(unfolded)));
        return styles;
    }

    private static J.CompilationUnit withStyles(J.CompilationUnit file, List<NamedStyles> styles) {
        List<Marker> markers = new ArrayList<>(file.getMarkers().getMarkers());
        markers.removeIf(NamedStyles.class::isInstance);
        markers.addAll(styles);
        return file.withMarkers(file.getMarkers().withMarkers(markers));
    }
}
