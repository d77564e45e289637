package dev.polyloom.rewrite;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.Flag;
import org.openrewrite.java.tree.JavaType;

/** What declarations say of the mirrored classes, apart from what calls make of type variables. */
final class Signatures {
    private Signatures() {}

    /** Returns the mirrors that the declaration of a method returns. */
    static Set<Mirror> returned(JavaType.Method method) {
        return collect(method, each -> Mirror.within(each.getReturnType()));
    }

    /** Returns the mirrors inside of what the declaration of a method returns. */
    static Set<Mirror> insideReturned(JavaType.Method method) {
        return collect(method, each -> Mirror.inside(each.getReturnType()));
    }

    /** Returns the mirrors that the declaration of a method takes. */
    static Set<Mirror> taken(JavaType.Method method) {
        return collect(method, each -> union(each.getParameterTypes(), Mirror::within));
    }

    /** Returns the mirrors inside of what the declaration of a method takes. */
    static Set<Mirror> insideTaken(JavaType.Method method) {
        return collect(method, each -> union(each.getParameterTypes(), Mirror::inside));
    }

    /** Tells whether the declaration of a method takes a mirrored class itself at an index. */
    static boolean takesItself(JavaType.Method method, int index) {
        return declarations(method).stream()
                .anyMatch(each -> Mirror.of(element(parameter(each, index))) != null);
    }

    /** Returns the type of the parameter that takes an argument, or null. */
    static @Nullable JavaType parameter(JavaType.Method method, int index) {
        List<JavaType> types = method.getParameterTypes();
        return types.isEmpty() ? null : types.get(Math.min(index, types.size() - 1));
    }

    private static @Nullable JavaType element(@Nullable JavaType type) {
        return type instanceof JavaType.Array array ? array.getElemType() : type;
    }

    /** Returns the mirrors that the one abstract method of a functional interface takes. */
    static Set<Mirror> takenByLambda(@Nullable JavaType type) {
        Set<Mirror> found = EnumSet.noneOf(Mirror.class);
        if (type instanceof JavaType.FullyQualified named) {
            named.getMethods().stream()
                    .filter(method -> method.hasFlags(Flag.Abstract))
                    .forEach(method -> found.addAll(taken(method)));
        }
        return found;
    }

    private static Set<Mirror> collect(
            JavaType.Method method, Function<JavaType.Method, Set<Mirror>> part) {
        return union(declarations(method), part);
    }

    private static <T> Set<Mirror> union(List<T> all, Function<T, Set<Mirror>> part) {
        Set<Mirror> found = EnumSet.noneOf(Mirror.class);
        all.forEach(each -> found.addAll(part.apply(each)));
        return found;
    }

    /** Returns the methods that a call may mean, as they are declared. */
    private static List<JavaType.Method> declarations(JavaType.Method method) {
        List<JavaType.Method> declared =
                declaring(method).getMethods().stream()
                        .filter(each -> each.getName().equals(method.getName()))
                        .filter(each ->
                                each.getParameterTypes().size()
                                        == method.getParameterTypes().size())
                        .toList();
        return declared.isEmpty() ? List.of(method) : declared;
    }

    private static JavaType.FullyQualified declaring(JavaType.Method method) {
        return method.getDeclaringType() instanceof JavaType.Parameterized generic
                ? generic.getType()
                : method.getDeclaringType();
    }
}
