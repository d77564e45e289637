package dev.polyloom.cli.function;

import dev.polyloom.SerializableFunction;
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
        Invoker resolved = invoker;
        if (resolved == null) {
            resolved = resolve();
            invoker = resolved;
        }
        try {
            Object result = resolved.invoke(item);
            if (result instanceof CompletionStage<?> stage) {
                result = stage.toCompletableFuture().get();
            }
            return descriptor.endsWith(")V") ? null : text(result);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private Invoker resolve() throws Exception {
        Method target = MethodFinder.byDescriptor(owner, method, descriptor);
        MethodHandle handle = Access.handle(target);
        return switch (shape) {
            case STATIC -> {
                Conversion conversion = conversion(target.getParameterTypes()[0]);
                yield item -> handle.invoke(conversion.convert(item));
            }
            case RECEIVER -> {
                Conversion conversion = conversion(owner);
                yield item -> handle.invoke(conversion.convert(item));
            }
            case INSTANCE -> {
                Conversion conversion = conversion(target.getParameterTypes()[0]);
                MethodHandle maker = Access.handle(owner.getDeclaredConstructor());
                yield item -> handle.invoke(maker.invoke(), conversion.convert(item));
            }
        };
    }

    private static Conversion conversion(Class<?> type) {
        return Objects.requireNonNull(Conversion.to(type), "conversion");
    }

    private static String text(@Nullable Object result) {
        if (result == null || !result.getClass().isArray()) {
            return String.valueOf(result);
        }
        String nested = Arrays.deepToString(new Object[] {result});
        return nested.substring(1, nested.length() - 1);
    }

    /**
     * Returns the method's own package, whose classes are the user's.
     *
     * @return the class the method was named on
     */
    public Class<?> owner() {
        return owner;
    }

    @Override
    public String toString() {
        return owner.getName() + "::" + method;
    }
}
