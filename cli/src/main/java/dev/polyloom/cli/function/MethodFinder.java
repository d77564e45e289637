package dev.polyloom.cli.function;

import dev.polyloom.process.named.Access;
import dev.polyloom.process.named.Conversion;
import dev.polyloom.process.named.NearNames;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the method that a name means, or says which ones it could have meant. */
final class MethodFinder {
    private static final int MAX_LISTED = 12;

    private MethodFinder() {}

    /**
     * A method that can take an item.
     *
     * @param owner the class it was named on
     * @param method the method
     * @param shape how it takes the item
     * @param rank how well it suits text, 0 best
     */
    private record Candidate(Class<?> owner, Method method, Shape shape, int rank) {}

    static MethodCall find(List<Class<?>> owners, FunctionSpec spec, boolean test) {
        for (Class<?> owner : owners) {
            List<Method> named =
                    methods(owner).stream()
                            .filter(method -> method.getName().equals(spec.method()))
                            .toList();
            if (!named.isEmpty()) {
                Candidate best = best(owner, named, spec);
                if (test) {
                    requireBoolean(best.method);
                }
                return new MethodCall(owner, best.method, best.shape);
            }
        }
        throw new FunctionException(noMethod(owners, spec));
    }

    private static Candidate best(Class<?> owner, List<Method> named, FunctionSpec spec) {
        List<Candidate> usable =
                named.stream()
                        .filter(method -> matches(method, spec.parameters()))
                        .flatMap(method -> Stream.ofNullable(candidate(owner, method)))
                        .toList();
        int rank = usable.stream().mapToInt(Candidate::rank).min().orElse(0);
        List<Candidate> best = usable.stream().filter(each -> each.rank == rank).toList();
        return switch (best.size()) {
            case 0 -> throw takesNoItem(owner, named, spec);
            case 1 -> best.getFirst();
            default -> throw ambiguous(best, spec);
        };
    }

    private static FunctionException takesNoItem(
            Class<?> owner, List<Method> named, FunctionSpec spec) {
        return new FunctionException(
                "%s takes no single item that can be made of text; there is %s; %s"
                        .formatted(
                                owner.getName() + "::" + spec.method(),
                                signatures(named),
                                "a method of one parameter is needed, of type String, Path,"
                                        + " a number, an enum or one with valueOf(String)"));
    }

    private static FunctionException ambiguous(List<Candidate> equal, FunctionSpec spec) {
        return new FunctionException(
                "'%s' has several methods that take an item; write one of %s"
                        .formatted(
                                spec.method(),
                                signatures(equal.stream().map(Candidate::method).toList())));
    }

    private static @Nullable Candidate candidate(Class<?> owner, Method method) {
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        Class<?>[] parameters = method.getParameterTypes();
        if (!Access.isOpen(method)) {
            return null;
        }
        if (parameters.length == 1 && Conversion.to(parameters[0]) != null) {
            if (isStatic) {
                return new Candidate(owner, method, Shape.STATIC, rank(parameters[0]));
            }
            return canBeMade(owner)
                    ? new Candidate(owner, method, Shape.INSTANCE, 200 + rank(parameters[0]))
                    : null;
        }
        boolean receiver = parameters.length == 0 && !isStatic && Conversion.to(owner) != null;
        return receiver ? new Candidate(owner, method, Shape.RECEIVER, 100) : null;
    }

    private static int rank(Class<?> parameter) {
        if (parameter == String.class) {
            return 0;
        }
        if (parameter == CharSequence.class) {
            return 1;
        }
        return parameter.isAssignableFrom(String.class) ? 2 : 3;
    }

    private static boolean canBeMade(Class<?> owner) {
        if (Modifier.isAbstract(owner.getModifiers())) {
            return false;
        }
        try {
            return Access.isOpen(owner.getDeclaredConstructor());
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private static boolean matches(Method method, @Nullable List<String> wanted) {
        if (wanted == null) {
            return true;
        }
        Class<?>[] parameters = method.getParameterTypes();
        boolean same = parameters.length == wanted.size();
        for (int i = 0; same && i < parameters.length; i++) {
            String name = wanted.get(i);
            same =
                    name.equals(parameters[i].getSimpleName())
                            || name.equals(parameters[i].getCanonicalName());
        }
        return same;
    }

    private static void requireBoolean(Method method) {
        Class<?> result = method.getReturnType();
        if (result != boolean.class && result != Boolean.class) {
            throw new FunctionException(
                    "%s returns %s; a filter needs a method that returns boolean"
                            .formatted(signature(method), result.getSimpleName()));
        }
    }

    private static String noMethod(List<Class<?>> owners, FunctionSpec spec) {
        List<Method> all =
                owners.stream()
                        .flatMap(owner -> methods(owner).stream())
                        .filter(method -> method.getDeclaringClass() != Object.class)
                        .toList();
        List<String> near = NearNames.of(spec.method(), all.stream().map(Method::getName).toList());
        List<Method> meant =
                near.stream()
                        .flatMap(name -> all.stream().filter(m -> m.getName().equals(name)))
                        .toList();
        String missing =
                "no method '%s' in %s; ".formatted(spec.method(), owners.getFirst().getName());
        return meant.isEmpty()
                ? missing + "it has " + (all.isEmpty() ? "none" : signatures(all))
                : missing + "did you mean " + signatures(meant) + "?";
    }

    private static String signatures(List<Method> methods) {
        String listed =
                methods.stream()
                        .map(MethodFinder::signature)
                        .distinct()
                        .limit(MAX_LISTED)
                        .collect(Collectors.joining(", "));
        return methods.size() > MAX_LISTED ? listed + " and others" : listed;
    }

    private static String signature(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", method.getName() + "(", ")"));
    }

    /** Lists a class's methods, inherited ones too, except private and compiler-made ones. */
    private static List<Method> methods(Class<?> owner) {
        Map<String, Method> found = new LinkedHashMap<>();
        for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
            add(found, type.getDeclaredMethods());
        }
        add(found, owner.getMethods());
        return List.copyOf(found.values());
    }

    private static void add(Map<String, Method> found, Method[] methods) {
        Arrays.sort(
                methods, Comparator.comparing(Method::getName).thenComparing(MethodFinder::key));
        for (Method method : methods) {
            if (!method.isSynthetic() && !Modifier.isPrivate(method.getModifiers())) {
                found.putIfAbsent(key(method), method);
            }
        }
    }

    private static String key(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }

    static Method byDescriptor(Class<?> owner, String name, String descriptor)
            throws NoSuchMethodException {
        for (Method method : methods(owner)) {
            if (method.getName().equals(name) && descriptor(method).equals(descriptor)) {
                return method;
            }
        }
        throw new NoSuchMethodException(owner.getName() + "::" + name + descriptor);
    }

    static String descriptor(Method method) {
        return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                .toMethodDescriptorString();
    }
}
