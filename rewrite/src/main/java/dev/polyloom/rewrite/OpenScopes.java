package dev.polyloom.rewrite;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Recipe;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.JavaParser;
import org.openrewrite.java.JavaTemplate;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;

/**
 * Turns executors that live in a block into scopes. An executor of the block of a {@code try} is
 * opened by {@code Run}; one that is shut down and waited for becomes such a block first.
 */
public final class OpenScopes extends Recipe {
    private static final String STUBS =
            """
            package dev.polyloom;
            public final class Run {
                public static ScopeBuilder threads() { return null; }
                public static ScopeBuilder virtual() { return null; }
                public static ScopeBuilder none() { return null; }
            }
            """;
    private static final String BUILDER =
            """
            package dev.polyloom;
            public class ScopeBuilder {
                public ScopeBuilder workers(int workers) { return this; }
                public Scope open() { return null; }
            }
            """;
    private static final String SCOPE =
            """
            package dev.polyloom;
            public interface Scope extends java.util.concurrent.ExecutorService {}
            """;

    /** Makes the recipe. */
    public OpenScopes() {}

    @Override
    public String getDisplayName() {
        return "Open scopes of `dev.polyloom.Run` in place of executors that live in a block";
    }

    @Override
    public String getDescription() {
        return "An executor that a `try` closes is opened by `Run`, and one that is shut down and"
                + " waited for becomes the resource of a `try`. Where the wait has a limit, or its"
                + " interruption is caught, the code stays as it is and is marked.";
    }

    /** The recipe that adds the dependency looks at what this one has changed. */
    @Override
    public boolean causesAnotherCycle() {
        return true;
    }

    @Override
    public TreeVisitor<?, ExecutionContext> getVisitor() {
        return new TreeVisitor<Tree, ExecutionContext>() {
            @Override
            public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext context) {
                return tree instanceof J.CompilationUnit file
                        ? Imports.unfolded(file, each -> new Opener().visit(each, context))
                        : tree;
            }
        };
    }

    /** The call of {@code Run} that takes the place of a factory's, or null. */
    static @Nullable String replacement(J.MethodInvocation call) {
        JavaType.Method method = call.getMethodType();
        if (method == null || call.getSelect() == null) {
            return null;
        }
        String declaring = method.getDeclaringType().getFullyQualifiedName();
        if (!declaring.equals(Mirror.JDK + "Executors")
                && !declaring.equals(Mirror.COMPAT + "Executors")) {
            return null;
        }
        int arguments = method.getParameterTypes().size();
        return switch (method.getName()) {
            case "newFixedThreadPool" ->
                    arguments == 1 ? "Run.threads().workers(#{any(int)}).open()" : null;
            case "newCachedThreadPool" -> arguments == 0 ? "Run.virtual().open()" : null;
            case "newVirtualThreadPerTaskExecutor" -> "Run.virtual().open()";
            case "newSingleThreadExecutor" -> arguments == 0 ? "Run.none().open()" : null;
            default -> null;
        };
    }

    @SuppressWarnings("ReferenceEquality") // trees are equal by id, changed or not
    private static final class Opener extends JavaIsoVisitor<ExecutionContext> {
        private final Map<UUID, String> marks = new HashMap<>();

        @Override
        public J.CompilationUnit visitCompilationUnit(
                J.CompilationUnit file, ExecutionContext context) {
            boolean otherRun =
                    file.getTypesInUse().getTypesInUse().stream()
                                    .anyMatch(each ->
                                            each instanceof JavaType.FullyQualified named
                                                    && named.getClassName().matches("(.*\\.)?Run")
                                                    && !named.getFullyQualifiedName()
                                                            .equals("dev.polyloom.Run"))
                            || file.getClasses().stream()
                                    .anyMatch(each -> each.getSimpleName().equals("Run"));
            return otherRun ? file : Marks.mark(super.visitCompilationUnit(file, context), marks);
        }

        @Override
        public J.Block visitBlock(J.Block block, ExecutionContext context) {
            J.Block before = block;
            J.Block shaped = Lifetimes.shape(before, getCursor(), marks);
            while (shaped != before) {
                before = shaped;
                shaped = Lifetimes.shape(before, getCursor(), marks);
            }
            J.Block formatted =
                    shaped == block
                            ? block
                            : autoFormat(shaped, context, getCursor().getParentOrThrow());
            setCursor(new Cursor(getCursor().getParentOrThrow(), formatted));
            return super.visitBlock(formatted, context);
        }

        @Override
        public J.MethodInvocation visitMethodInvocation(
                J.MethodInvocation call, ExecutionContext context) {
            J.MethodInvocation visited = super.visitMethodInvocation(call, context);
            String code = replacement(visited);
            if (code == null || !isResource()) {
                return visited;
            }
            Object[] arguments =
                    code.contains("#") ? visited.getArguments().toArray() : new Object[0];
            maybeAddImport("dev.polyloom.Run");
            maybeRemoveImport(
                    Objects.requireNonNull(visited.getMethodType())
                            .getDeclaringType()
                            .getFullyQualifiedName());
            return JavaTemplate.builder(code)
                    .imports("dev.polyloom.Run")
                    .javaParser(JavaParser.fromJavaVersion().dependsOn(STUBS, BUILDER, SCOPE))
                    .build()
                    .apply(
                            new Cursor(getCursor().getParentOrThrow(), visited),
                            visited.getCoordinates().replace(),
                            arguments);
        }

        private boolean isResource() {
            Cursor variable = getCursor().getParentTreeCursor();
            return variable.getValue() instanceof J.VariableDeclarations.NamedVariable
                    && variable.getParentTreeCursor().getValue() instanceof J.VariableDeclarations
                    && variable.getParentTreeCursor().getParentTreeCursor().getValue()
                            instanceof J.Try.Resource;
        }
    }
}
