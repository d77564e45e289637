package dev.polyloom.supervisor;

import java.time.Duration;
import java.util.concurrent.Flow;

/**
 * What holds supervisors and runs them: one tree of services in this JVM.
 *
 * <p>Supervisors start in the order of declaration and stop in reverse. Their services are named by
 * paths such as {@code host/web/listener}. All threads of a host are daemons, so a program that has
 * nothing else to do waits in {@link #awaitStop()}. Safe for use by several threads.
 */
public interface Host extends AutoCloseable {
    /** How long {@link #close()} gives the services to stop before it kills them. */
    Duration CLOSE_LIMIT = Duration.ofSeconds(30);

    /**
     * Begins to declare a host.
     *
     * @param name the first name of all paths, without a slash
     * @return a builder
     */
    static HostBuilder named(String name) {
        return new HostBuilder(name);
    }

    /**
     * Begins to start the services, in order, and returns at once.
     *
     * @return this
     * @throws IllegalStateException if the host was started before
     */
    Host start();

    /**
     * Waits until all services have started and are ready, or have ended by themselves.
     *
     * @param most how long at most
     * @return whether that is so; false also if the host was stopped or never started
     * @throws InterruptedException if the thread is interrupted
     */
    boolean awaitReady(Duration most) throws InterruptedException;

    /**
     * Stops the services, in reverse order, and waits for their end. A service that takes longer
     * than it may is killed. What has not ended when the limit is over is killed at once, and given
     * up a few seconds later. An interrupt kills at once too, and stays set.
     *
     * @param limit how long to wait before all are killed
     */
    void stop(Duration limit);

    /**
     * Waits until the host has stopped.
     *
     * @throws InterruptedException if the thread is interrupted
     * @throws EscalationException if it stopped because a supervisor gave up
     */
    void awaitStop() throws InterruptedException;

    /**
     * Waits until the host has stopped, but not for ever.
     *
     * @param most how long at most
     * @return whether it has stopped
     * @throws InterruptedException if the thread is interrupted
     * @throws EscalationException if it stopped because a supervisor gave up
     */
    boolean awaitStop(Duration most) throws InterruptedException;

    /** Stops the host as {@link #stop} does within {@link #CLOSE_LIMIT}. */
    @Override
    void close();

    /**
     * Returns how all services stand.
     *
     * @return the tree, whose root is the host
     */
    Status status();

    /**
     * Sends a message to a service.
     *
     * @param path path of the service
     * @param message the message
     * @return true if the service has it or will have it when it runs again; false if it was
     *     dropped, because its policy says so
     * @throws MessageRefusedException if it was not accepted and the policy does not drop: the
     *     service is unknown, down, has ended for good, or has too many waiting
     */
    boolean send(String path, Object message);

    /**
     * Hears all events of the host from now on.
     *
     * @param listener hears them
     */
    void listen(ServiceListener listener);

    /**
     * Returns the events of the host for subscribers, who say how many they want. What a subscriber
     * does not take in time is dropped for it and counted in a {@link ServiceEvent.EventsLost}.
     *
     * @return the publisher, which completes when the host has stopped
     */
    Flow.Publisher<ServiceEvent> events();

    /**
     * Adds a child to a supervisor, after its other children, and starts it. A crash later forgets
     * nothing: the child stays until it is removed, or has ended under {@link Strategy#DYNAMIC}.
     *
     * @param supervisor path of the supervisor, which may be the host
     * @param child the child
     * @throws IllegalArgumentException if there is no such supervisor, it has a child of that name,
     *     or no child that the new one shall start after
     * @throws IllegalStateException if the host is not running
     */
    void add(String supervisor, ChildSpec child);

    /**
     * Makes this host what another declaration says. What is declared as before is not touched, and
     * keeps its place among what is stopped or restarted with it; a service that is declared
     * otherwise is stopped and started, a new one is started after those it comes after, and one
     * that is declared no more is stopped and forgotten. A supervisor's own settings change without
     * a restart. What was added or stopped meanwhile stays so. Where a group is being restarted,
     * its supervisor changes when the group starts again. Returns at once.
     *
     * <p>Declarations are compared by {@code equals}, so a service that is to be untouched must be
     * the same object, or equal. The limits of the host hold from now on, for a loop in a process
     * from its next start; its listeners stay as they were.
     *
     * @param declaration a host of the same name
     * @return the difference
     * @throws IllegalArgumentException if the name is another, or something cannot be
     * @throws IllegalStateException if the host is not running
     */
    HostUpdate update(HostBuilder declaration);

    /**
     * Stops a service or supervisor and forgets it. Returns at once.
     *
     * @param path its path
     * @throws IllegalArgumentException if there is none, or it is the host
     * @throws IllegalStateException if the host is not running
     */
    void remove(String path);

    /**
     * Stops a service or supervisor, which then stays stopped, also when its siblings are
     * restarted. Returns at once.
     *
     * @param path its path
     * @throws IllegalArgumentException if there is none, or it is the host
     * @throws IllegalStateException if the host is not running
     */
    void stopChild(String path);

    /**
     * Starts a service or supervisor that was stopped or has ended. Does nothing to one that runs.
     * Returns at once.
     *
     * @param path its path
     * @throws IllegalArgumentException if there is none, or it is the host
     * @throws IllegalStateException if the host is not running
     */
    void startChild(String path);

    /**
     * Stops a service or supervisor and starts it again, alone and without delay. This is no crash
     * and does not count as a restart. Returns at once.
     *
     * @param path its path
     * @throws IllegalArgumentException if there is none, or it is the host
     * @throws IllegalStateException if the host is not running
     */
    void restartChild(String path);
}
