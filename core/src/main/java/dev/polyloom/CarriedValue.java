package dev.polyloom;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The value of a scoped value or a thread-local on its way.
 *
 * @param key gives the one or the other
 * @param value the value
 */
record CarriedValue(SerializableCallable<?> key, @Nullable Object value) implements Carrier.Around {
    static <K> K of(SerializableCallable<K> key) {
        try {
            return key.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalArgumentException("the key of a carrier cannot be had: " + e, e);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // the value was the key's
    public @Nullable Object call(Callable<?> body) throws Exception {
        return switch (key.call()) {
            case ScopedValue<?> scoped ->
                    ScopedValue.where((ScopedValue<@Nullable Object>) scoped, value)
                            .<@Nullable Object, Exception>call(body::call);
            case ThreadLocal<?> local -> among((ThreadLocal<@Nullable Object>) local, value, body);
            default -> throw new IllegalStateException("a key gave another kind of thing here");
        };
    }

    private static @Nullable Object among(
            ThreadLocal<@Nullable Object> local, @Nullable Object value, Callable<?> body)
            throws Exception {
        Object before = local.get();
        local.set(value);
        try {
            return body.call();
        } finally {
            if (before == null) {
                local.remove();
            } else {
                local.set(before);
            }
        }
    }
}
