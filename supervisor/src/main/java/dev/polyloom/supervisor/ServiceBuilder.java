package dev.polyloom.supervisor;

import dev.polyloom.supervisor.spi.ServiceExecutor;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Declares a service. Not for use by several threads at once. */
public final class ServiceBuilder extends ChildBuilder<ServiceBuilder> {
    private final String name;
    private final Service service;
    private ServiceExecutor executor = ServiceExecutors.virtual();
    private @Nullable Duration readyWithin;
    private @Nullable Duration heartbeat;
    private Duration stopWithin = Duration.ofSeconds(10);
    private @Nullable RestartSchedule schedule;
    private MailboxPolicy mailbox = MailboxPolicy.DEFAULT;
    private final Map<String, String> arguments = new LinkedHashMap<>();

    ServiceBuilder(String name, Service service) {
        this.name = name;
        this.service = service;
    }

    @Override
    ServiceBuilder self() {
        return this;
    }

    /**
     * Sets where the service runs; on a virtual thread unless set.
     *
     * @param value where
     * @return this
     */
    public ServiceBuilder executor(ServiceExecutor value) {
        executor = value;
        return this;
    }

    /**
     * Makes the service one that says itself when it is ready. Unless it does so in time it is held
     * for crashed.
     *
     * @param value how soon
     * @return this
     */
    public ServiceBuilder readyWithin(Duration value) {
        readyWithin = value;
        return this;
    }

    /**
     * Makes the service one that gives signs of life. When they stop it is held for crashed.
     *
     * @param value the longest time between two of them
     * @return this
     */
    public ServiceBuilder heartbeat(Duration value) {
        heartbeat = value;
        return this;
    }

    /**
     * Sets how long the service may take to stop before it is killed; 10 s unless set.
     *
     * @param value how long; zero kills at once
     * @return this
     */
    public ServiceBuilder stopWithin(Duration value) {
        stopWithin = value;
        return this;
    }

    /**
     * Restarts the service from time to time although nothing is wrong with it. This is no crash
     * and does not count as a restart.
     *
     * @param value when
     * @return this
     */
    public ServiceBuilder restartAt(RestartSchedule value) {
        schedule = value;
        return this;
    }

    /**
     * Sets what becomes of messages; {@link MailboxPolicy#DEFAULT} unless set.
     *
     * @param value what
     * @return this
     */
    public ServiceBuilder mailbox(MailboxPolicy value) {
        mailbox = value;
        return this;
    }

    /**
     * Adds an argument for the service's context.
     *
     * @param key its name
     * @param value its value
     * @return this
     */
    public ServiceBuilder argument(String key, String value) {
        arguments.put(key, value);
        return this;
    }

    /**
     * Ends the declaration.
     *
     * @return the service as declared
     * @throws IllegalArgumentException if something cannot be, saying what
     */
    public ServiceSpec build() {
        return new ServiceSpec(
                name,
                service,
                executor,
                policy(),
                readyWithin,
                heartbeat,
                stopWithin,
                schedule,
                mailbox,
                arguments);
    }
}
