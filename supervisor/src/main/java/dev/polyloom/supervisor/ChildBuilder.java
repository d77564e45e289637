package dev.polyloom.supervisor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be said of services and supervisors alike. Not for use by several threads at once.
 *
 * @param <B> the builder itself
 */
public abstract sealed class ChildBuilder<B extends ChildBuilder<B>>
        permits ServiceBuilder, SupervisorBuilder {
    private Restart restart = Restart.PERMANENT;
    private RestartDelay delay = RestartDelay.immediate();
    private Duration healthyAfter = Duration.ofSeconds(60);
    private boolean significant;
    private final List<String> after = new ArrayList<>();

    ChildBuilder() {}

    abstract B self();

    /**
     * Sets when the child is restarted; always unless set.
     *
     * @param value when
     * @return this
     */
    public B restart(Restart value) {
        restart = value;
        return self();
    }

    /**
     * Sets how long to wait before a restart; not at all unless set.
     *
     * @param value how long
     * @return this
     */
    public B delay(RestartDelay value) {
        delay = value;
        return self();
    }

    /**
     * Sets how long the child must have been ready for its restart delay to begin anew; 60 s unless
     * set.
     *
     * @param value how long
     * @return this
     */
    public B healthyAfter(Duration value) {
        healthyAfter = value;
        return self();
    }

    /**
     * Makes the child one whose end may end the supervisor. It must be transient or temporary.
     *
     * @return this
     * @see SupervisorBuilder#autoShutdown
     */
    public B significant() {
        significant = true;
        return self();
    }

    /**
     * Starts the child after some of its siblings, wherever they are declared.
     *
     * @param names names of the siblings
     * @return this
     */
    public B after(String... names) {
        after.addAll(List.of(names));
        return self();
    }

    ChildPolicy policy() {
        return new ChildPolicy(restart, delay, healthyAfter, significant, after);
    }
}
