package dev.polyloom.rewrite;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;

/**
 * Finds where a class of the pools is used as another one that it extends: the JDK's scheduled pool
 * is a pool, and its policies are handlers; those of compat are not each other's.
 */
final class Targets {
    private Targets() {}

    static void look(
            JavaType.Method method, List<Expression> arguments, J place, List<Obstacle> found) {
        if (!method.getDeclaringType().getFullyQualifiedName().startsWith("java.")) {
            for (int i = 0; i < arguments.size(); i++) {
                look(Signatures.parameter(method, i), arguments.get(i), place, found);
            }
        }
    }

    static void look(
            @Nullable JavaType target, @Nullable Expression value, J place, List<Obstacle> found) {
        if (Mirror.of(target) == Mirror.POOLS
                && value != null
                && !(value instanceof J.Lambda)
                && Mirror.of(value.getType()) == Mirror.POOLS
                && !name(value.getType()).equals(name(target))) {
            found.add(
                    new Obstacle(
                            Mirror.POOLS,
                            place.getId(),
                            "Polyloom: compat's %s is no %s of compat"
                                    .formatted(simple(value.getType()), simple(target)),
                            null));
        }
    }

    private static String name(@Nullable JavaType type) {
        return type instanceof JavaType.FullyQualified named ? named.getFullyQualifiedName() : "";
    }

    private static String simple(@Nullable JavaType type) {
        return type instanceof JavaType.FullyQualified named ? named.getClassName() : "";
    }
}
