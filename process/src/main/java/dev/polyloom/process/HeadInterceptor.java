package dev.polyloom.process;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Part of a worker's head: made in the worker by {@link Heads.Builder#interceptor}, it can observe
 * and wrap every call. Is called by several threads at once.
 */
public interface HeadInterceptor {
    /**
     * The worker has been set up; its initializer runs next.
     *
     * @param head the head
     * @throws Exception fails the start of the worker
     */
    default void started(Head head) throws Exception {}

    /**
     * Runs a call.
     *
     * @param call what it is
     * @param body runs the next interceptor or the body itself, at most once
     * @return what the caller gets; of an asynchronous task, the stage
     * @throws Exception what the caller gets instead
     */
    default @Nullable Object around(Call call, Callable<?> body) throws Exception {
        return body.call();
    }

    /**
     * The worker stops in good order: nothing runs any more, and nothing will. Not called when it
     * dies.
     *
     * @param head the head
     */
    default void stopping(Head head) {}
}
