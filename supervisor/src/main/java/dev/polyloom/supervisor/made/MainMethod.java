package dev.polyloom.supervisor.made;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** The method of a class that {@code java} would start: with arguments before without. */
record MainMethod(Method method) {
    static MainMethod of(Class<?> type) {
        Method method = find(type, String[].class);
        if (method == null) {
            method = find(type);
        }
        if (method == null) {
            throw new IllegalArgumentException(
                    "%s has no main(String[]) and no main() that return nothing and are not private"
                            .formatted(type.getName()));
        }
        if (!Modifier.isStatic(method.getModifiers())) {
            var _ = NewInstance.constructor(type);
        }
        if (!method.trySetAccessible()) {
            throw new IllegalArgumentException(
                    "%s cannot be reached; open its package to %s"
                            .formatted(method, MainMethod.class.getModule()));
        }
        return new MainMethod(method);
    }

    private static @Nullable Method find(Class<?> type, Class<?>... parameters) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            try {
                Method method = at.getDeclaredMethod("main", parameters);
                boolean fits = method.getReturnType() == void.class;
                if (fits && !Modifier.isPrivate(method.getModifiers())) {
                    return method;
                }
            } catch (NoSuchMethodException e) {
                // perhaps it is inherited
            }
        }
        return null;
    }

    void call(Class<?> type, String... arguments) throws Exception {
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        try {
            Object on = isStatic ? null : NewInstance.constructor(type).newInstance();
            if (method.getParameterCount() == 0) {
                Object _ = method.invoke(on);
            } else {
                Object _ = method.invoke(on, (Object) arguments);
            }
        } catch (InvocationTargetException e) {
            throw Thrown.by(e);
        }
    }
}
