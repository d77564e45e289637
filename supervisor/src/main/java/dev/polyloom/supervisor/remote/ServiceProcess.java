package dev.polyloom.supervisor.remote;

import dev.polyloom.SerializationException;
import dev.polyloom.WorkerDiedException;
import dev.polyloom.process.Pipe;
import dev.polyloom.process.PipeClosedException;
import dev.polyloom.process.Registration;
import dev.polyloom.supervisor.ServiceContext;
import dev.polyloom.supervisor.ServiceEvent;
import dev.polyloom.supervisor.internal.Log;
import dev.polyloom.supervisor.remote.ServiceMessage.OfWorker;
import dev.polyloom.supervisor.spi.RunningService;
import dev.polyloom.supervisor.spi.ServiceLaunch;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One start of a service in a worker process, as the host sees it.
 *
 * <p>A virtual thread follows it from the start to the end of the process. A service that ends well
 * lets its process end in good order. After a crash the process is killed, if it is not dead, and
 * the worker, which replaces its process at once, waits for the next service.
 */
final class ServiceProcess implements RunningService {
    private static final AtomicLong STARTS = new AtomicLong();
    private static final Duration SPARE_AFTER = Duration.ofSeconds(1);
    private static final long GONE_SECONDS = 10;
    private static final int TERMINATED = 143;

    private final ProcessExecutor executor;
    private final SpareWorkers spares;
    private final ServiceLaunch launch;
    private final ServiceContext context;
    private final long number = STARTS.incrementAndGet();
    private volatile @Nullable ServiceWorker worker;
    private volatile @Nullable Pipe pipe;
    private volatile boolean killed;
    private boolean left;

    ServiceProcess(ProcessExecutor executor, SpareWorkers spares, ServiceLaunch launch) {
        this.executor = executor;
        this.spares = spares;
        this.launch = launch;
        this.context = launch.context();
    }

    RunningService start() {
        Thread.ofVirtual().name(context.path() + "-process").start(this::follow);
        return this;
    }

    private void follow() {
        try {
            ServiceWorker waiting = spares.take(executor);
            follow(waiting == null ? executor.open() : waiting);
        } catch (Throwable e) {
            launch.ended(e);
        }
    }

    private void follow(ServiceWorker mine) {
        worker = mine;
        Throwable failure = null;
        try (Registration _ = mine.listen(this::hear)) {
            failure = killed ? new CancellationException("killed") : await(mine);
        } catch (Throwable e) {
            failure = e;
        }
        leave(mine, failure);
        launch.ended(judge(failure));
    }

    private @Nullable Throwable await(ServiceWorker mine) throws InterruptedException {
        ServiceOrder order =
                new ServiceOrder(
                        number,
                        context.path(),
                        context.incarnation(),
                        context.arguments(),
                        launch.heartbeat().orElse(null),
                        launch.blockedAfter(),
                        executor.loop(),
                        launch.service());
        try {
            Object _ = mine.submit(order).get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    /** Leaves the worker behind, with no process that the service was in. */
    private void leave(ServiceWorker mine, @Nullable Throwable failure) {
        Pipe present = pipe;
        boolean told = context.token().isCancelled();
        if (failure == null) {
            mine.end();
        } else if (!told && present != null && isLeftForOthers(mine) && isGone(present)) {
            spares.give(executor, mine);
        } else {
            spares.close(mine);
        }
    }

    /** Tells whether the worker can have one more service; from now on it is not told otherwise. */
    private synchronized boolean isLeftForOthers(ServiceWorker mine) {
        left = true;
        return mine.isReplaced();
    }

    private synchronized void replaceNoMore() {
        ServiceWorker mine = worker;
        if (mine != null && !left) {
            mine.replaceNoMore();
        }
    }

    private static boolean isGone(Pipe pipe) {
        kill(pipe);
        try {
            CompletableFuture<?> gone = pipe.closed().toCompletableFuture();
            Object _ = gone.get(GONE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException e) {
            // it died, as it should
            return true;
        } catch (InterruptedException | TimeoutException e) {
            return false;
        }
    }

    /** Says what the end means: what was wanted is no failure. */
    private @Nullable Throwable judge(@Nullable Throwable failure) {
        if (failure instanceof WorkerDiedException death) {
            int code = death.exitCode();
            boolean asked = context.token().isCancelled() && code == TERMINATED;
            return killed || asked || code == 0 ? null : death;
        }
        return failure;
    }

    // ---- what the worker says

    private @Nullable Object hear(@Nullable Object message, Pipe from) throws Exception {
        if (!(message instanceof OfWorker said)) {
            throw new IllegalArgumentException("no worker says " + message);
        }
        if (said.start() != number) {
            return null;
        }
        switch (said) {
            case ServiceMessage.Begun _ -> begun(from);
            case ServiceMessage.Ready _ -> context.ready();
            case ServiceMessage.Beat _ -> context.heartbeat();
            case ServiceMessage.Feels feels -> context.health(feels.health());
            case ServiceMessage.Blocks blocks ->
                    launch.blocked(blocks.elapsed(), blocks.activity());
            case ServiceMessage.Observes observes -> observe(observes, from);
            case ServiceMessage.Unread unread -> launch.putBack(unread.message());
            case ServiceMessage.Sends sends -> {
                return context.send(sends.path(), sends.message());
            }
            case ServiceMessage.Receives receives -> {
                return receive(receives.nanos(), from);
            }
        }
        return null;
    }

    private void begun(Pipe from) {
        pipe = from;
        context.heartbeat();
        Log.tell(context.path(), "runs in " + from.peer());
        launch.started();
        if (killed) {
            kill();
        }
        context.token().cancelled().thenRun(() -> cancel(from));
        // with a spare, nothing need be started while this process is buried
        launch.schedule(
                () -> spares.refill(executor, launch.service(), this::replaceNoMore), SPARE_AFTER);
    }

    private static void cancel(Pipe pipe) {
        try {
            pipe.send(ServiceMessage.NAME, new ServiceMessage.Cancel());
        } catch (PipeClosedException e) {
            // it has ended
        }
    }

    private void observe(ServiceMessage.Observes observes, Pipe to) {
        context.observe(observes.path(), event -> tell(to, observes.listener(), event));
    }

    private static void tell(Pipe to, int listener, ServiceEvent event) {
        try {
            pass(to, listener, event);
        } catch (SerializationException e) {
            pass(to, listener, Portable.of(event));
        } catch (PipeClosedException e) {
            // it has ended
        }
    }

    private static void pass(Pipe to, int listener, ServiceEvent event) {
        if (!to.trySend(ServiceMessage.NAME, new ServiceMessage.Observed(listener, event))) {
            Log.warn("%s does not keep up with events, and misses %s".formatted(to.peer(), event));
        }
    }

    private @Nullable Object receive(long nanos, Pipe to) throws InterruptedException {
        Object message = context.mailbox().receive(Duration.ofNanos(nanos)).orElse(null);
        if (message != null && !to.isOpen()) {
            launch.putBack(message);
            return null;
        }
        return message;
    }

    // ---- what the host does

    @Override
    public void kill() {
        killed = true;
        Thread.ofVirtual().name(context.path() + "-kill").start(this::killNow);
    }

    private void killNow() {
        Pipe present = pipe;
        ServiceWorker starting = worker;
        if (present != null) {
            kill(present);
        } else if (starting != null) {
            starting.kill();
        }
    }

    /** Kills this service's process, and not one that came after it. */
    private static void kill(Pipe pipe) {
        if (pipe.isOpen()) {
            ProcessHandle.of(pipe.peer().pid()).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Override
    public String activity() {
        Pipe present = pipe;
        return present == null ? "" : "process " + present.peer().pid();
    }
}
