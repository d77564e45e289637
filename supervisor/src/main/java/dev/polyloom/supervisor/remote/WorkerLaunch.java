package dev.polyloom.supervisor.remote;

import dev.polyloom.process.Head;
import dev.polyloom.process.Pipe;
import dev.polyloom.process.Registration;
import dev.polyloom.supervisor.CancellationSource;
import dev.polyloom.supervisor.EventLoop;
import dev.polyloom.supervisor.Service;
import dev.polyloom.supervisor.ServiceContext;
import dev.polyloom.supervisor.internal.OwnLoopExecutor;
import dev.polyloom.supervisor.internal.ThreadExecutor;
import dev.polyloom.supervisor.made.Stages;
import dev.polyloom.supervisor.spi.RunningService;
import dev.polyloom.supervisor.spi.ServiceExecutor;
import dev.polyloom.supervisor.spi.ServiceLaunch;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One start of a service as the worker sees it: run as in the host, told to the host. */
final class WorkerLaunch implements ServiceLaunch {
    private final ServiceOrder order;
    private final Head head;
    private final Pipe host;
    private final CancellationSource source = new CancellationSource();
    private final WorkerContext context;
    private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();

    WorkerLaunch(ServiceOrder order, Head head) {
        this.order = order;
        this.head = head;
        this.host = head.primary();
        this.context = new WorkerContext(order, host, source.token());
    }

    void run() throws Exception {
        ServiceExecutor inner = order.loop() ? OwnLoopExecutor.INSTANCE : ThreadExecutor.PLATFORM;
        Registration hearing = head.on(ServiceMessage.NAME, (message, _) -> hear(message));
        RunningService running = inner.start(this);
        try {
            Stages.await(end);
        } catch (InterruptedException e) {
            running.kill();
            throw e;
        } finally {
            context.close();
            if (order.isRehearsal()) {
                hearing.close();
            }
        }
    }

    /** Hears the host; what it says to a service that has just ended is of no account. */
    private @Nullable Object hear(@Nullable Object message) {
        if (end.isDone()) {
            return null;
        }
        switch (message) {
            case ServiceMessage.Cancel _ -> Thread.ofVirtual().name("cancel").start(source::cancel);
            case ServiceMessage.Observed(var listener, var event) ->
                    context.observed(listener, event);
            case null, default -> throw new IllegalArgumentException("no host says " + message);
        }
        return null;
    }

    @Override
    public Service service() {
        return order.service();
    }

    @Override
    public ServiceContext context() {
        return context;
    }

    @Override
    public void on(EventLoop loop) {
        context.on(loop);
    }

    @Override
    public void started() {
        host.send(ServiceMessage.NAME, new ServiceMessage.Begun(order.start()));
    }

    @Override
    public void ended(@Nullable Throwable failure) {
        if (failure == null) {
            end.complete(null);
        } else {
            end.completeExceptionally(failure);
        }
    }

    @Override
    public void failing(Throwable cause) {
        ended(cause);
    }

    @Override
    public void blocked(Duration elapsed, String activity) {
        host.send(ServiceMessage.NAME, new ServiceMessage.Blocks(order.start(), elapsed, activity));
    }

    @Override
    public void putBack(Object message) {
        throw new UnsupportedOperationException("messages are kept in the host");
    }

    @Override
    public Optional<Duration> heartbeat() {
        return Optional.ofNullable(order.heartbeat());
    }

    @Override
    public Duration blockedAfter() {
        return order.blockedAfter();
    }

    @Override
    public void schedule(Runnable action, Duration delay) {
        long nanos = TimeUnit.NANOSECONDS.convert(delay);
        CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS).execute(action);
    }

    @Override
    public <R extends AutoCloseable> R resource(Class<R> type, Supplier<? extends R> create) {
        throw new UnsupportedOperationException("a worker has one service and nothing to share");
    }
}
