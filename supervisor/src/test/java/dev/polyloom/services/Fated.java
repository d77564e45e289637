package dev.polyloom.services;

import dev.polyloom.supervisor.AsyncService;
import dev.polyloom.supervisor.Health;
import dev.polyloom.supervisor.ServiceContext;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;

/** Meets its fate at a stage of its first run. */
public final class Fated implements AsyncService {
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    /** Makes the service. */
    public Fated() {}

    @Override
    public CompletionStage<?> runAsync(ServiceContext context) throws Exception {
        come("starting", context);
        context.ready();
        come("running", context);
        context.token().cancelled().thenRun(() -> stop(context));
        return end;
    }

    private void stop(ServiceContext context) {
        try {
            come("stopping", context);
            end.complete(null);
        } catch (Throwable e) {
            end.completeExceptionally(e);
        }
    }

    private static void come(String stage, ServiceContext context) throws Exception {
        if (context.incarnation() == 1 && stage.equals(context.arguments().get("stage"))) {
            context.health(Health.degraded(stage));
            meet(context.arguments().getOrDefault("way", "hang"));
        }
    }

    private static void meet(String way) throws IOException, InterruptedException {
        switch (way) {
            case "throw" -> throw new IllegalStateException("fate");
            case "exit" -> Runtime.getRuntime().halt(3);
            case "kill" -> {
                String pid = Long.toString(ProcessHandle.current().pid());
                int _ = new ProcessBuilder("kill", "-9", pid).start().waitFor();
            }
            default -> {}
        }
        new CountDownLatch(1).await();
    }
}
