package dev.polyloom;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened in a scope, for listeners. */
public sealed interface ScopeEvent {
    /**
     * Returns the name of the scope.
     *
     * @return the name
     */
    String scope();

    /**
     * Returns when it happened.
     *
     * @return the time
     */
    Instant at();

    /**
     * A task has completed.
     *
     * @param scope name of the scope
     * @param at when
     * @param task number of the task in its scope, from 1
     * @param worker name of the worker or thread that ran it, empty if none did
     * @param state how it ended: success, failed or cancelled
     * @param waited from submission to start
     * @param ran from start to end
     * @param failure what it threw, or null
     */
    record TaskEnded(
            String scope,
            Instant at,
            long task,
            String worker,
            java.util.concurrent.Future.State state,
            Duration waited,
            Duration ran,
            @Nullable Throwable failure)
            implements ScopeEvent {}

    /**
     * A worker is ready.
     *
     * @param scope name of the scope
     * @param at when
     * @param worker name of the worker
     * @param pid its process id
     */
    record WorkerStarted(String scope, Instant at, String worker, long pid) implements ScopeEvent {}

    /**
     * A worker has ended.
     *
     * @param scope name of the scope
     * @param at when
     * @param worker name of the worker
     * @param pid its process id, -1 if it never had one
     * @param reason why, such as {@code killed by signal 9 (SIGKILL)} or {@code recycled: age}
     * @param expected whether the pool itself ended it in good order
     */
    record WorkerEnded(
            String scope, Instant at, String worker, long pid, String reason, boolean expected)
            implements ScopeEvent {}
}
