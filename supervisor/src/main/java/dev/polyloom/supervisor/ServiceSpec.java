package dev.polyloom.supervisor;

import dev.polyloom.SerializableRunnable;
import dev.polyloom.supervisor.spi.ServiceExecutor;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A service as declared. Immutable; made by a {@link ServiceBuilder}.
 *
 * @param name its name, without a slash
 * @param service what runs
 * @param executor where it runs
 * @param policy how its supervisor treats it
 * @param readyWithin how soon it calls {@link ServiceContext#ready()}, or null if it is ready as
 *     soon as it has begun
 * @param heartbeat how long it may go without {@link ServiceContext#heartbeat()} once it is ready,
 *     or null for ever
 * @param stopWithin how long it may take to stop before it is killed
 * @param schedule when it is restarted although nothing is wrong with it, or null for never
 * @param mailbox what becomes of messages to it
 * @param arguments names and values for its context
 */
public record ServiceSpec(
        String name,
        Service service,
        ServiceExecutor executor,
        ChildPolicy policy,
        @Nullable Duration readyWithin,
        @Nullable Duration heartbeat,
        Duration stopWithin,
        @Nullable RestartSchedule schedule,
        MailboxPolicy mailbox,
        Map<String, String> arguments)
        implements ChildSpec {
    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one of them cannot be, or the executor cannot run the
     *     service
     */
    public ServiceSpec {
        Checks.name(name);
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(mailbox, "mailbox");
        if (readyWithin != null) {
            Checks.positive("readyWithin", readyWithin);
        }
        if (heartbeat != null) {
            Checks.positive("heartbeat", heartbeat);
        }
        Checks.notNegative("stopWithin", stopWithin);
        arguments = Map.copyOf(arguments);
        executor.check(service);
    }

    /**
     * Begins to declare a service.
     *
     * @param name its name, unlike those of its siblings and without a slash
     * @param service what runs
     * @return a builder
     */
    public static ServiceBuilder named(String name, Service service) {
        return new ServiceBuilder(name, service);
    }

    /**
     * Begins to declare a service, of which a lambda can run in a process, too.
     *
     * @param name its name, unlike those of its siblings and without a slash
     * @param service what runs
     * @return a builder
     */
    public static ServiceBuilder named(String name, SerializableService service) {
        return new ServiceBuilder(name, service);
    }

    /**
     * Begins to declare a service that knows nothing of services. It is ready when it begins. Told
     * to stop, it goes on until it is killed; see {@link ServiceBuilder#stopWithin}.
     *
     * @param name its name, unlike those of its siblings and without a slash
     * @param body what runs
     * @return a builder
     */
    public static ServiceBuilder named(String name, Runnable body) {
        return new ServiceBuilder(
                name,
                context -> {
                    context.ready();
                    body.run();
                });
    }

    /**
     * Begins to declare a service that knows nothing of services, of which a lambda can run in a
     * process, too. Otherwise like {@link #named(String, Runnable)}.
     *
     * @param name its name, unlike those of its siblings and without a slash
     * @param body what runs
     * @return a builder
     */
    public static ServiceBuilder named(String name, SerializableRunnable body) {
        SerializableService service =
                context -> {
                    context.ready();
                    body.run();
                };
        return new ServiceBuilder(name, service);
    }

    /**
     * Begins to declare a service that does not block.
     *
     * @param name its name, unlike those of its siblings and without a slash
     * @param service what runs
     * @return a builder; it runs on the event loop of the host unless told otherwise
     */
    public static ServiceBuilder async(String name, AsyncService service) {
        return new ServiceBuilder(name, service).executor(ServiceExecutors.hostLoop());
    }

    /**
     * Begins to declare a service that does not block, of which a lambda can run in a process, too.
     *
     * @param name its name, unlike those of its siblings and without a slash
     * @param service what runs
     * @return a builder; it runs on the event loop of the host unless told otherwise
     */
    public static ServiceBuilder async(String name, SerializableAsyncService service) {
        return async(name, (AsyncService) service);
    }
}
