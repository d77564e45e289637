package dev.polyloom.rewrite;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.internal.TypesInUse;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;

/**
 * What a file has to do with the mirrored classes.
 *
 * @param path the file
 * @param declared the classes that it declares
 * @param used the classes that it uses, and those that they extend
 * @param mentioned the mirrors that types in it mention
 * @param obstacles what is in the way of swapping its imports
 */
record FileFacts(
        Path path,
        Set<String> declared,
        Set<String> used,
        Set<Mirror> mentioned,
        List<Obstacle> obstacles) {
    /** Looks at a file. */
    static FileFacts of(J.CompilationUnit file) {
        Set<String> declared = new HashSet<>();
        new JavaIsoVisitor<Set<String>>() {
            @Override
            public J.ClassDeclaration visitClassDeclaration(
                    J.ClassDeclaration type, Set<String> names) {
                if (type.getType() != null) {
                    names.add(type.getType().getFullyQualifiedName());
                }
                return super.visitClassDeclaration(type, names);
            }
        }.visit(file, declared);
        Set<String> used = new HashSet<>();
        Set<Mirror> mentioned = EnumSet.noneOf(Mirror.class);
        TypesInUse types = file.getTypesInUse();
        types.getTypesInUse().forEach(each -> look(each, used, mentioned));
        types.getVariables().forEach(each -> look(each.getOwner(), used, mentioned));
        types.getVariables().forEach(each -> look(each.getType(), used, mentioned));
        types.getUsedMethods().forEach(each -> look(each, used, mentioned));
        types.getDeclaredMethods().forEach(each -> look(each, used, mentioned));
        return new FileFacts(
                file.getSourcePath(), declared, used, mentioned, ObstacleFinder.find(file));
    }

    private static void look(JavaType.Method method, Set<String> used, Set<Mirror> mentioned) {
        look(method.getDeclaringType(), used, mentioned);
        look(method.getReturnType(), used, mentioned);
        method.getParameterTypes().forEach(each -> look(each, used, mentioned));
    }

    private static void look(@Nullable JavaType type, Set<String> used, Set<Mirror> mentioned) {
        mentioned.addAll(Mirror.within(type));
        switch (type) {
            case JavaType.Array array -> look(array.getElemType(), used, mentioned);
            case JavaType.Parameterized generic -> {
                withParents(generic.getType(), used);
                generic.getTypeParameters().stream()
                        .filter(each -> !(each instanceof JavaType.GenericTypeVariable))
                        .forEach(each -> look(each, used, mentioned));
            }
            case JavaType.FullyQualified named -> withParents(named, used);
            case null, default -> {}
        }
    }

    /** Adds a class and all above it. */
    private static void withParents(JavaType.@Nullable FullyQualified type, Set<String> used) {
        if (type != null && used.add(type.getFullyQualifiedName())) {
            withParents(type.getSupertype(), used);
            withParents(type.getOwningClass(), used);
            type.getInterfaces().forEach(each -> withParents(each, used));
        }
    }
}
