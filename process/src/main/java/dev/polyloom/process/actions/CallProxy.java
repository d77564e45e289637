package dev.polyloom.process.actions;

import dev.polyloom.process.ActionException;
import dev.polyloom.process.Actions;
import dev.polyloom.process.DeferredCall;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The handler of the objects whose methods are actions. */
public final class CallProxy implements InvocationHandler {
    private final Class<?> type;
    private final @Nullable Actions actions;
    private final Route route;
    private final Map<Method, String> names;

    private CallProxy(
            Class<?> type, @Nullable Actions actions, Route route, Map<Method, String> names) {
        this.type = type;
        this.actions = actions;
        this.route = route;
        this.names = names;
    }

    /**
     * Makes an object.
     *
     * @param <T> its interface
     * @param type its interface
     * @param actions what can be called, or null if only that place knows
     * @param route where to
     * @return the object
     * @throws ActionException if a method has no action
     * @throws IllegalArgumentException if the type is no interface
     */
    public static <T> T of(Class<T> type, @Nullable Actions actions, Route route) {
        if (!type.isInterface() || type.isSealed() || type.isAnnotation()) {
            throw new IllegalArgumentException(
                    "%s is no interface that can be implemented; write one whose methods are the actions"
                            .formatted(type.getName()));
        }
        CallProxy handler = new CallProxy(type, actions, route, names(type, actions));
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Map<Method, String> names(Class<?> type, @Nullable Actions actions) {
        Map<Method, String> names = new HashMap<>();
        List<String> problems = new ArrayList<>();
        for (Method method : type.getMethods()) {
            if (Modifier.isAbstract(method.getModifiers()) && !isOfObject(method)) {
                String name = ActionNames.of(type, method);
                names.put(method, name);
                if (actions != null && !actions.names().contains(name)) {
                    problems.add(
                            "%s::%s: %s"
                                    .formatted(
                                            type.getSimpleName(),
                                            method.getName(),
                                            Overloads.unknown(name, actions.names()).getMessage()));
                }
            }
        }
        if (!problems.isEmpty()) {
            problems.sort(null);
            throw new ActionException(String.join("\n", problems));
        }
        return names;
    }

    private static boolean isOfObject(Method method) {
        return Arrays.stream(Object.class.getMethods())
                .anyMatch(own ->
                        own.getName().equals(method.getName())
                                && Arrays.equals(
                                        own.getParameterTypes(), method.getParameterTypes()));
    }

    @Override
    public @Nullable Object invoke(
            Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        @Nullable Object[] given = arguments == null ? new Object[0] : arguments;
        String name = names.get(method);
        if (name != null) {
            return call(method, DeferredCall.of(name, given));
        }
        return isOfObject(method)
                ? ofObject(method, given)
                : Defaults.call(type, proxy, method, given);
    }

    private @Nullable Object ofObject(Method method, @Nullable Object[] given) {
        return switch (method.getName()) {
            case "equals" -> isSame(given[0]);
            case "hashCode" -> Objects.hash(type, route);
            default -> "%s at %s".formatted(type.getSimpleName(), route);
        };
    }

    @SuppressWarnings("ReferenceEquality") // the same way, not a similar one
    private boolean isSame(@Nullable Object other) {
        return other != null
                && Proxy.isProxyClass(other.getClass())
                && Proxy.getInvocationHandler(other) instanceof CallProxy proxy
                && proxy.type == type
                && proxy.route == route;
    }

    private @Nullable Object call(Method method, DeferredCall call) throws Throwable {
        if (actions != null) {
            actions.check(call);
        }
        Class<?> result = method.getReturnType();
        if (result.isAssignableFrom(CompletableFuture.class) && result != Object.class) {
            return route.submit(call);
        }
        try {
            return Results.as(method, call, Routes.await(route.submit(call)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw declared(method, e);
        } catch (Exception e) {
            throw declared(method, e);
        }
    }

    /** Returns an exception as the method may throw it. */
    private static Throwable declared(Method method, Exception e) {
        boolean free =
                e instanceof RuntimeException
                        || Arrays.stream(method.getExceptionTypes())
                                .anyMatch(type -> type.isInstance(e));
        if (free) {
            return e;
        }
        return new UndeclaredThrowableException(
                e,
                "%s, which %s::%s does not declare"
                        .formatted(
                                e, method.getDeclaringClass().getSimpleName(), method.getName()));
    }
}
