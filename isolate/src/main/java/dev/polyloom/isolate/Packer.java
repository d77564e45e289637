package dev.polyloom.isolate;

import dev.polyloom.SerializationException;
import dev.polyloom.isolate.Parcel.Part;
import dev.polyloom.spi.ComposedBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes a value apart, so that it can be put together for another class loader.
 *
 * <p>Records, arrays, enums, lambdas and the JDK's collections are taken apart here, whether they
 * can be serialised or not. Where anything else is among them, the whole value goes by the JDK's
 * serialisation, so that what was one object stays one.
 */
final class Packer {
    /** Final classes of the JDK whose objects never change. */
    private static final Set<Class<?>> VALUES =
            Set.of(
                    String.class,
                    Integer.class,
                    Long.class,
                    Double.class,
                    Boolean.class,
                    Byte.class,
                    Short.class,
                    Character.class,
                    Float.class,
                    Void.class,
                    BigInteger.class,
                    BigDecimal.class,
                    Duration.class,
                    Instant.class,
                    LocalDate.class,
                    LocalTime.class,
                    LocalDateTime.class,
                    OffsetDateTime.class,
                    ZonedDateTime.class,
                    ZoneOffset.class,
                    Period.class,
                    UUID.class,
                    URI.class,
                    URL.class,
                    Locale.class,
                    Pattern.class,
                    OptionalInt.class,
                    OptionalLong.class,
                    OptionalDouble.class);

    private static final ClassValue<@Nullable Method> REPLACERS =
            new ClassValue<>() {
                @Override
                protected @Nullable Method computeValue(Class<?> type) {
                    return replacer(type);
                }
            };

    /** Says that a value, which the path names, is nothing that can be taken apart here. */
    private static final class Foreign extends Exception {
        private static final long serialVersionUID = 1L;

        private String path = "";

        Foreign(Object value) {
            super(why(value.getClass()), null, false, false);
        }

        private static String why(Class<?> type) {
            if (type.isRecord() && !RecordShape.of(type).isOpen()) {
                return RecordShape.of(type).closed();
            }
            return type.isHidden()
                    ? "%s is a plain lambda, which its type does not make serialisable as"
                                    .formatted(type.getName())
                            + " SerializableCallable does"
                    : type.getName() + " is no record, array, enum, or collection of the JDK's";
        }

        Foreign under(String step) {
            path = step + path;
            return this;
        }
    }

    private @Nullable Map<Object, Part> seen;

    private Packer() {}

    /**
     * Packs a value.
     *
     * @param root what it is, such as {@code task}
     * @param value the value
     * @return the parcel
     * @throws SerializationException if it cannot travel
     */
    static Parcel pack(String root, @Nullable Object value) {
        if (value instanceof ComposedBody body) {
            @Nullable Object[] parts = body.parts();
            return new Parcel(root, new Parcel.OfBody(body.composer(), packAll(root, parts)));
        }
        return new Parcel(root, packed(root, value));
    }

    private static @Nullable Object[] packAll(String root, @Nullable Object[] values) {
        Packer packer = new Packer();
        try {
            return packer.all(values);
        } catch (Foreign e) {
            return new @Nullable Object[] {serialised(root, values, e)};
        } catch (StackOverflowError e) {
            throw tooDeep(root, e);
        }
    }

    private static @Nullable Object packed(String root, @Nullable Object value) {
        try {
            return new Packer().content(value);
        } catch (Foreign e) {
            return serialised(root, value, e);
        } catch (StackOverflowError e) {
            throw tooDeep(root, e);
        }
    }

    private static SerializationException tooDeep(String root, StackOverflowError e) {
        return new SerializationException(root, "it is nested too deep to be copied", e);
    }

    private static Part serialised(String root, @Nullable Object value, Foreign foreign) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new SerializationException(
                    root + foreign.path,
                    "%s, and cannot be serialised (%s)".formatted(foreign.getMessage(), e),
                    e);
        }
        return new Parcel.OfBytes(bytes.toByteArray());
    }

    private @Nullable Object[] all(@Nullable Object[] values) throws Foreign {
        @Nullable Object[] contents = new @Nullable Object[values.length];
        for (int i = 0; i < values.length; i++) {
            try {
                contents[i] = content(values[i]);
            } catch (Foreign e) {
                throw e.under("[" + i + "]");
            }
        }
        return contents;
    }

    private @Nullable Object content(@Nullable Object value) throws Foreign {
        if (value == null || VALUES.contains(value.getClass())) {
            return value;
        }
        Part known = seen == null ? null : seen.get(value);
        return known != null ? known : part(value);
    }

    private Part part(Object value) throws Foreign {
        Class<?> type = value.getClass();
        if (type.isArray()) {
            return array(value, type.componentType());
        }
        if (type.isRecord()) {
            return record(value, RecordShape.of(type));
        }
        if (value instanceof Enum<?> constant) {
            return new Parcel.OfEnum(constant.getDeclaringClass(), constant.name());
        }
        if (value instanceof Class<?> itself) {
            return new Parcel.OfClass(itself);
        }
        Container kind = Container.of(value);
        if (kind != null) {
            return container(value, kind);
        }
        if (type.isHidden() && value instanceof Serializable) {
            return lambda(value);
        }
        throw new Foreign(value);
    }

    private <P extends Part> P seen(Object value, P part) {
        Map<Object, Part> all = seen == null ? new IdentityHashMap<>() : seen;
        seen = all;
        all.put(value, part);
        return part;
    }

    private Part array(Object array, Class<?> component) throws Foreign {
        Object copy =
                switch (array) {
                    case byte[] a -> a.clone();
                    case int[] a -> a.clone();
                    case long[] a -> a.clone();
                    case double[] a -> a.clone();
                    case char[] a -> a.clone();
                    case float[] a -> a.clone();
                    case short[] a -> a.clone();
                    case boolean[] a -> a.clone();
                    default -> null;
                };
        if (copy != null) {
            return seen(array, new Parcel.OfPrimitives(copy));
        }
        @Nullable Object[] elements = (@Nullable Object[]) array;
        @Nullable Object[] contents = new @Nullable Object[elements.length];
        Part part = seen(array, new Parcel.OfArray(component, contents));
        fill(contents, elements);
        return part;
    }

    private void fill(@Nullable Object[] contents, @Nullable Object[] values) throws Foreign {
        @Nullable Object[] all = all(values);
        System.arraycopy(all, 0, contents, 0, all.length);
    }

    private Part record(Object value, RecordShape shape) throws Foreign {
        if (!shape.isOpen()) {
            throw new Foreign(value);
        }
        @Nullable Object[] contents = new @Nullable Object[shape.size()];
        Part part = seen(value, new Parcel.OfRecord(shape, contents));
        for (int i = 0; i < contents.length; i++) {
            try {
                contents[i] = content(shape.get(value, i));
            } catch (Foreign e) {
                throw e.under("." + shape.name(i));
            } catch (Error e) {
                throw e;
            } catch (Throwable e) {
                // an accessor of the user's that throws; serialisation reads the field
                throw new Foreign(value);
            }
        }
        return part;
    }

    private Part container(Object value, Container kind) throws Foreign {
        @Nullable Object[] elements = Container.elements(value);
        @Nullable Object[] contents = new @Nullable Object[elements.length];
        Part part = seen(value, new Parcel.OfContainer(kind, contents));
        fill(contents, elements);
        return part;
    }

    private Part lambda(Object value) throws Foreign {
        Method replacer = REPLACERS.get(value.getClass());
        SerializedLambda form = replacer == null ? null : form(replacer, value);
        if (form == null) {
            throw new Foreign(value);
        }
        Class<?> capturing = capturing(form, value.getClass());
        if (capturing == null) {
            throw new Foreign(value);
        }
        @Nullable Object[] contents = new @Nullable Object[form.getCapturedArgCount()];
        Part part = seen(value, new Parcel.OfLambda(capturing, form, contents));
        for (int i = 0; i < contents.length; i++) {
            try {
                contents[i] = content(form.getCapturedArg(i));
            } catch (Foreign e) {
                throw e.under(".arg[" + i + "]");
            }
        }
        return part;
    }

    private static @Nullable SerializedLambda form(Method replacer, Object value) {
        try {
            return replacer.invoke(value) instanceof SerializedLambda form ? form : null;
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    private static @Nullable Class<?> capturing(SerializedLambda form, Class<?> lambda) {
        try {
            return Class.forName(
                    form.getCapturingClass().replace('/', '.'), false, lambda.getClassLoader());
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static @Nullable Method replacer(Class<?> type) {
        try {
            Method method = type.getDeclaredMethod("writeReplace");
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException | RuntimeException e) {
            return null;
        }
    }
}
