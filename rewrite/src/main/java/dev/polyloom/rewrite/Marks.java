package dev.polyloom.rewrite;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.PrintOutputCapture;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.marker.Marker;
import org.openrewrite.marker.SearchResult;

/** Marks for the reader: comments before the places that a person has to look at. */
final class Marks {
    private static final String BEGIN = "/*~~(";
    private static final String END = ")~~>*/";

    private Marks() {}

    /**
     * Marks trees of a file, unless an earlier run has left the same marks in its source.
     *
     * @param reasons what to say, by the ids of the trees
     */
    static J.CompilationUnit mark(J.CompilationUnit file, Map<UUID, String> reasons) {
        if (reasons.isEmpty()) {
            return file;
        }
        Map<UUID, String> missing = new HashMap<>(reasons);
        placed(file, reasons)
                .print(new Cursor(null, Cursor.ROOT_VALUE), new Earlier(missing).output);
        return placed(file, missing);
    }

    private static J.CompilationUnit placed(J.CompilationUnit file, Map<UUID, String> reasons) {
        return (J.CompilationUnit) new Placer().visitNonNull(file, reasons);
    }

    /** Marks trees by their ids. */
    private static final class Placer extends JavaVisitor<Map<UUID, String>> {
        @Override
        public @Nullable J postVisit(J tree, Map<UUID, String> reasons) {
            String why = reasons.get(tree.getId());
            return why == null ? tree : SearchResult.found(tree, why);
        }
    }

    /**
     * Takes away the marks that the source has. A comment belongs to the outermost of the trees
     * that begin at a place, so that only the printed text tells what is in front of an inner one.
     */
    private static final class Earlier implements PrintOutputCapture.MarkerPrinter {
        private final Map<UUID, String> missing;
        final PrintOutputCapture<Integer> output = new PrintOutputCapture<>(0, this);

        Earlier(Map<UUID, String> missing) {
            this.missing = missing;
        }

        @Override
        public String beforeSyntax(Marker marker, Cursor cursor, UnaryOperator<String> comment) {
            if (marker instanceof SearchResult mark && isMarked(mark)) {
                J tree = cursor.getParentOrThrow().getValue();
                missing.remove(tree.getId());
            }
            return "";
        }

        private boolean isMarked(SearchResult mark) {
            String before = output.getOut().stripTrailing();
            while (before.endsWith(END) && before.contains(BEGIN)) {
                int begin = before.lastIndexOf(BEGIN);
                String why =
                        before.substring(begin + BEGIN.length(), before.length() - END.length());
                if (why.equals(mark.getDescription())) {
                    return true;
                }
                before = before.substring(0, begin).stripTrailing();
            }
            return false;
        }
    }
}
