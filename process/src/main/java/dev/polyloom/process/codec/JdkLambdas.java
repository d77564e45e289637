package dev.polyloom.process.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes lambdas of classes that are not open to this module: only the JDK may call their {@code
 * $deserializeLambda$}, and it does so while it reads a {@link SerializedLambda}. So one is written
 * with placeholders for the captured values and read again.
 */
final class JdkLambdas {
    private JdkLambdas() {}

    static Object make(Class<?> capturing, SerializedLambda lambda)
            throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(hollow(capturing, lambda));
        }
        @Nullable Object[] values = LambdaMaker.captured(lambda);
        try (Reader in = new Reader(bytes.toByteArray(), capturing, values)) {
            return in.readObject();
        }
    }

    /** Returns the same lambda with places where its captured values were. */
    private static SerializedLambda hollow(Class<?> capturing, SerializedLambda lambda) {
        Object[] places = new Object[lambda.getCapturedArgCount()];
        Arrays.setAll(places, Place::new);
        return new SerializedLambda(
                capturing,
                lambda.getFunctionalInterfaceClass(),
                lambda.getFunctionalInterfaceMethodName(),
                lambda.getFunctionalInterfaceMethodSignature(),
                lambda.getImplMethodKind(),
                lambda.getImplClass(),
                lambda.getImplMethodName(),
                lambda.getImplMethodSignature(),
                lambda.getInstantiatedMethodType(),
                places);
    }

    /** Where a captured value belongs. */
    private record Place(int index) implements Serializable {}

    /** Fills the places. */
    private static final class Reader extends ObjectInputStream {
        private final Class<?> capturing;
        private final @Nullable Object[] values;

        Reader(byte[] bytes, Class<?> capturing, @Nullable Object[] values) throws IOException {
            super(new ByteArrayInputStream(bytes));
            this.capturing = capturing;
            this.values = values;
            enableResolveObject(true);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass descriptor)
                throws IOException, ClassNotFoundException {
            String name = descriptor.getName();
            if (name.equals(capturing.getName())) {
                return capturing;
            }
            return name.equals(Place.class.getName())
                    ? Place.class
                    : super.resolveClass(descriptor);
        }

        @Override
        protected @Nullable Object resolveObject(@Nullable Object object) {
            return object instanceof Place place ? values[place.index()] : object;
        }
    }
}
