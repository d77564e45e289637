package dev.polyloom.process.codec;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the lambdas of one capturing class from their serialised form. First it asks the class's
 * own {@code $deserializeLambda$}, by handle where the class is open to this module, else through
 * the JDK. A lambda that became serialisable only by the agent is unknown there: it is linked anew,
 * as its call site would have been.
 */
final class LambdaMaker {
    private static final int MAX_SHAPES = 4_096;
    private static final ClassValue<LambdaMaker> MAKERS =
            new ClassValue<>() {
                @Override
                protected LambdaMaker computeValue(Class<?> type) {
                    return new LambdaMaker(type);
                }
            };

    private final Class<?> capturing;
    private final MethodHandles.@Nullable Lookup lookup;
    private final @Nullable MethodHandle own;
    private final Map<Shape, MethodHandle> linked = new ConcurrentHashMap<>();

    private LambdaMaker(Class<?> capturing) {
        this.capturing = capturing;
        this.lookup = lookup(capturing);
        this.own = lookup == null ? null : own(lookup, capturing);
    }

    static LambdaMaker of(Class<?> capturing) {
        return MAKERS.get(capturing);
    }

    Class<?> capturing() {
        return capturing;
    }

    private static MethodHandles.@Nullable Lookup lookup(Class<?> type) {
        try {
            LambdaMaker.class.getModule().addReads(type.getModule());
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        } catch (IllegalAccessException | IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable MethodHandle own(MethodHandles.Lookup lookup, Class<?> type) {
        try {
            return lookup.findStatic(
                    type,
                    "$deserializeLambda$",
                    MethodType.methodType(Object.class, SerializedLambda.class));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return null;
        }
    }

    Object make(SerializedLambda lambda, boolean strict) throws InvalidObjectException {
        if (strict && ClassFilter.isOfJdk(capturing)) {
            throw new InvalidObjectException(
                    "a lambda of the JDK's " + capturing.getName() + " may not come from a worker");
        }
        try {
            Object made = isLinked(lambda) ? null : byOwner(lambda);
            return made != null ? made : linkAndMake(lambda, strict);
        } catch (InvalidObjectException e) {
            throw e;
        } catch (StackOverflowError e) {
            throw e;
        } catch (Throwable e) {
            throw invalid("cannot make the lambda " + describe(lambda) + ": " + e, e);
        }
    }

    /** Tells whether the lambda is one that its class has been found not to know. */
    private boolean isLinked(SerializedLambda lambda) {
        return !linked.isEmpty() && linked.containsKey(Shape.of(lambda));
    }

    private @Nullable Object byOwner(SerializedLambda lambda) throws Throwable {
        if (lookup == null) {
            return byJdk(lambda);
        }
        if (own == null) {
            return null;
        }
        try {
            return own.invokeExact(lambda);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Object byJdk(SerializedLambda lambda) throws InvalidObjectException {
        try {
            return JdkLambdas.make(capturing, lambda);
        } catch (IOException | ClassNotFoundException e) {
            throw invalid(notOpen(describe(lambda)), e);
        }
    }

    private String notOpen(String lambda) {
        String module = capturing.getModule().getName();
        String pack = capturing.getPackageName();
        String reader = LambdaMaker.class.getModule().getName();
        String to = reader == null ? "ALL-UNNAMED" : reader;
        return "%s was not compiled as serialisable, and module %s does not open its package: add 'opens %s to %s;' to its module-info, or start with --add-opens %s/%s=%s"
                .formatted(lambda, module, pack, to, module, pack, to);
    }

    private Object linkAndMake(SerializedLambda lambda, boolean strict) throws Throwable {
        if (strict && !isOwnBody(lambda)) {
            throw new InvalidObjectException(
                    capturing.getName()
                            + " has no serialisable lambda "
                            + describe(lambda)
                            + "; a lambda that comes from a worker must be one of the class's own");
        }
        return factory(lambda).invokeExact(captured(lambda));
    }

    private MethodHandle factory(SerializedLambda lambda) throws Throwable {
        Shape shape = Shape.of(lambda);
        MethodHandle factory = linked.get(shape);
        if (factory == null) {
            factory =
                    link(lambda)
                            .asSpreader(Object[].class, lambda.getCapturedArgCount())
                            .asType(MethodType.methodType(Object.class, Object[].class));
            if (linked.size() >= MAX_SHAPES) {
                linked.clear();
            }
            linked.put(shape, factory);
        }
        return factory;
    }

    /** Returns the values that a lambda has captured. */
    static @Nullable Object[] captured(SerializedLambda lambda) {
        @Nullable Object[] values = new @Nullable Object[lambda.getCapturedArgCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = lambda.getCapturedArg(i);
        }
        return values;
    }

    /** Tells whether the body is a method that javac made of a lambda expression in the class. */
    private boolean isOwnBody(SerializedLambda lambda) {
        if (!lambda.getImplClass().equals(capturing.getName().replace('.', '/'))
                || !lambda.getImplMethodName().startsWith("lambda$")) {
            return false;
        }
        for (Method method : capturing.getDeclaredMethods()) {
            if (method.isSynthetic()
                    && Modifier.isPrivate(method.getModifiers())
                    && method.getName().equals(lambda.getImplMethodName())) {
                return true;
            }
        }
        return false;
    }

    /** Links a lambda as its call site would have been. */
    private MethodHandle link(SerializedLambda lambda) throws Throwable {
        if (lookup == null) {
            throw new InvalidObjectException(capturing.getName() + " is not open");
        }
        MethodHandles.Lookup caller = FullLookup.of(lookup);
        Class<?> face = type(lambda.getFunctionalInterfaceClass(), capturing.getClassLoader());
        MethodHandle body = body(caller, lambda, capturing.getClassLoader());
        int captured = lambda.getCapturedArgCount();
        if (captured > body.type().parameterCount() || !face.isInterface()) {
            throw new InvalidObjectException("malformed lambda: more captured than it takes");
        }
        MethodType factory =
                MethodType.methodType(face, body.type().parameterList().subList(0, captured));
        String name = lambda.getFunctionalInterfaceMethodName();
        Object[] args = linkArguments(lambda, face, body);
        return LambdaMetafactory.altMetafactory(caller, name, factory, args).getTarget();
    }

    private Object[] linkArguments(SerializedLambda lambda, Class<?> face, MethodHandle body) {
        ClassLoader loader = capturing.getClassLoader();
        MethodType called = signature(lambda.getFunctionalInterfaceMethodSignature(), loader);
        MethodType precise = signature(lambda.getInstantiatedMethodType(), loader);
        int flags = LambdaMetafactory.FLAG_SERIALIZABLE;
        List<MethodType> bridges = bridges(face, lambda.getFunctionalInterfaceMethodName(), called);
        if (bridges.isEmpty()) {
            return new Object[] {called, body, precise, flags};
        }
        flags |= LambdaMetafactory.FLAG_BRIDGES;
        List<Object> args = new ArrayList<>(List.of(called, body, precise, flags, bridges.size()));
        args.addAll(bridges);
        return args.toArray();
    }

    private MethodHandle body(
            MethodHandles.Lookup caller, SerializedLambda lambda, ClassLoader loader)
            throws ReflectiveOperationException, InvalidObjectException {
        Class<?> owner = type(lambda.getImplClass(), loader);
        String name = lambda.getImplMethodName();
        MethodType type = signature(lambda.getImplMethodSignature(), loader);
        return switch (lambda.getImplMethodKind()) {
            case MethodHandleInfo.REF_invokeStatic -> caller.findStatic(owner, name, type);
            case MethodHandleInfo.REF_invokeVirtual, MethodHandleInfo.REF_invokeInterface ->
                    caller.findVirtual(owner, name, type);
            case MethodHandleInfo.REF_invokeSpecial ->
                    caller.findSpecial(owner, name, type, capturing);
            case MethodHandleInfo.REF_newInvokeSpecial -> caller.findConstructor(owner, type);
            default -> throw new InvalidObjectException("malformed lambda: unknown kind");
        };
    }

    private static List<MethodType> bridges(Class<?> face, String name, MethodType called) {
        List<MethodType> bridges = new ArrayList<>();
        for (Method method : face.getMethods()) {
            MethodType type =
                    MethodType.methodType(method.getReturnType(), method.getParameterTypes());
            if (method.getName().equals(name)
                    && Modifier.isAbstract(method.getModifiers())
                    && type.parameterCount() == called.parameterCount()
                    && !type.equals(called)
                    && !bridges.contains(type)) {
                bridges.add(type);
            }
        }
        return bridges;
    }

    private static Class<?> type(String name, ClassLoader loader) throws ClassNotFoundException {
        return Class.forName(name.replace('/', '.'), false, loader);
    }

    private static MethodType signature(String descriptor, ClassLoader loader) {
        return MethodType.fromMethodDescriptorString(descriptor, loader);
    }

    private static String describe(SerializedLambda lambda) {
        return lambda.getCapturingClass().replace('/', '.')
                + "::"
                + lambda.getImplMethodName()
                + " ("
                + lambda.getFunctionalInterfaceClass().replace('/', '.')
                + ")";
    }

    private static InvalidObjectException invalid(String message, Throwable cause) {
        InvalidObjectException invalid = new InvalidObjectException(message);
        invalid.initCause(cause);
        return invalid;
    }

    /** What makes two lambdas instances of one call site. */
    private record Shape(
            String face,
            String name,
            String called,
            String owner,
            String body,
            String type,
            String instantiated,
            int kind,
            int captured) {
        static Shape of(SerializedLambda lambda) {
            return new Shape(
                    lambda.getFunctionalInterfaceClass(),
                    lambda.getFunctionalInterfaceMethodName(),
                    lambda.getFunctionalInterfaceMethodSignature(),
                    lambda.getImplClass(),
                    lambda.getImplMethodName(),
                    lambda.getImplMethodSignature(),
                    lambda.getInstantiatedMethodType(),
                    lambda.getImplMethodKind(),
                    lambda.getCapturedArgCount());
        }
    }
}
