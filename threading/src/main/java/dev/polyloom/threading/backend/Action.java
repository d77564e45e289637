package dev.polyloom.threading.backend;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The body of a task that nobody waits for.
 *
 * @param body what it does
 */
public record Action(Runnable body) implements Callable<@Nullable Object> {
    @Override
    public @Nullable Object call() {
        body.run();
        return null;
    }
}
