package dev.polyloom.process.actions;

import dev.polyloom.process.ActionException;
import dev.polyloom.process.named.Access;
import java.io.Serial;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** The object that the actions of a class are called on: one given, or one made in each process. */
final class Receiver implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    private final Class<?> type;

    @SuppressWarnings("serial") // whether it can travel shows when it is to
    private final @Nullable Object given;

    private transient @Nullable Object made;

    private Receiver(Class<?> type, @Nullable Object given) {
        this.type = type;
        this.given = given;
    }

    static Receiver of(Object object) {
        return new Receiver(object.getClass(), object);
    }

    /** Makes one that calls the constructor without parameters when it is first needed. */
    static Receiver madeFrom(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            if (!Modifier.isAbstract(type.getModifiers()) && Access.isOpen(constructor)) {
                return new Receiver(type, null);
            }
        } catch (NoSuchMethodException e) {
            // said below
        }
        throw new ActionException(
                "%s has actions that need an object, and none can be made: give it a constructor without parameters, make the methods static, or register an object"
                        .formatted(type.getName()));
    }

    Class<?> type() {
        return type;
    }

    Object object() throws Throwable {
        return given != null ? given : made();
    }

    private synchronized Object made() throws Throwable {
        Object object = made;
        if (object == null) {
            object = Access.handle(type.getDeclaredConstructor()).invoke();
            made = object;
        }
        return object;
    }
}
