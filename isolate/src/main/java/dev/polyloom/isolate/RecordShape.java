package dev.polyloom.isolate;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
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
            RecordShape.class.getModule().addReads(type.getModule());
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

    /** Says why its records can be neither taken apart nor made here. */
    String closed() {
        return "%s is a record in a package that %s does not open to %s"
                .formatted(type.getName(), type.getModule(), RecordShape.class.getModule());
    }

    int size() {
        return components.length;
    }

    /** Tells whether its components have the names of another's, in the same order. */
    boolean fits(RecordShape other) {
        boolean same = components.length == other.components.length;
        for (int i = 0; same && i < components.length; i++) {
            same = name(i).equals(other.name(i));
        }
        return same;
    }

    List<String> names() {
        return Arrays.stream(components).map(RecordComponent::getName).toList();
    }

    String name(int component) {
        return components[component].getName();
    }

    @Nullable Object get(Object record, int component) throws Throwable {
        MethodHandle[] all = accessors;
        if (all == null) {
            throw new IllegalStateException(closed());
        }
        return all[component].invokeExact(record);
    }

    /** Makes a record, which checks what it is given as it always does. */
    Object make(@Nullable Object[] values) throws Throwable {
        MethodHandle maker = constructor;
        if (maker == null) {
            throw new IllegalStateException(closed());
        }
        return maker.invokeExact(values);
    }
}
