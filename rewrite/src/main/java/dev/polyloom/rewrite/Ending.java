package dev.polyloom.rewrite;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Statement;

/**
 * How a block ends a pool: it calls {@code close}, or {@code shutdown} and then {@code
 * awaitTermination}, in a {@code finally} or one after the other.
 *
 * @param first the index of the first statement that ends it
 * @param last the index of the last one
 * @param block the block of the {@code try} whose {@code finally} ends it, or null
 * @param waiting the call that waits, or null if {@code close} does
 */
record Ending(int first, int last, J.@Nullable Block block, J.@Nullable MethodInvocation waiting) {
    /** Finds the end of the pool that a statement of a block declares, or null. */
    static @Nullable Ending of(String pool, List<Statement> statements, int declared) {
        Statement next = declared + 1 < statements.size() ? statements.get(declared + 1) : null;
        if (next instanceof J.Try around
                && around.getFinally() != null
                && around.getResources() == null
                && around.getCatches().isEmpty()) {
            List<Statement> end = around.getFinally().getStatements();
            Ending found = at(pool, end, 0);
            return found != null && found.last == end.size() - 1
                    ? new Ending(declared + 1, declared + 1, around.getBody(), found.waiting)
                    : null;
        }
        for (int i = declared + 1; i < statements.size(); i++) {
            Ending found = at(pool, statements, i);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Ending at(String pool, List<Statement> statements, int index) {
        J.MethodInvocation first = call(pool, statements, index);
        if (first == null) {
            return null;
        }
        if (first.getSimpleName().equals("close")) {
            return new Ending(index, index, null, null);
        }
        J.MethodInvocation second = call(pool, statements, index + 1);
        return first.getSimpleName().equals("shutdown")
                        && second != null
                        && second.getSimpleName().equals("awaitTermination")
                        && second.getArguments().size() == 2
                ? new Ending(index, index + 1, null, second)
                : null;
    }

    private static J.@Nullable MethodInvocation call(
            String pool, List<Statement> statements, int index) {
        return index < statements.size()
                        && statements.get(index) instanceof J.MethodInvocation call
                        && call.getSelect() instanceof J.Identifier name
                        && name.getSimpleName().equals(pool)
                ? call
                : null;
    }
}
