package dev.polyloom.process.codec;

import java.io.InvalidObjectException;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import org.jspecify.annotations.Nullable;

/**
 * Takes the place of {@link SerializedLambda} when a stream is read: it has the same fields, but
 * lets the codec decide how the lambda is made. The stream itself is that of the JDK.
 */
@SuppressWarnings({"unused", "UnusedVariable"})
final class LambdaTwin implements Serializable {
    static final String ORIGINAL = SerializedLambda.class.getName();
    static final ObjectStreamClass DESCRIPTOR = ObjectStreamClass.lookup(LambdaTwin.class);
    private static final long serialVersionUID = 8025925345765570181L;

    private @Nullable Class<?> capturingClass;
    private @Nullable String functionalInterfaceClass;
    private @Nullable String functionalInterfaceMethodName;
    private @Nullable String functionalInterfaceMethodSignature;
    private @Nullable String implClass;
    private @Nullable String implMethodName;
    private @Nullable String implMethodSignature;
    private int implMethodKind;
    private @Nullable String instantiatedMethodType;
    private @Nullable Object @Nullable [] capturedArgs;

    private LambdaTwin() {}

    /** Makes the lambda; if {@code strict}, only one that its class could have made itself. */
    Object make(boolean strict) throws InvalidObjectException {
        Class<?> capturing = capturingClass;
        @Nullable Object[] args = capturedArgs;
        if (capturing == null
                || functionalInterfaceClass == null
                || functionalInterfaceMethodName == null
                || functionalInterfaceMethodSignature == null
                || implClass == null
                || implMethodName == null
                || implMethodSignature == null
                || instantiatedMethodType == null
                || args == null) {
            throw new InvalidObjectException("malformed lambda: a part is missing");
        }
        SerializedLambda lambda =
                new SerializedLambda(
                        capturing,
                        functionalInterfaceClass,
                        functionalInterfaceMethodName,
                        functionalInterfaceMethodSignature,
                        implMethodKind,
                        implClass,
                        implMethodName,
                        implMethodSignature,
                        instantiatedMethodType,
                        args);
        return LambdaMaker.of(capturing).make(lambda, strict);
    }
}
