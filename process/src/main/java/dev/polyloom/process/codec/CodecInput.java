package dev.polyloom.process.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds each class through the numbered loader, and makes lambdas what they were. */
final class CodecInput extends ObjectInputStream {
    private static final Map<String, Class<?>> PRIMITIVES =
            Map.of(
                    "boolean",
                    boolean.class,
                    "byte",
                    byte.class,
                    "char",
                    char.class,
                    "short",
                    short.class,
                    "int",
                    int.class,
                    "long",
                    long.class,
                    "float",
                    float.class,
                    "double",
                    double.class,
                    "void",
                    void.class);

    private final Codec codec;
    private final StreamLimits limits;
    private final @Nullable Object[] arrays;

    /** Makes a stream; {@code arrays} came beside it. */
    CodecInput(Codec codec, InputStream in, StreamLimits limits, @Nullable Object[] arrays)
            throws IOException {
        super(in);
        this.codec = codec;
        this.limits = limits;
        this.arrays = arrays;
        enableResolveObject(true);
        setObjectInputFilter(limits);
    }

    @Override
    protected ObjectStreamClass readClassDescriptor() throws IOException, ClassNotFoundException {
        ObjectStreamClass read = super.readClassDescriptor();
        return read.getName().equals(LambdaTwin.ORIGINAL) ? LambdaTwin.DESCRIPTOR : read;
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass descriptor)
            throws IOException, ClassNotFoundException {
        ClassLoader loader = loader(descriptor.getName());
        String name = descriptor.getName();
        if (name.equals(LambdaTwin.class.getName())) {
            return LambdaTwin.class;
        }
        Class<?> primitive = PRIMITIVES.get(name);
        return primitive != null ? primitive : Class.forName(name, false, loader);
    }

    @Override
    protected Class<?> resolveProxyClass(String[] interfaces)
            throws IOException, ClassNotFoundException {
        ClassLoader loader = loader("proxy");
        Class<?>[] types = new Class<?>[interfaces.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = admitted(interfaces[i], loader);
        }
        try {
            return Proxy.newProxyInstance(loader, types, (p, m, a) -> null).getClass();
        } catch (IllegalArgumentException e) {
            throw new ClassNotFoundException("no proxy of " + String.join(", ", interfaces), e);
        }
    }

    private Class<?> admitted(String name, ClassLoader loader)
            throws ClassNotFoundException, InvalidClassException {
        Class<?> type = Class.forName(name, false, loader);
        if (!limits.admits(type)) {
            throw new InvalidClassException(name, "refused");
        }
        return type;
    }

    private ClassLoader loader(String name) throws IOException {
        int id = readInt();
        try {
            return codec.loaders().loader(id);
        } catch (IllegalArgumentException e) {
            InvalidClassException gone = new InvalidClassException(name, e.getMessage());
            gone.initCause(e);
            throw gone;
        }
    }

    @Override
    protected @Nullable Object resolveObject(@Nullable Object object) throws IOException {
        return switch (object) {
            case LambdaTwin lambda -> lambda.make(codec.isStrict());
            case LargeArray array -> array.takeFrom(arrays);
            case null, default -> object;
        };
    }
}
