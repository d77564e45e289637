package dev.polyloom.cli.function;

import dev.polyloom.SerializableFunction;
import dev.polyloom.process.named.Access;
import dev.polyloom.process.named.Conversion;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A method named on the command line as a function from an item to the text of its result. It
 * travels as a reference to its class, and finds the method where it runs.
 */
public final class MethodCall implements SerializableFunction<String, @Nullable String> {
    private static final long serialVersionUID = 1L;

    private final Class<?> owner;
    private final String method;
    private final String descriptor;
    private final Shape shape;
    private transient volatile @Nullable Invoker invoker;

    MethodCall(Class<?> owner, Method method, Shape shape) {
        this.owner = owner;
        this.method = method.getName();
        this.descriptor = MethodFinder.descriptor(method);
        this.shape = shape;
    }

    /** Applies the method to an item. */
    @FunctionalInterface
    private interface Invoker {
        @Nullable Object invoke(String item) throws Throwable;
    }

    /**
     * Applies the method.
     *
     * @param item the item, which is converted to what the method takes
     * @return the text of the result, or null if the method returns nothing
     * @throws Exception what the method throws, or that the item cannot be converted
     */
    @Override
    public @Nullable String apply(String item) throws Exception {
        Object result = invoke(item);
        if (result instanceof CompletionStage<?> stage) {
            result = awaited(stage);
        }
        return descriptor.endsWith(")V") ? null : text(result);
    }

    private @Nullable Object invoke(String item) throws Exception {
        Invoker resolved = invoker;
        if (resolved == null) {
            resolved = resolve();
            invoker = resolved;
        }
        try {
            return resolved.invoke(item);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object awaited(CompletionStage<?> stage) throws Exception {
        try {
            return stage.toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private Invoker resolve() throws Exception {
        Method target = MethodFinder.byDescriptor(owner, method, descriptor);
        MethodHandle handle = Access.handle(target);
        Class<?> taken = shape == Shape.RECEIVER ? owner : target.getParameterTypes()[0];
        Conversion conversion = conversion(taken);
        return switch (shape) {
            case STATIC, RECEIVER -> item -> handle.invoke(converted(conversion, item));
            case INSTANCE -> {
                MethodHandle maker = Access.handle(owner.getDeclaredConstructor());
                yield item -> handle.invoke(maker.invoke(), converted(conversion, item));
            }
        };
    }

    private static Conversion conversion(Class<?> type) {
        return Objects.requireNonNull(Conversion.to(type), "conversion");
    }

    private static Object converted(Conversion conversion, String item) throws Exception {
        try {
            return conversion.convert(item);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("item " + e.getMessage(), e.getCause());
        }
    }

    /**
     * Returns a result as people read it, arrays with what they hold.
     *
     * @param result the result
     * @return its text
     */
    public static String text(@Nullable Object result) {
        if (result == null || !result.getClass().isArray()) {
            return String.valueOf(result);
        }
        String nested = Arrays.deepToString(new Object[] {result});
        return nested.substring(1, nested.length() - 1);
    }

    /**
     * Returns the class that the method was named on.
     *
     * @return the class
     */
    public Class<?> owner() {
        return owner;
    }

    @Override
    public String toString() {
        return owner.getName() + "::" + method;
    }
}
