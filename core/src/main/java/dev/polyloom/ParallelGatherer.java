package dev.polyloom;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Gatherer;
import org.jspecify.annotations.Nullable;

/** A call that elements are pushed into by a stream, and results out of. */
final class ParallelGatherer<T extends @Nullable Object, R extends @Nullable Object> {
    private final ParallelCall<T, R> call;
    private final List<ItemResult<T, R>> failures = new ArrayList<>();
    private boolean ended;

    private ParallelGatherer(ParallelBody<T, R> body, ParallelOptions options) {
        call =
                new ParallelCall<>(
                        new ParallelCall.Source<T>(
                                Collections.emptyIterator(), OptionalLong.empty(), () -> {}),
                        body,
                        options,
                        true);
        LazyResults.closeWhenUnreachable(this, call);
    }

    static <T extends @Nullable Object, R extends @Nullable Object> Gatherer<T, ?, R> of(
            ParallelBody<T, R> body, ParallelOptions options) {
        return Gatherer.<T, ParallelGatherer<T, R>, R>ofSequential(
                () -> new ParallelGatherer<>(body, options),
                Gatherer.Integrator.of(ParallelGatherer::integrate),
                ParallelGatherer::finish);
    }

    private boolean integrate(T element, Gatherer.Downstream<? super R> downstream) {
        try {
            if (!ended) {
                call.push(element);
                giveReady(downstream);
            }
            while (!ended && !call.hasRoom()) {
                giveNext(downstream);
            }
            return !ended;
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private void finish(Gatherer.Downstream<? super R> downstream) {
        try {
            if (!ended) {
                call.flush();
            }
            while (!ended) {
                giveNext(downstream);
            }
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private void giveReady(Gatherer.Downstream<? super R> downstream) {
        ParallelItem<T, R> item = call.poll();
        while (item != null) {
            give(item, downstream);
            item = ended ? null : call.poll();
        }
    }

    private void giveNext(Gatherer.Downstream<? super R> downstream) {
        ParallelItem<T, R> item = call.next();
        if (item != null) {
            give(item, downstream);
            return;
        }
        end();
        if (!failures.isEmpty()) {
            throw LazyResults.failed(failures, List.of(), call.taken());
        }
    }

    private void give(ParallelItem<T, R> item, Gatherer.Downstream<? super R> downstream) {
        if (item.failed()) {
            failures.add(call.failedResult(item));
        } else {
            push(item, downstream);
        }
    }

    private void push(ParallelItem<T, R> item, Gatherer.Downstream<? super R> downstream) {
        boolean wantsMore = false;
        try {
            wantsMore = downstream.push(item.value()) && !downstream.isRejecting();
        } finally {
            if (!wantsMore) {
                end();
            }
        }
    }

    private void end() {
        ended = true;
        call.close();
    }
}
