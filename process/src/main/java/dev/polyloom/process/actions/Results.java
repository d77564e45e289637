package dev.polyloom.process.actions;

import dev.polyloom.process.ActionException;
import dev.polyloom.process.DeferredCall;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Gives the results of actions the type that a method of an interface promises. */
final class Results {
    private Results() {}

    static @Nullable Object as(Method method, DeferredCall call, @Nullable Object result) {
        Class<?> type = method.getReturnType();
        if (type == void.class) {
            return null;
        }
        if (result == null ? !type.isPrimitive() : type.isInstance(result)) {
            return result;
        }
        Class<?> plain = result == null ? void.class : Kinds.plain(result.getClass());
        if (type.isPrimitive() && plain.isPrimitive() && Kinds.isSubtype(plain, type)) {
            return widened(result, type);
        }
        throw new ActionException(
                "%s returned %s, but %s::%s promises a %s"
                        .formatted(
                                call,
                                result == null ? "nothing" : "a " + result.getClass().getName(),
                                method.getDeclaringClass().getSimpleName(),
                                method.getName(),
                                type.getSimpleName()));
    }

    private static @Nullable Object widened(@Nullable Object result, Class<?> type) {
        try {
            return MethodHandles.identity(type)
                    .asType(MethodType.genericMethodType(1))
                    .invoke(result);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
