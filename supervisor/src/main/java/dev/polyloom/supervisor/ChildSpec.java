package dev.polyloom.supervisor;

/** What a supervisor has for a child: a service or another supervisor. Immutable. */
public sealed interface ChildSpec permits ServiceSpec, SupervisorSpec {
    /**
     * Returns the name, unlike those of the siblings.
     *
     * @return the name
     */
    String name();

    /**
     * Returns what applies to children of both kinds.
     *
     * @return the policy
     */
    ChildPolicy policy();
}
