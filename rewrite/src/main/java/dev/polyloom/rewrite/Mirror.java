package dev.polyloom.rewrite;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;

/** Classes of {@code java.util.concurrent} that move to {@code dev.polyloom.compat} together. */
enum Mirror {
    EXECUTORS("Executors"),
    POOLS("ThreadPoolExecutor", "ScheduledThreadPoolExecutor", "RejectedExecutionHandler"),
    FORK_JOIN("ForkJoinPool"),
    FUTURE("CompletableFuture"),
    COMPLETION("ExecutorCompletionService");

    static final String JDK = "java.util.concurrent.";
    static final String COMPAT = "dev.polyloom.compat.";

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<String> names;

    Mirror(String... names) {
        this.names = List.of(names);
    }

    /** Returns the simple names of its classes. */
    List<String> names() {
        return names;
    }

    /** Tells whether one class may stay where another one moves. */
    boolean isIndependent() {
        return this == EXECUTORS;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns which mirror a class of the JDK, or one nested in it, belongs to. */
    static @Nullable Mirror of(@Nullable String className) {
        if (className == null || !className.startsWith(JDK)) {
            return null;
        }
        String simple = className.substring(JDK.length()).replaceFirst("[$.].*", "");
        return Arrays.stream(values())
                .filter(mirror -> mirror.names.contains(simple))
                .findFirst()
                .orElse(null);
    }

    /** Returns the mirror of a type itself, whatever its arguments are. */
    static @Nullable Mirror of(@Nullable JavaType type) {
        return type instanceof JavaType.FullyQualified named
                ? of(named.getFullyQualifiedName())
                : null;
    }

    /** Returns the mirror of the class that an import names, or null if it names none alone. */
    static @Nullable Mirror swapped(J.Import statement) {
        String name = statement.getTypeName();
        Mirror mirror = statement.isStatic() ? null : of(name);
        return mirror != null && mirror.names.contains(name.substring(JDK.length()))
                ? mirror
                : null;
    }

    /** Returns the mirror of the class of compat that an import names, or null. */
    static @Nullable Mirror ofCompat(J.Import statement) {
        String name = statement.getTypeName();
        return name.startsWith(COMPAT) ? of(JDK + name.substring(COMPAT.length())) : null;
    }

    /** Returns the mirrors of a type, of its arguments, its bounds and its elements. */
    static Set<Mirror> within(@Nullable JavaType type) {
        Set<Mirror> found = EnumSet.noneOf(Mirror.class);
        collect(type, found, new HashSet<>());
        return found;
    }

    /** Returns the mirrors of what a type is made of, other than the type itself. */
    static Set<Mirror> inside(@Nullable JavaType type) {
        return switch (type) {
            case JavaType.Array array -> inside(array.getElemType());
            case JavaType.Parameterized generic when of(generic) != null -> {
                Set<Mirror> found = EnumSet.noneOf(Mirror.class);
                generic.getTypeParameters().forEach(each -> found.addAll(within(each)));
                yield found;
            }
            case null, default -> of(type) == null ? within(type) : EnumSet.noneOf(Mirror.class);
        };
    }

    private static void collect(@Nullable JavaType type, Set<Mirror> found, Set<JavaType> seen) {
        if (type == null || !seen.add(type)) {
            return;
        }
        Mirror own = of(type);
        if (own != null) {
            found.add(own);
        }
        switch (type) {
            case JavaType.Parameterized generic ->
                    generic.getTypeParameters().forEach(each -> collect(each, found, seen));
            case JavaType.Array array -> collect(array.getElemType(), found, seen);
            case JavaType.GenericTypeVariable variable ->
                    variable.getBounds().forEach(each -> collect(each, found, seen));
            case JavaType.Intersection both ->
                    both.getBounds().forEach(each -> collect(each, found, seen));
            default -> {}
        }
    }
}
