package dev.polyloom.process.codec;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import org.jspecify.annotations.Nullable;

/**
 * A class that the JDK spun for a serialisable lambda or method reference. Its objects differ only
 * in what they have captured; the rest of their serialised form is the {@link LambdaShape}.
 */
final class LambdaClass {
    private static final ClassValue<LambdaClass> CLASSES =
            new ClassValue<>() {
                @Override
                protected LambdaClass computeValue(Class<?> type) {
                    return new LambdaClass(type);
                }
            };

    private final @Nullable MethodHandle replace;
    private volatile @Nullable LambdaShape shape;
    private volatile boolean hasNone;

    private LambdaClass(Class<?> type) {
        replace = replace(type);
    }

    /** Returns the class of an object, or null if that cannot be a lambda that travels. */
    static @Nullable LambdaClass of(Object object) {
        Class<?> type = object.getClass();
        return type.isHidden() && type.isSynthetic() && object instanceof Serializable
                ? CLASSES.get(type)
                : null;
    }

    private static @Nullable MethodHandle replace(Class<?> type) {
        try {
            LambdaClass.class.getModule().addReads(type.getModule());
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                    .findVirtual(type, "writeReplace", MethodType.methodType(Object.class))
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }

    /** Returns what the lambdas of the class have in common, or null if they have no short form. */
    @Nullable LambdaShape shape(Object lambda) {
        LambdaShape known = shape;
        return known != null || hasNone ? known : findShape(lambda);
    }

    private synchronized @Nullable LambdaShape findShape(Object lambda) {
        if (shape == null && !hasNone) {
            SerializedLambda form = serialized(lambda);
            shape = form == null ? null : LambdaShape.of(lambda.getClass(), form);
            hasNone = shape == null;
        }
        return shape;
    }

    /** Returns the serialised form of a lambda, or null if it has none. */
    @Nullable SerializedLambda serialized(Object lambda) {
        try {
            Object form = replace == null ? byStream(lambda) : replace.invokeExact(lambda);
            return form instanceof SerializedLambda serialized ? serialized : null;
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            return null;
        }
    }

    /** Asks the JDK, which may call what is not open to this module. */
    private static @Nullable Object byStream(Object lambda) throws IOException {
        try (Catcher catcher = new Catcher()) {
            catcher.writeObject(lambda);
            return catcher.caught;
        }
    }

    /** Writes nothing, but sees what a lambda is replaced by. */
    private static final class Catcher extends ObjectOutputStream {
        private @Nullable Object caught;

        Catcher() throws IOException {
            super(OutputStream.nullOutputStream());
            enableReplaceObject(true);
        }

        @Override
        protected @Nullable Object replaceObject(Object object) {
            caught = caught == null ? object : caught;
            return null;
        }
    }
}
