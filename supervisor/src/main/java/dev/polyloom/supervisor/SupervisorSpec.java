package dev.polyloom.supervisor;

import java.util.List;
import java.util.Objects;

/**
 * A supervisor as declared. Immutable; made by a {@link SupervisorBuilder}.
 *
 * @param name its name, without a slash
 * @param strategy what it does to the other children when one is restarted
 * @param intensity how many restarts it makes before it gives up
 * @param autoShutdown whether it ends by itself
 * @param policy how its own supervisor treats it
 * @param children what it starts, in the order of starting
 */
public record SupervisorSpec(
        String name,
        Strategy strategy,
        Intensity intensity,
        AutoShutdown autoShutdown,
        ChildPolicy policy,
        List<ChildSpec> children)
        implements ChildSpec {
    /**
     * Checks the values, and puts the children into an order in which each comes after those it
     * names in {@link ChildPolicy#after()}, and otherwise stays where it is.
     *
     * @throws IllegalArgumentException if two children have one name, one names a sibling that is
     *     not there, or they wait for each other in a circle
     */
    public SupervisorSpec {
        Checks.name(name);
        Objects.requireNonNull(strategy, "strategy");
        Objects.requireNonNull(intensity, "intensity");
        Objects.requireNonNull(autoShutdown, "autoShutdown");
        Objects.requireNonNull(policy, "policy");
        children = new StartOrder(name, children).sorted();
    }

    /** Returns what is said of the supervisor itself. */
    SupervisorSpec withoutChildren() {
        return new SupervisorSpec(name, strategy, intensity, autoShutdown, policy, List.of());
    }

    /**
     * Begins to declare a supervisor.
     *
     * @param name its name, unlike those of its siblings and without a slash
     * @return a builder
     */
    public static SupervisorBuilder named(String name) {
        return new SupervisorBuilder(name);
    }
}
