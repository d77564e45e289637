package dev.polyloom.process.actions;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Calls the default methods of interfaces, those that are not public too. */
final class Defaults {
    private Defaults() {}

    static @Nullable Object call(
            Class<?> type, Object proxy, Method method, @Nullable Object[] arguments)
            throws Throwable {
        MethodHandles.Lookup lookup;
        try {
            lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        } catch (IllegalAccessException e) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        Class<?> owner = method.getDeclaringClass();
        return lookup.findSpecial(
                        owner,
                        method.getName(),
                        java.lang.invoke.MethodType.methodType(
                                method.getReturnType(), method.getParameterTypes()),
                        type)
                .bindTo(proxy)
                .invokeWithArguments(arguments);
    }
}
