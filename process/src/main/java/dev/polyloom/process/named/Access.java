package dev.polyloom.process.named;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/** Makes handles of methods that this module may call. */
public final class Access {
    private Access() {}

    /**
     * Tells whether a method or constructor can be called from here.
     *
     * @param member the method or constructor
     * @return whether a handle of it can be made
     */
    public static boolean isOpen(Executable member) {
        return isExported(member) || member.trySetAccessible();
    }

    private static boolean isExported(Member member) {
        Class<?> owner = member.getDeclaringClass();
        return Modifier.isPublic(member.getModifiers())
                && Modifier.isPublic(owner.getModifiers())
                && !owner.isMemberClass()
                && owner.getModule().isExported(owner.getPackageName(), Access.class.getModule());
    }

    /**
     * Makes a handle of a method.
     *
     * @param method the method
     * @return its handle
     * @throws IllegalAccessException if its module does not let it be called from here
     */
    public static MethodHandle handle(Method method) throws IllegalAccessException {
        if (!isOpen(method)) {
            throw new IllegalAccessException(method + " is not public");
        }
        return MethodHandles.lookup().unreflect(method);
    }

    /**
     * Makes a handle of a constructor.
     *
     * @param constructor the constructor
     * @return its handle
     * @throws IllegalAccessException if its module does not let it be called from here
     */
    public static MethodHandle handle(Constructor<?> constructor) throws IllegalAccessException {
        if (!isOpen(constructor)) {
            throw new IllegalAccessException(constructor + " is not public");
        }
        return MethodHandles.lookup().unreflectConstructor(constructor);
    }
}
