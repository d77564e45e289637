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
            Object made = byOwner(lambda);
            return made != null ? made : linkAndMake(lambda, strict);
        } catch (InvalidObjectException e) {
            throw e;
        } catch (StackOverflowError e) {
            throw e;
        } catch (Throwable e) {
            throw invalid("cannot make the lambda " + describe(lambda) + ": " + e, e);
        }
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
            Module module = capturing.getModule();
            String pack = capturing.getPackageName();
            String reader = LambdaMaker.class.getModule().getName();
            String to = reader == null ? "ALL-UNNAMED" : reader;
            throw invalid(
                    "%s was not compiled as serialisable, and module %s does not open its package: add 'opens %s to %s;' to its module-info, or start with --add-opens %s/%s=%s"
                            .formatted(
                                    describe(lambda),
                                    module.getName(),
                                    pack,
                                    to,
                                    module.getName(),
                                    pack,
                                    to),
                    e);
        }
    }

    private Object linkAndMake(SerializedLambda lambda, boolean strict) throws Throwable {
        if (strict && !isOwnBody(lambda)) {
            throw new InvalidObjectException(
                    capturing.getName()
                            + " has no serialisable lambda "
                            + describe(lambda)
                            + "; a lambda that comes from a worker must be one of the class's own");
        }
        Shape shape = Shape.of(lambda);
        MethodHandle factory = linked.get(shape);
        if (factory == null) {
            factory = link(lambda);
            if (linked.size() >= MAX_SHAPES) {
                linked.clear();
            }
            linked.put(shape, factory);
        }
        @Nullable Object[] args = new @Nullable Object[lambda.getCapturedArgCount()];
        for (int i = 0; i < args.length; i++) {
            args[i] = lambda.getCapturedArg(i);
        }
        return factory.invokeWithArguments(args);
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

    private MethodHandle link(SerializedLambda lambda) throws Throwable {
        if (lookup == null) {
            throw new InvalidObjectException(capturing.getName() + " is not open");
        }
        MethodHandles.Lookup caller = FullLookup.of(lookup);
        ClassLoader loader = capturing.getClassLoader();
        Class<?> face = type(lambda.getFunctionalInterfaceClass(), loader);
        MethodHandle body = body(caller, lambda, loader);
        int captured = lambda.getCapturedArgCount();
        if (captured > body.type().parameterCount() || !face.isInterface()) {
            throw new InvalidObjectException("malformed lambda: more captured than it takes");
        }
        MethodType called = signature(lambda.getFunctionalInterfaceMethodSignature(), loader);
        String name = lambda.getFunctionalInterfaceMethodName();
        List<Object> args = new ArrayList<>();
        args.add(called);
        args.add(body);
        args.add(signature(lambda.getInstantiatedMethodType(), loader));
        List<MethodType> bridges = bridges(face, name, called);
        args.add(
                LambdaMetafactory.FLAG_SERIALIZABLE
                        | (bridges.isEmpty() ? 0 : LambdaMetafactory.FLAG_BRIDGES));
        if (!bridges.isEmpty()) {
            args.add(bridges.size());
            args.addAll(bridges);
        }
        MethodType factory =
                MethodType.methodType(face, body.type().parameterList().subList(0, captured));
        return LambdaMetafactory.altMetafactory(caller, name, factory, args.toArray()).getTarget();
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
