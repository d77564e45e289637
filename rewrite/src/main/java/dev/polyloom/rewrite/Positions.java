package dev.polyloom.rewrite;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;

/** Places in code that take a value of the JDK's class also where imports are swapped. */
final class Positions {
    private Positions() {}

    /** Tells whether an expression stands where the JDK's class will do. */
    static boolean takeAny(Cursor expression, Mirror mirror) {
        Object value = expression.getValue();
        Cursor parent = expression.getParentTreeCursor();
        return switch (parent.getValue()) {
            case J.Block _ -> true;
            case J.MethodInvocation call ->
                    value.equals(call.getSelect())
                            || takes(call.getMethodType(), call.getArguments(), value, mirror);
            case J.NewClass made ->
                    takes(made.getConstructorType(), made.getArguments(), value, mirror);
            case J.VariableDeclarations.NamedVariable variable ->
                    isFree(variable.getType(), mirror);
            case J.Assignment assignment ->
                    value.equals(assignment.getAssignment())
                            && isFree(assignment.getVariable().getType(), mirror);
            case J.Return _ -> isFree(returnType(parent), mirror);
            default -> false;
        };
    }

    private static boolean isFree(@Nullable JavaType type, Mirror mirror) {
        return type != null && !Mirror.within(type).contains(mirror);
    }

    private static @Nullable JavaType returnType(Cursor statement) {
        Cursor owner =
                statement.dropParentUntil(each ->
                        each instanceof J.MethodDeclaration
                                || each instanceof J.Lambda
                                || each instanceof J.CompilationUnit);
        return owner.getValue() instanceof J.MethodDeclaration method
                        && method.getMethodType() != null
                ? method.getMethodType().getReturnType()
                : null;
    }

    private static boolean takes(
            JavaType.@Nullable Method method,
            List<Expression> arguments,
            Object value,
            Mirror mirror) {
        int index = arguments.indexOf(value);
        if (method == null || index < 0) {
            return false;
        }
        boolean takesJdks =
                method.getDeclaringType().getFullyQualifiedName().startsWith("java.")
                        && Signatures.takesItself(method, index);
        return takesJdks || isFree(Signatures.parameter(method, index), mirror);
    }
}
