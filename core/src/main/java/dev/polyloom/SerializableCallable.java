package dev.polyloom;

import java.io.Serializable;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Callable} whose lambdas can travel to another process.
 *
 * @param <T> what it returns
 */
@FunctionalInterface
public interface SerializableCallable<T extends @Nullable Object>
        extends Callable<T>, Serializable {}
