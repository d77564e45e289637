package dev.polyloom.process.codec;

import java.lang.invoke.SerializedLambda;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What the lambdas of one call site have in common. It has a number, by which a task names it, and
 * a definition, which a worker must have been sent before.
 */
final class LambdaShape {
    /** As many get a number; the lambdas of later call sites travel in the JDK's own form. */
    static final int MAX = 1 << 15;

    private static final AtomicInteger LAST = new AtomicInteger(-1);

    private final int id;
    private final int captured;
    private final WeakReference<Class<?>> lambda;
    private final byte[] definition;

    private LambdaShape(int id, int captured, Class<?> lambda, byte[] definition) {
        this.id = id;
        this.captured = captured;
        this.lambda = new WeakReference<>(lambda);
        this.definition = definition;
    }

    static @Nullable LambdaShape of(Class<?> lambda, SerializedLambda form) {
        if (LAST.get() >= MAX - 1) {
            return null;
        }
        int id = LAST.incrementAndGet();
        byte[] definition = ShapeDefinition.of(form).toBytes();
        return id >= MAX || definition.length > ShapeDefinition.MAX_BYTES
                ? null
                : new LambdaShape(id, form.getCapturedArgCount(), lambda, definition);
    }

    /** Returns its number in this JVM, from 0. */
    int id() {
        return id;
    }

    int captured() {
        return captured;
    }

    /** Returns what a worker must know to make such lambdas. */
    byte[][] definition(LoaderTable loaders) {
        Class<?> type = lambda.get();
        ByteSink loader = new ByteSink(Integer.BYTES);
        int number = type == null ? LoaderTable.BUILT_IN : loaders.idOf(type.getClassLoader());
        loader.fixed(number, Integer.BYTES);
        return new byte[][] {loader.toBytes(), definition};
    }
}
