package dev.polyloom.process.actions;

import dev.polyloom.process.DeferredCall;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The way that calls take to where they run. */
public interface Route {
    /**
     * Sends a call on its way.
     *
     * @param call the call
     * @return its result
     */
    CompletableFuture<@Nullable Object> submit(DeferredCall call);

    /** Says where the calls run, as {@code any worker of images}. */
    @Override
    String toString();
}
