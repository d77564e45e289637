package dev.polyloom.supervisor.spi;

import dev.polyloom.supervisor.EventLoop;
import dev.polyloom.supervisor.Service;
import dev.polyloom.supervisor.ServiceContext;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One start of one service, as its executor sees it. Safe for use by several threads. */
public interface ServiceLaunch {
    /**
     * Returns the service.
     *
     * @return the service
     */
    Service service();

    /**
     * Returns the context to run it with.
     *
     * @return the context
     */
    ServiceContext context();

    /**
     * Says on which loop the service runs. Called before it begins, if at all.
     *
     * @param loop what the context's {@link ServiceContext#loop()} returns
     */
    void on(EventLoop loop);

    /** Tells that the service has begun. */
    void started();

    /**
     * Tells that the service is gone. Later calls do nothing.
     *
     * @param failure what it ended with, null if normally; an {@link InterruptedException} or
     *     {@link java.util.concurrent.CancellationException} of a service that was told to stop is
     *     normal
     */
    void ended(@Nullable Throwable failure);

    /**
     * Tells that the service must be held for crashed although it is still there. The host kills
     * it.
     *
     * @param cause what is wrong
     */
    void failing(Throwable cause);

    /**
     * Tells that the service blocks what it shares with others, and must be held for crashed.
     *
     * @param elapsed for how long
     * @param activity what it is doing, such as a stack
     */
    void blocked(Duration elapsed, String activity);

    /**
     * Puts back a message that was taken from the service's mailbox and did not reach the service.
     * It comes before all others.
     *
     * @param message the message
     */
    void putBack(Object message);

    /**
     * Returns how long the service may go without a sign of life.
     *
     * @return the limit, empty if it need not give any
     */
    Optional<Duration> heartbeat();

    /**
     * Returns how long a service may keep a loop.
     *
     * @return the limit
     */
    Duration blockedAfter();

    /**
     * Runs an action later, on the thread of the host that makes all decisions.
     *
     * @param action the action, which must not block or throw
     * @param delay how much later at least
     */
    void schedule(Runnable action, Duration delay);

    /**
     * Returns something that all services of the host share. It is made at the first call and
     * closed after the last service has ended. Called within {@link ServiceExecutor#start} only.
     *
     * @param <R> what it is
     * @param type its key
     * @param create makes it; must not block
     * @return the one of this host
     */
    <R extends AutoCloseable> R resource(Class<R> type, Supplier<? extends R> create);
}
