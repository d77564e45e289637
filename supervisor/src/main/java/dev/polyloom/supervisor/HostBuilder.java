package dev.polyloom.supervisor;

import dev.polyloom.supervisor.internal.HostClock;
import dev.polyloom.supervisor.internal.HostSettings;
import dev.polyloom.supervisor.internal.RunningHost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Declares a host. Not for use by several threads at once. */
public final class HostBuilder {
    private final SupervisorBuilder root;
    private final List<ServiceListener> listeners = new ArrayList<>();
    private Duration blockedAfter = Duration.ofSeconds(5);
    private Duration killWithin = Duration.ofSeconds(5);
    private HostClock clock = HostClock.system();

    HostBuilder(String name) {
        root = new SupervisorBuilder(name).intensity(new Intensity(0, Duration.ofSeconds(1)));
    }

    /**
     * Adds a supervisor after those added before.
     *
     * @param supervisor the supervisor
     * @return this
     */
    public HostBuilder supervisor(SupervisorSpec supervisor) {
        root.child(supervisor);
        return this;
    }

    /**
     * Sets how often supervisors are restarted that gave up. None unless set: the host stops at the
     * first.
     *
     * @param value how often
     * @return this
     */
    public HostBuilder intensity(Intensity value) {
        root.intensity(value);
        return this;
    }

    /**
     * Sets whether the host stops by itself when significant supervisors have ended; never unless
     * set.
     *
     * @param value when
     * @return this
     */
    public HostBuilder autoShutdown(AutoShutdown value) {
        root.autoShutdown(value);
        return this;
    }

    /**
     * Adds a listener that hears all events, from the first.
     *
     * @param listener the listener
     * @return this
     */
    public HostBuilder listener(ServiceListener listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * Sets how long a service may keep an event loop before it is held for crashed; 5 s unless set.
     *
     * @param value how long
     * @return this
     */
    public HostBuilder blockedAfter(Duration value) {
        blockedAfter = Checks.positive("blockedAfter", value);
        return this;
    }

    /**
     * Sets how long a killed service may take to end before it is given up; 5 s unless set.
     *
     * @param value how long
     * @return this
     */
    public HostBuilder killWithin(Duration value) {
        killWithin = Checks.positive("killWithin", value);
        return this;
    }

    /**
     * Returns the root of the tree as declared so far: a supervisor named as the host.
     *
     * @return the root
     * @throws IllegalArgumentException if something cannot be, saying what
     */
    public SupervisorSpec root() {
        return root.build();
    }

    /**
     * Returns how long a service may keep an event loop before it is held for crashed.
     *
     * @return the time declared so far
     */
    public Duration blockedAfter() {
        return blockedAfter;
    }

    /**
     * Returns how long a killed service may take to end before it is given up.
     *
     * @return the time declared so far
     */
    public Duration killWithin() {
        return killWithin;
    }

    HostBuilder clock(HostClock value) {
        clock = value;
        return this;
    }

    /**
     * Ends the declaration.
     *
     * @return a host that is not started
     * @throws IllegalArgumentException if something cannot be, saying what
     */
    public Host build() {
        return new RunningHost(
                root.build(), new HostSettings(listeners, blockedAfter, killWithin, clock));
    }

    /**
     * Ends the declaration and starts the host.
     *
     * @return the host, started
     * @throws IllegalArgumentException if something cannot be, saying what
     */
    public Host start() {
        return build().start();
    }
}
