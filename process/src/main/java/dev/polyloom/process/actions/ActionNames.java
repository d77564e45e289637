package dev.polyloom.process.actions;

import dev.polyloom.process.Action;
import dev.polyloom.process.ActionException;
import java.lang.reflect.Method;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The names of actions: what they may look like, and what annotations say of them. */
public final class ActionNames {
    private static final int LONGEST = 200;

    private ActionNames() {}

    /**
     * Checks a name.
     *
     * @param name the name
     * @return the name
     * @throws ActionException if it is not made of Java identifiers with dots between them
     */
    public static String check(String name) {
        if (name.length() > LONGEST || !isDotted(name)) {
            throw new ActionException(
                    "'%s' is no name of an action; write identifiers with dots between them, such as images.thumbnail, at most %d characters"
                            .formatted(CallText.shortened(name), LONGEST));
        }
        return name;
    }

    private static boolean isDotted(String name) {
        for (String part : name.split("\\.", -1)) {
            if (!isIdentifier(part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIdentifier(String part) {
        return !part.isEmpty()
                && Character.isJavaIdentifierStart(part.codePointAt(0))
                && part.codePoints().skip(1).allMatch(ActionNames::isPart);
    }

    private static boolean isPart(int codePoint) {
        return Character.isJavaIdentifierPart(codePoint)
                && !Character.isIdentifierIgnorable(codePoint);
    }

    /** Returns the name that an annotation of a method gives it. */
    static String of(Method method, Action annotation) {
        return check(
                annotation.value().isEmpty()
                        ? group(method.getDeclaringClass()) + "." + method.getName()
                        : annotation.value());
    }

    /** Returns the name of a method in the group of its interface, annotated or not. */
    static String of(Class<?> group, Method method) {
        Action annotation = method.getAnnotation(Action.class);
        return annotation == null || annotation.value().isEmpty()
                ? check(group(group) + "." + method.getName())
                : check(annotation.value());
    }

    private static String group(Class<?> type) {
        Action annotation = type.getAnnotation(Action.class);
        return annotation == null || annotation.value().isEmpty()
                ? lowered(type.getSimpleName())
                : annotation.value();
    }

    /** Lowers the first letters: {@code Images} to {@code images}, {@code URLTools} to urlTools. */
    private static String lowered(String name) {
        int capitals = 0;
        while (capitals < name.length() && Character.isUpperCase(name.charAt(capitals))) {
            capitals++;
        }
        boolean acronym = capitals > 1 && capitals < name.length();
        int lower = acronym ? capitals - 1 : capitals;
        return name.substring(0, lower).toLowerCase(Locale.ROOT) + name.substring(lower);
    }

    /** Finds the annotation of a method, or of one that it overrides or implements. */
    static @Nullable Method annotated(Class<?> type, Method method) {
        Method own = declared(type, method);
        if (own != null && own.isAnnotationPresent(Action.class)) {
            return own;
        }
        Class<?> parent = type.getSuperclass();
        Method above = parent == null ? null : annotated(parent, method);
        for (Class<?> each : type.getInterfaces()) {
            above = above == null ? annotated(each, method) : above;
        }
        return above;
    }

    private static @Nullable Method declared(Class<?> type, Method like) {
        try {
            return type.getDeclaredMethod(like.getName(), like.getParameterTypes());
        } catch (NoSuchMethodException e) {
            return null;
        }
    }
}
