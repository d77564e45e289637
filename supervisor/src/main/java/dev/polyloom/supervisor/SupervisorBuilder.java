package dev.polyloom.supervisor;

import java.util.ArrayList;
import java.util.List;

/** Declares a supervisor. Not for use by several threads at once. */
public final class SupervisorBuilder extends ChildBuilder<SupervisorBuilder> {
    private final String name;
    private Strategy strategy = Strategy.ONE_FOR_ONE;
    private Intensity intensity = Intensity.DEFAULT;
    private AutoShutdown autoShutdown = AutoShutdown.NEVER;
    private final List<ChildSpec> children = new ArrayList<>();

    SupervisorBuilder(String name) {
        this.name = name;
    }

    @Override
    SupervisorBuilder self() {
        return this;
    }

    /**
     * Sets what a restart of one child does to the others; nothing unless set.
     *
     * @param value what
     * @return this
     */
    public SupervisorBuilder strategy(Strategy value) {
        strategy = value;
        return this;
    }

    /**
     * Sets how many restarts are made before the supervisor gives up; {@link Intensity#DEFAULT}
     * unless set.
     *
     * @param value how many
     * @return this
     */
    public SupervisorBuilder intensity(Intensity value) {
        intensity = value;
        return this;
    }

    /**
     * Sets whether the supervisor ends by itself; never unless set.
     *
     * @param value when
     * @return this
     */
    public SupervisorBuilder autoShutdown(AutoShutdown value) {
        autoShutdown = value;
        return this;
    }

    /**
     * Adds a child after those added before.
     *
     * @param child a service or a supervisor
     * @return this
     */
    public SupervisorBuilder child(ChildSpec child) {
        children.add(child);
        return this;
    }

    /**
     * Adds a service with nothing but defaults, on a virtual thread.
     *
     * @param childName its name
     * @param service what runs
     * @return this
     */
    public SupervisorBuilder service(String childName, Service service) {
        return child(ServiceSpec.named(childName, service).build());
    }

    /**
     * Ends the declaration.
     *
     * @return the supervisor as declared
     * @throws IllegalArgumentException if something cannot be, saying what
     */
    public SupervisorSpec build() {
        return new SupervisorSpec(name, strategy, intensity, autoShutdown, policy(), children);
    }
}
