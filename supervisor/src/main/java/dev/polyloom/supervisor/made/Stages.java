package dev.polyloom.supervisor.made;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/** Waiting for stages without wrapped exceptions. */
public final class Stages {
    private Stages() {}

    /** Waits for a stage, and throws what it failed with. */
    public static void await(CompletionStage<?> stage) throws Exception {
        try {
            Object _ = stage.toCompletableFuture().get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Exception exception -> throw exception;
                case Error error -> throw error;
                case null, default -> throw e;
            }
        }
    }
}
