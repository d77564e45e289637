package dev.polyloom;

import java.io.Serializable;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Takes something of the thread that submits a task along to where the task runs: to a thread, an
 * isolate or another process. Given to {@link ScopeBuilder#carry}.
 *
 * <p>A carrier for what has an API of its own, such as the diagnostic context of a logging library:
 *
 * {@snippet :
 * Carrier diagnostics = () -> {
 *     Map<String, String> here = MDC.getCopyOfContextMap();
 *     return body -> {
 *         MDC.setContextMap(here);
 *         try {
 *             return body.call();
 *         } finally {
 *             MDC.clear();
 *         }
 *     };
 * };
 * }
 */
@FunctionalInterface
public interface Carrier {
    /**
     * Takes what is to be carried. Called in the submitting thread, for each task.
     *
     * @return what puts it in place where the task runs, or null if there is nothing
     */
    @Nullable Around capture();

    /**
     * What surrounds a task where it runs. Travels with the task: what a lambda of this type
     * captures must be able to.
     */
    @FunctionalInterface
    interface Around extends Serializable {
        /**
         * Runs a task's body with what was carried in place, and takes it away afterwards.
         *
         * @param body the body
         * @return what the body returned
         * @throws Exception what the body threw
         */
        @Nullable Object call(Callable<?> body) throws Exception;
    }

    /**
     * Carries the value of a scoped value, where it is bound.
     *
     * @param <T> its type
     * @param key gives the scoped value, here and where the task runs, as in {@code () -> USER}
     *     with a static {@code USER}
     * @return the carrier
     */
    static <T> Carrier scopedValue(SerializableCallable<ScopedValue<T>> key) {
        return () -> {
            ScopedValue<T> here = CarriedValue.of(key);
            return here.isBound() ? new CarriedValue(key, here.get()) : null;
        };
    }

    /**
     * Carries the value of a thread-local. What the worker's thread had is put back afterwards.
     *
     * @param <T> its type
     * @param key gives the thread-local, here and where the task runs, as in {@code () -> TENANT}
     *     with a static {@code TENANT}
     * @return the carrier
     */
    static <T> Carrier threadLocal(SerializableCallable<ThreadLocal<T>> key) {
        return () -> new CarriedValue(key, CarriedValue.of(key).get());
    }
}
