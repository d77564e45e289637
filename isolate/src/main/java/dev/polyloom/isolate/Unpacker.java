package dev.polyloom.isolate;

import dev.polyloom.SerializationException;
import dev.polyloom.isolate.Parcel.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Array;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts values together for one class loader: each is made of that loader's class of the same name.
 * Safe for use by several threads.
 */
final class Unpacker {
    private static final ClassValue<MethodHandle> LAMBDA_MAKERS =
            new ClassValue<>() {
                @Override
                protected MethodHandle computeValue(Class<?> type) {
                    return lambdaMaker(type);
                }
            };

    private final ClassLoader loader;
    private final String side;
    private final Map<Class<?>, Class<?>> known = new ConcurrentHashMap<>();

    /**
     * Makes an unpacker.
     *
     * @param loader whose classes are used
     * @param side what it is the loader of, for messages
     */
    Unpacker(ClassLoader loader, String side) {
        this.loader = loader;
        this.side = side;
    }

    /**
     * Opens a parcel.
     *
     * @return the value
     * @throws SerializationException if this side has no such class, or one that does not fit
     */
    @Nullable Object open(Parcel parcel) {
        try {
            return value(parcel.content());
        } catch (SerializationException e) {
            throw e;
        } catch (ClassNotFoundException e) {
            throw lacking(parcel.root(), e);
        } catch (StackOverflowError e) {
            throw new SerializationException(
                    parcel.root(), "it is nested too deep to be copied", e);
        } catch (Exception | LinkageError e) {
            throw new SerializationException(
                    parcel.root(), "%s cannot make it: %s".formatted(side, e), e);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new SerializationException(parcel.root(), side + " cannot make it: " + e, e);
        }
    }

    private SerializationException lacking(String root, ClassNotFoundException e) {
        return new SerializationException(
                root,
                ("it is of a class that %s lacks (%s); return what both sides have, such as"
                                + " values of the JDK, or share the package of the class")
                        .formatted(side, e.getMessage()),
                e);
    }

    private @Nullable Object value(@Nullable Object content) throws Throwable {
        if (!(content instanceof Part part)) {
            return content;
        }
        if (part.made == null) {
            if (part.begun) {
                throw new Unfinished(part);
            }
            part.begun = true;
            try {
                part.made = make(part);
            } catch (Unfinished e) {
                part.begun = false;
                throw e;
            }
            fillWaiting(part);
        }
        return part.made;
    }

    /** Fills what holds a part and was begun by it. */
    private void fillWaiting(Part part) throws Throwable {
        List<Part> waiting = part.waiting;
        part.waiting = null;
        for (Part each : waiting == null ? List.<Part>of() : waiting) {
            fill(each);
        }
    }

    /** Fills what was made empty, now or as soon as what it holds is there. */
    private void fill(Part part) throws Throwable {
        try {
            switch (part) {
                case Parcel.OfArray array -> {
                    @Nullable Object[] values = values(array.elements);
                    System.arraycopy(
                            values, 0, Objects.requireNonNull(part.made), 0, values.length);
                }
                case Parcel.OfContainer container ->
                        Container.fill(
                                Objects.requireNonNull(part.made), values(container.elements));
                default -> throw new IllegalArgumentException("is made as a whole");
            }
        } catch (Unfinished e) {
            e.part.makeWait(part);
        }
    }

    /** Says that a part is needed for what it is made of. */
    private static final class Unfinished extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Part part;

        Unfinished(Part part) {
            super("it holds itself by way of what never changes", null, false, false);
            this.part = part;
        }
    }

    private Object make(Part part) throws Throwable {
        return switch (part) {
            case Parcel.OfRecord record -> record(record);
            case Parcel.OfArray array -> array(array);
            case Parcel.OfPrimitives array -> array.copy;
            case Parcel.OfContainer container -> container(container);
            case Parcel.OfEnum constant -> constant(constant);
            case Parcel.OfClass type -> target(type.type);
            case Parcel.OfLambda lambda -> lambda(lambda);
            case Parcel.OfBody body -> body.composer.compose(bodyParts(body.parts));
            case Parcel.OfBytes bytes -> read(bytes.bytes);
        };
    }

    private @Nullable Object[] bodyParts(@Nullable Object[] contents) throws Throwable {
        @Nullable Object[] values = values(contents);
        boolean inOne = contents.length == 1 && contents[0] instanceof Parcel.OfBytes;
        return inOne ? (@Nullable Object[]) Objects.requireNonNull(values[0]) : values;
    }

    private @Nullable Object[] values(@Nullable Object[] contents) throws Throwable {
        @Nullable Object[] values = new @Nullable Object[contents.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(contents[i]);
        }
        return values;
    }

    /** Returns the class of this side that a class stands for. */
    private Class<?> target(Class<?> type) throws ClassNotFoundException {
        Class<?> found = known.get(type);
        if (found == null) {
            found = find(type);
            known.put(type, found);
        }
        return found;
    }

    private Class<?> find(Class<?> type) throws ClassNotFoundException {
        if (type.isArray()) {
            return target(type.componentType()).arrayType();
        }
        return type.isPrimitive() ? type : Class.forName(type.getName(), false, loader);
    }

    private Object record(Parcel.OfRecord part) throws Throwable {
        Class<?> type = target(part.shape.type());
        if (!type.isRecord()) {
            throw new IllegalStateException(type.getName() + " is no record there");
        }
        RecordShape shape = RecordShape.of(type);
        if (!shape.fits(part.shape)) {
            throw new IllegalStateException(
                    "%s has other components there: %s, not %s"
                            .formatted(type.getName(), shape.names(), part.shape.names()));
        }
        return shape.make(values(part.components));
    }

    private Object array(Parcel.OfArray part) throws Throwable {
        Object array = Array.newInstance(target(part.component), part.elements.length);
        part.made = array;
        fill(part);
        return array;
    }

    private Object container(Parcel.OfContainer part) throws Throwable {
        if (!part.kind.isFilled()) {
            return part.kind.makeOf(values(part.elements));
        }
        Object made = part.kind.makeEmpty();
        part.made = made;
        fill(part);
        return made;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Object constant(Parcel.OfEnum part) throws ClassNotFoundException {
        return Enum.valueOf((Class) target(part.type), part.name);
    }

    private Object lambda(Parcel.OfLambda part) throws Throwable {
        SerializedLambda form = part.form;
        Class<?> capturing = target(part.capturing);
        SerializedLambda there =
                new SerializedLambda(
                        capturing,
                        form.getFunctionalInterfaceClass(),
                        form.getFunctionalInterfaceMethodName(),
                        form.getFunctionalInterfaceMethodSignature(),
                        form.getImplMethodKind(),
                        form.getImplClass(),
                        form.getImplMethodName(),
                        form.getImplMethodSignature(),
                        form.getInstantiatedMethodType(),
                        values(part.captured));
        return LAMBDA_MAKERS.get(capturing).invokeExact(there);
    }

    private static MethodHandle lambdaMaker(Class<?> capturing) {
        try {
            Unpacker.class.getModule().addReads(capturing.getModule());
            return MethodHandles.privateLookupIn(capturing, MethodHandles.lookup())
                    .findStatic(
                            capturing,
                            "$deserializeLambda$",
                            MethodType.methodType(Object.class, SerializedLambda.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "the lambdas of %s cannot be made here; is its package open to %s? (%s)"
                            .formatted(capturing.getName(), Unpacker.class.getModule(), e),
                    e);
        }
    }

    private Object read(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new Stream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }

    /** Reads objects of the classes of this side. */
    private final class Stream extends ObjectInputStream {
        Stream(InputStream in) throws IOException {
            super(in);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass type)
                throws IOException, ClassNotFoundException {
            try {
                return Class.forName(type.getName(), false, loader);
            } catch (ClassNotFoundException e) {
                Class<?> primitive = Class.forPrimitiveName(type.getName());
                if (primitive == null) {
                    throw e;
                }
                return primitive;
            }
        }

        @Override
        protected Class<?> resolveProxyClass(String[] interfaces) throws ClassNotFoundException {
            Class<?>[] types = new Class<?>[interfaces.length];
            for (int i = 0; i < types.length; i++) {
                types[i] = Class.forName(interfaces[i], false, loader);
            }
            return Proxy.newProxyInstance(loader, types, (proxy, method, args) -> null).getClass();
        }
    }
}
