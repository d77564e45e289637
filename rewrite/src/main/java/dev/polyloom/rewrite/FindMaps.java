package dev.polyloom.rewrite;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Recipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.MethodMatcher;
import org.openrewrite.java.tree.J;

/**
 * Marks what could be a map of {@code Parallel}: {@code invokeAll} and parallel streams. Their
 * failures arrive in other ways, so that a person has to choose.
 */
public final class FindMaps extends Recipe {
    private static final MethodMatcher INVOKE_ALL =
            new MethodMatcher("java.util.concurrent.ExecutorService invokeAll(..)", true);
    private static final MethodMatcher STREAM =
            new MethodMatcher("java.util.Collection parallelStream()", true);

    /** Makes the recipe. */
    public FindMaps() {}

    @Override
    public String getDisplayName() {
        return "Find what could be a map of `dev.polyloom.Parallel`";
    }

    @Override
    public String getDescription() {
        return "Marks `invokeAll` and parallel streams, which `Parallel.pmap` can replace where"
                + " nobody depends on how their failures arrive.";
    }

    @Override
    public TreeVisitor<?, ExecutionContext> getVisitor() {
        return new JavaIsoVisitor<ExecutionContext>() {
            @Override
            public J.CompilationUnit visitCompilationUnit(
                    J.CompilationUnit file, ExecutionContext context) {
                Map<UUID, String> marks = new HashMap<>();
                new Finder().visit(file, marks);
                return Marks.mark(file, marks);
            }
        };
    }

    private static final class Finder extends JavaIsoVisitor<Map<UUID, String>> {
        @Override
        public J.MethodInvocation visitMethodInvocation(
                J.MethodInvocation call, Map<UUID, String> marks) {
            if (INVOKE_ALL.matches(call) || STREAM.matches(call)) {
                marks.put(
                        call.getId(),
                        "Polyloom: Parallel.pmap maps a function over items, where other exceptions"
                                + " will do");
            }
            return super.visitMethodInvocation(call, marks);
        }
    }
}
