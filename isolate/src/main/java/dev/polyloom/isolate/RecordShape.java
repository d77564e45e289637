package dev.polyloom.isolate;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** How records of one class are taken apart and made. */
final class RecordShape {
    private static final ClassValue<RecordShape> SHAPES =
            new ClassValue<>() {
                @Override
                protected RecordShape computeValue(Class<?> type) {
                    return new RecordShape(type);
                }
            };

    private final Class<?> type;
    private final RecordComponent[] components;
    private final MethodHandle @Nullable [] accessors;
    private final @Nullable MethodHandle constructor;

    private RecordShape(Class<?> type) {
        this.type = type;
        this.components = type.getRecordComponents();
        MethodHandle[] found = new MethodHandle[components.length];
        MethodHandle made = null;
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            Class<?>[] types = new Class<?>[components.length];
            for (int i = 0; i < found.length; i++) {
                Method accessor = components[i].getAccessor();
                accessor.setAccessible(true);
                found[i] =
                        lookup.unreflect(accessor)
                                .asType(MethodType.methodType(Object.class, Object.class));
                types[i] = components[i].getType();
            }
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            made =
                    lookup.unreflectConstructor(canonical)
                            .asFixedArity()
                            .asSpreader(Object[].class, types.length)
                            .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException | RuntimeException e) {
            // its module is closed to this one: then only serialisation can carry it
            found = null;
        }
        accessors = found;
        constructor = made;
    }

    static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    Class<?> type() {
        return type;
    }

    /** Tells whether its records can be taken apart and made here. */
    boolean isOpen() {
        return accessors != null && constructor != null;
    }

    int size() {
        return components.length;
    }

    String name(int component) {
        return components[component].getName();
    }

    @Nullable Object get(Object record, int component) throws Throwable {
        MethodHandle[] all = accessors;
        if (all == null) {
            throw new IllegalStateException(type.getName() + " is not open");
        }
        return all[component].invokeExact(record);
    }

    /** Makes a record, which checks what it is given as it always does. */
    Object make(@Nullable Object[] values) throws Throwable {
        MethodHandle maker = constructor;
        if (maker == null) {
            throw new IllegalStateException(type.getName() + " is not open");
        }
        return maker.invokeExact(values);
    }
}
