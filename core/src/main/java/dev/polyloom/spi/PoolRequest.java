package dev.polyloom.spi;

import dev.polyloom.IsolateOptions;
import dev.polyloom.ProcessOptions;
import dev.polyloom.ScopeEvent;
import java.util.function.Consumer;

/**
 * What a scope wants of a pool.
 *
 * @param name prefix of worker names: worker k is called {@code name-k}, from 1
 * @param workers how many tasks may run at once, at least 1; {@link Integer#MAX_VALUE} for no bound
 * @param coresPerWorker what each worker may count on of the core budget, at least 1
 * @param traced whether {@code events} wants to hear of tasks, too, and not only of workers
 * @param events takes what happens in the pool; never throws, must be called outside locks
 * @param process the options of worker processes; others ignore them
 * @param isolate the options of isolates; others ignore them
 */
public record PoolRequest(
        String name,
        int workers,
        int coresPerWorker,
        boolean traced,
        Consumer<ScopeEvent> events,
        ProcessOptions process,
        IsolateOptions isolate) {}
