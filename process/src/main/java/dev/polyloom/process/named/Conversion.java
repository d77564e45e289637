package dev.polyloom.process.named;

import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes an object of a text. */
@FunctionalInterface
public interface Conversion {
    /** The names under which classes offer to be made of text, the most telling first. */
    List<String> FACTORIES = List.of("valueOf", "of", "parse", "fromString");

    Map<Class<?>, Conversion> BUILT_IN =
            Map.ofEntries(
                    Map.entry(int.class, item -> Integer.valueOf(item.strip())),
                    Map.entry(long.class, item -> Long.valueOf(item.strip())),
                    Map.entry(short.class, item -> Short.valueOf(item.strip())),
                    Map.entry(byte.class, item -> Byte.valueOf(item.strip())),
                    Map.entry(float.class, item -> Float.valueOf(item.strip())),
                    Map.entry(double.class, item -> Double.valueOf(item.strip())),
                    Map.entry(boolean.class, Conversion::toBoolean),
                    Map.entry(char.class, Conversion::toChar),
                    Map.entry(Path.class, Path::of),
                    Map.entry(File.class, File::new),
                    Map.entry(URI.class, URI::new));

    Map<Class<?>, Class<?>> PRIMITIVES =
            Map.of(
                    Integer.class, int.class,
                    Long.class, long.class,
                    Short.class, short.class,
                    Byte.class, byte.class,
                    Float.class, float.class,
                    Double.class, double.class,
                    Boolean.class, boolean.class,
                    Character.class, char.class);

    /**
     * Makes the object.
     *
     * @param item the text
     * @return the object
     * @throws Exception if the text is none of the type
     */
    Object convert(String item) throws Exception;

    /**
     * Returns the conversion to a type.
     *
     * @param type the type
     * @return the conversion, which says what was wrong when a text is none of the type, or null if
     *     there is none
     */
    static @Nullable Conversion to(Class<?> type) {
        if (type.isAssignableFrom(String.class)) {
            return item -> item;
        }
        Conversion plain = BUILT_IN.get(PRIMITIVES.getOrDefault(type, type));
        if (plain == null) {
            plain = type.isEnum() ? item -> toEnum(type, item) : factory(type);
        }
        if (plain == null) {
            return null;
        }
        Conversion chosen = plain;
        return item -> explained(chosen, type, item);
    }

    private static Object explained(Conversion conversion, Class<?> type, String item) {
        try {
            return conversion.convert(item);
        } catch (Exception e) {
            throw new IllegalArgumentException(
                    "cannot be made a %s: %s".formatted(type.getSimpleName(), reason(e)), e);
        }
    }

    private static String reason(Exception e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private static Object toBoolean(String item) {
        return switch (item.strip()) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw new IllegalArgumentException(
                            "'" + item + "' is neither 'true' nor 'false'");
        };
    }

    private static Object toChar(String item) {
        if (item.length() != 1) {
            throw new IllegalArgumentException("'" + item + "' is not a single character");
        }
        return item.charAt(0);
    }

    private static Object toEnum(Class<?> type, String item) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(item.strip())) {
                return constant;
            }
        }
        throw new IllegalArgumentException(
                "'%s' is none of %s".formatted(item, Arrays.toString(type.getEnumConstants())));
    }

    private static @Nullable Conversion factory(Class<?> type) {
        for (String name : FACTORIES) {
            for (Class<?> parameter : List.of(String.class, CharSequence.class)) {
                Method method = factory(type, name, parameter);
                if (method != null) {
                    return item -> unwrapped(() -> method.invoke(null, item));
                }
            }
        }
        return Modifier.isAbstract(type.getModifiers()) ? null : constructor(type);
    }

    private static @Nullable Conversion constructor(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(String.class);
            return usable(constructor)
                    ? item -> unwrapped(() -> constructor.newInstance(item))
                    : null;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private static @Nullable Method factory(Class<?> type, String name, Class<?> parameter) {
        try {
            Method method = type.getDeclaredMethod(name, parameter);
            return Modifier.isStatic(method.getModifiers())
                            && type.isAssignableFrom(method.getReturnType())
                            && usable(method)
                    ? method
                    : null;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private static boolean usable(Executable member) {
        return !Modifier.isPrivate(member.getModifiers()) && Access.isOpen(member);
    }

    /** A reflective call. */
    @FunctionalInterface
    interface Call {
        /**
         * Makes the call.
         *
         * @return the result
         * @throws Exception what the call throws
         */
        Object call() throws Exception;
    }

    private static Object unwrapped(Call call) throws Exception {
        try {
            return call.call();
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
