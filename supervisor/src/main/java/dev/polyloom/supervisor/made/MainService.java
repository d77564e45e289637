package dev.polyloom.supervisor.made;

import dev.polyloom.supervisor.SerializableService;
import dev.polyloom.supervisor.ServiceContext;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * A program as a service. Its {@code main} runs in a thread group of its own, so that the threads
 * it starts can be told from others and waited for, as the JVM does.
 *
 * @param type the class with the {@code main}
 * @param arguments its arguments
 */
public record MainService(Class<?> type, List<String> arguments)
        implements SerializableService, OfClass {
    /** The exit code of a JVM that was ended by SIGTERM. */
    private static final int TERMINATED = 143;

    /** Checks that the class can be started. */
    public MainService {
        MainMethod _ = MainMethod.of(type);
        arguments = List.copyOf(arguments);
    }

    @Override
    public void run(ServiceContext context) throws Exception {
        ThreadGroup group = new ThreadGroup(context.path());
        CompletableFuture<Void> main = new CompletableFuture<>();
        // a daemon would make daemons of the threads it starts
        Thread thread = new Thread(group, () -> call(main), context.path());
        thread.setDaemon(false);
        context.ready();
        thread.start();
        context.token().cancelled().thenRun(() -> stop(context, group));
        try {
            Stages.await(main);
            awaitThreads(group);
        } finally {
            group.interrupt();
        }
    }

    private void call(CompletableFuture<Void> main) {
        try {
            MainMethod.of(type).call(type, arguments.toArray(String[]::new));
            main.complete(null);
        } catch (Throwable e) {
            main.completeExceptionally(e);
        }
    }

    private static void stop(ServiceContext context, ThreadGroup group) {
        if (context instanceof OwnProcess process) {
            process.exit(TERMINATED);
        } else {
            group.interrupt();
        }
    }

    private static void awaitThreads(ThreadGroup group) throws InterruptedException {
        for (List<Thread> left = alive(group); !left.isEmpty(); left = alive(group)) {
            for (Thread each : left) {
                each.join();
            }
        }
    }

    private static List<Thread> alive(ThreadGroup group) {
        Thread[] found = new Thread[group.activeCount() + 16];
        while (group.enumerate(found) == found.length) {
            found = new Thread[2 * found.length];
        }
        return Arrays.stream(found)
                .filter(Objects::nonNull)
                .filter(thread -> !thread.isDaemon())
                .toList();
    }
}
