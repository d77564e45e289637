package dev.polyloom.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JContainer;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.marker.Markers;

/** Turns a pool that a block makes, shuts down and waits for into the resource of a {@code try}. */
@SuppressWarnings("ReferenceEquality") // trees are equal by id, changed or not
final class Lifetimes {
    private static final Set<String> LONG = Set.of("HOURS", "DAYS");

    private Lifetimes() {}

    /**
     * Returns a block in which the lifetimes that can be told are those of a {@code try}.
     *
     * @param marks takes what is in the way of the others, by the ids of their declarations
     */
    static J.Block shape(J.Block block, Cursor cursor, Map<UUID, String> marks) {
        List<JRightPadded<Statement>> statements = block.getPadding().getStatements();
        for (int i = 0; i < statements.size(); i++) {
            J.VariableDeclarations pool = pool(statements.get(i).getElement());
            if (pool != null) {
                J.Block shaped = shape(block, i, pool, cursor, marks);
                if (shaped != block) {
                    return shaped;
                }
            }
        }
        return block;
    }

    private static J.Block shape(
            J.Block block,
            int index,
            J.VariableDeclarations pool,
            Cursor cursor,
            Map<UUID, String> marks) {
        String name = pool.getVariables().getFirst().getSimpleName();
        List<JRightPadded<Statement>> all = block.getPadding().getStatements();
        Ending ending = Ending.of(name, block.getStatements(), index);
        if (ending == null) {
            return block;
        }
        String objection = objection(ending, block.getStatements(), index, name, cursor);
        if (objection != null) {
            marks.put(pool.getId(), objection);
            return block;
        }
        List<JRightPadded<Statement>> result = new ArrayList<>(all.subList(0, index));
        result.add(all.get(index).withElement(closing(pool, ending, all, index)));
        result.addAll(all.subList(ending.last() + 1, all.size()));
        return block.getPadding().withStatements(result);
    }

    private static J.Try closing(
            J.VariableDeclarations pool,
            Ending ending,
            List<JRightPadded<Statement>> all,
            int index) {
        J.Try.Resource resource =
                new J.Try.Resource(
                        Tree.randomId(),
                        Space.EMPTY,
                        Markers.EMPTY,
                        pool.withPrefix(Space.EMPTY),
                        false);
        JContainer<J.Try.Resource> resources =
                JContainer.build(
                        Space.SINGLE_SPACE, List.of(JRightPadded.build(resource)), Markers.EMPTY);
        J.Block body =
                ending.block() != null
                        ? ending.block()
                        : J.Block.createEmptyBlock()
                                .getPadding()
                                .withStatements(all.subList(index + 1, ending.first()));
        return new J.Try(
                Tree.randomId(),
                pool.getPrefix(),
                Markers.EMPTY,
                resources,
                body.withPrefix(Space.SINGLE_SPACE),
                List.of(),
                null);
    }

    /** Returns the declaration of a pool that a scope could replace, or null. */
    private static J.@Nullable VariableDeclarations pool(Statement statement) {
        return statement instanceof J.VariableDeclarations declared
                        && declared.getVariables().size() == 1
                        && declared.getVariables().getFirst().getInitializer()
                                instanceof J.MethodInvocation call
                        && OpenScopes.replacement(call) != null
                ? declared
                : null;
    }

    /** Returns why an ending is not the same as that of a {@code try}, or null if it is. */
    private static @Nullable String objection(
            Ending ending, List<Statement> statements, int index, String name, Cursor cursor) {
        List<Statement> after = statements.subList(ending.last() + 1, statements.size());
        List<String> inside = new ArrayList<>(List.of(name));
        for (Statement each : statements.subList(index + 1, ending.first())) {
            if (each instanceof J.VariableDeclarations declared) {
                declared.getVariables().forEach(one -> inside.add(one.getSimpleName()));
            }
        }
        if (Names.anyUsed(after, inside)) {
            return "Polyloom: what is used after the pool's end keeps it from being a try block";
        }
        if (Names.isAssigned(statements, name)) {
            return "Polyloom: a pool that is assigned again cannot be a try block's";
        }
        if (!waitsLong(ending.waiting())) {
            return "Polyloom: a try block waits without limit for tasks; taskTimeout(…) ends them";
        }
        return ending.waiting() != null && catchesInterruption(cursor)
                ? "Polyloom: a try block does not throw the InterruptedException that is caught"
                : null;
    }

    private static boolean waitsLong(J.@Nullable MethodInvocation wait) {
        if (wait == null) {
            return true;
        }
        Expression unit = wait.getArguments().getLast();
        Expression time = wait.getArguments().getFirst();
        return time.toString().endsWith("Long.MAX_VALUE")
                || (time instanceof J.Literal
                        && LONG.contains(unit.toString().replaceFirst(".*\\.", "")));
    }

    private static boolean catchesInterruption(Cursor cursor) {
        for (Cursor each = cursor; each != null; each = each.getParent()) {
            Object value = each.getValue();
            if (value instanceof J.MethodDeclaration || value instanceof J.Lambda) {
                return false;
            }
            if (value instanceof J.Try around
                    && around.getCatches().stream().anyMatch(Lifetimes::isOfInterruption)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfInterruption(J.Try.Catch handler) {
        JavaType type = handler.getParameter().getTree().getType();
        return type == null
                || type.toString().contains("InterruptedException")
                || type instanceof JavaType.MultiCatch;
    }
}
