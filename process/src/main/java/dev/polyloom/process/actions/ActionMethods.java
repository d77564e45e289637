package dev.polyloom.process.actions;

import dev.polyloom.SerializableBiFunction;
import dev.polyloom.SerializableCallable;
import dev.polyloom.SerializableFunction;
import dev.polyloom.process.Action;
import dev.polyloom.process.ActionException;
import dev.polyloom.process.named.Access;
import dev.polyloom.process.named.NearNames;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes actions of classes, objects and functions, or says why it cannot. */
public final class ActionMethods {
    private ActionMethods() {}

    /**
     * Makes actions of the annotated methods of a class.
     *
     * @param type the class
     * @return the actions, at least one
     */
    public static List<ActionMethod> annotated(Class<?> type) {
        return annotated(type, once(() -> Receiver.madeFrom(type)));
    }

    /**
     * Makes actions of the annotated methods of an object.
     *
     * @param object the object
     * @return the actions, at least one
     */
    public static List<ActionMethod> annotated(Object object) {
        return annotated(object.getClass(), () -> Receiver.of(object));
    }

    private static List<ActionMethod> annotated(Class<?> type, Supplier<Receiver> receiver) {
        List<ActionMethod> found = new ArrayList<>();
        for (Method method : methods(type)) {
            Method annotated = ActionNames.annotated(type, method);
            Action annotation = annotated == null ? null : annotated.getAnnotation(Action.class);
            if (annotated != null && annotation != null) {
                found.add(action(ActionNames.of(annotated, annotation), method, receiver));
            }
        }
        if (found.isEmpty()) {
            throw new ActionException(
                    "%s has no method with @Action; annotate one, or register it by its name"
                            .formatted(type.getName()));
        }
        return found;
    }

    /**
     * Makes actions of the methods of one name.
     *
     * @param name the actions' name
     * @param type the class
     * @param wanted the methods' name
     * @return the actions, at least one
     */
    public static List<ActionMethod> named(String name, Class<?> type, String wanted) {
        List<Method> all =
                methods(type).stream()
                        .filter(method -> !Modifier.isPrivate(method.getModifiers()))
                        .toList();
        List<Method> named = all.stream().filter(m -> m.getName().equals(wanted)).toList();
        if (named.isEmpty()) {
            List<String> near = NearNames.of(wanted, all.stream().map(Method::getName).toList());
            throw new ActionException(
                    "no method '%s' in %s that is not private%s"
                            .formatted(
                                    wanted,
                                    type.getName(),
                                    near.isEmpty()
                                            ? ""
                                            : "; did you mean %s?"
                                                    .formatted(String.join(" or ", near))));
        }
        Supplier<Receiver> receiver = once(() -> Receiver.madeFrom(type));
        return named.stream().map(method -> action(name, method, receiver)).toList();
    }

    private static Supplier<Receiver> once(Supplier<Receiver> maker) {
        Receiver[] made = new Receiver[1];
        return () -> {
            if (made[0] == null) {
                made[0] = maker.get();
            }
            return made[0];
        };
    }

    private static ActionMethod action(String name, Method method, Supplier<Receiver> receiver) {
        if (Modifier.isAbstract(method.getModifiers())) {
            throw new ActionException(
                    "%s cannot be the action %s: it is abstract; register a class that implements it"
                            .formatted(method, name));
        }
        if (!Access.isOpen(method)) {
            throw new ActionException(
                    "%s cannot be the action %s: make it public in an exported package, or open its package to dev.polyloom.process"
                            .formatted(method, name));
        }
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        return ActionMethod.of(name, method, isStatic ? null : receiver.get());
    }

    /** Lists a class's methods, inherited ones too, except those that the compiler made. */
    private static List<Method> methods(Class<?> type) {
        Map<String, Method> found = new LinkedHashMap<>();
        for (Class<?> each = type;
                each != null && each != Object.class;
                each = each.getSuperclass()) {
            collect(each.getDeclaredMethods(), found);
        }
        if (type != Object.class) {
            collect(type.getMethods(), found);
        }
        return List.copyOf(found.values());
    }

    private static void collect(Method[] methods, Map<String, Method> found) {
        Arrays.stream(methods)
                .filter(method -> !method.isSynthetic())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .sorted(Comparator.comparing(Method::toString))
                .forEach(method ->
                        found.putIfAbsent(
                                method.getName() + Arrays.toString(method.getParameterTypes()),
                                method));
    }

    /**
     * Makes an action of a function without parameters.
     *
     * @param name the action's name
     * @param function the function
     * @return the action
     */
    public static ActionMethod function(String name, SerializableCallable<?> function) {
        return ActionMethod.of(name, List.of(), new FunctionBody.Zero(function));
    }

    /**
     * Makes an action of a function with one parameter.
     *
     * @param name the action's name
     * @param parameter the parameter's type
     * @param function the function
     * @return the action
     */
    @SuppressWarnings("unchecked") // called with arguments of the type only
    public static ActionMethod function(
            String name, Class<?> parameter, SerializableFunction<?, ?> function) {
        return ActionMethod.of(
                name,
                List.of(parameter),
                new FunctionBody.One((SerializableFunction<@Nullable Object, ?>) function));
    }

    /**
     * Makes an action of a function with two parameters.
     *
     * @param name the action's name
     * @param first the first parameter's type
     * @param second the second parameter's type
     * @param function the function
     * @return the action
     */
    @SuppressWarnings("unchecked") // called with arguments of the types only
    public static ActionMethod function(
            String name,
            Class<?> first,
            Class<?> second,
            SerializableBiFunction<?, ?, ?> function) {
        return ActionMethod.of(
                name,
                List.of(first, second),
                new FunctionBody.Two(
                        (SerializableBiFunction<@Nullable Object, @Nullable Object, ?>) function));
    }

    /**
     * Adds an action to others.
     *
     * @param method the action
     * @param methods those there are by name
     * @throws ActionException if one of the same name and parameters is among them
     */
    public static void add(ActionMethod method, Map<String, List<ActionMethod>> methods) {
        List<ActionMethod> overloads =
                methods.computeIfAbsent(method.name(), name -> new ArrayList<>());
        for (ActionMethod other : overloads) {
            if (other.hasParametersOf(method)) {
                throw new ActionException(
                        "%s is registered twice: as %s and as %s"
                                .formatted(method.call(), other.source(), method.source()));
            }
        }
        overloads.add(method);
    }
}
