package dev.polyloom.supervisor.remote;

import dev.polyloom.SerializableCallable;
import dev.polyloom.process.Registration;
import dev.polyloom.supervisor.SerializableAsyncService;
import dev.polyloom.supervisor.Service;
import dev.polyloom.supervisor.ServiceContext;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What a worker does while it waits for a service, so that the service finds the ways trodden: it
 * runs one that says to the host whatever a service can say, and nobody takes notice.
 */
final class Rehearsal {
    private static final String PATH = "spare";

    /** So often that what it calls is compiled. */
    private static final int TIMES = 40;

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private Rehearsal() {}

    /**
     * Waits until the worker is up, and rehearses.
     *
     * @param service whose class is loaded too, though none of its code runs
     * @throws ExecutionException if the worker dies or cannot run a service
     * @throws TimeoutException if it takes too long
     */
    static void of(ServiceWorker worker, boolean loop, Service service)
            throws ExecutionException, InterruptedException, TimeoutException {
        SerializableAsyncService role = Rehearsal::play;
        try (Registration _ = worker.listen((message, _) -> answer(message))) {
            for (int time = 1; time <= TIMES; time++) {
                var order =
                        new ServiceOrder(
                                ServiceOrder.NO_START,
                                PATH,
                                time,
                                Map.of(),
                                LIMIT,
                                LIMIT,
                                loop,
                                role);
                Object _ = worker.submit(order).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
            Load load = new Load(home(service.getClass()).arrayType());
            boolean _ = worker.submit(load).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /**
     * Links a class, as a look at its methods does, but does not initialise it, as reading it from
     * a stream would.
     *
     * @param array the class of arrays of it
     */
    private record Load(Class<?> array) implements SerializableCallable<Boolean> {
        @Override
        public Boolean call() {
            try {
                return array.componentType().getDeclaredMethods().length > 0;
            } catch (LinkageError e) {
                // shows again if the service needs what is missing
                return false;
            }
        }
    }

    /** Returns a class that has a name in other processes too: that of a lambda is its host's. */
    private static Class<?> home(Class<?> type) {
        return type.isHidden() ? type.getNestHost() : type;
    }

    private static @Nullable Object answer(@Nullable Object message) {
        return message instanceof ServiceMessage.Sends ? true : null;
    }

    private static CompletionStage<?> play(ServiceContext context) {
        context.ready();
        context.heartbeat();
        boolean _ = context.logger().isLoggable(Level.DEBUG);
        Object _ = context.mailbox().poll();
        // is answered last, so that nothing is under way when the rehearsal ends
        boolean _ = context.send(PATH, PATH);
        return CompletableFuture.completedStage(null);
    }
}
