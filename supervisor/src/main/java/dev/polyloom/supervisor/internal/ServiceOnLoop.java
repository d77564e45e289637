package dev.polyloom.supervisor.internal;

import dev.polyloom.supervisor.AsyncService;
import dev.polyloom.supervisor.EventLoop;
import dev.polyloom.supervisor.Service;
import dev.polyloom.supervisor.spi.RunningService;
import dev.polyloom.supervisor.spi.ServiceLaunch;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One start of a service on a loop, and the loop as it sees it. */
final class ServiceOnLoop implements EventLoop, RunningService {
    private final LoopThread loop;
    private final ServiceLaunch launch;
    private final boolean own;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile @Nullable Throwable failure;
    private volatile boolean killed;

    ServiceOnLoop(LoopThread loop, ServiceLaunch launch, boolean own) {
        this.loop = loop;
        this.launch = launch;
        this.own = own;
    }

    static void check(Service service) {
        if (!(service instanceof AsyncService)) {
            throw new IllegalArgumentException(
                    "a service on an event loop must not block, so it must be an AsyncService");
        }
    }

    RunningService start() {
        launch.on(this);
        launch.started();
        execute(this::begin);
        return this;
    }

    ServiceLaunch launch() {
        return launch;
    }

    @Override
    public void execute(Runnable action) {
        if (!over.get()) {
            loop.post(this, () -> run(action));
        }
    }

    @Override
    public void schedule(Runnable action, Duration delay) {
        launch.schedule(() -> execute(action), delay);
    }

    private void run(Runnable action) {
        if (over.get()) {
            return;
        }
        try {
            action.run();
        } catch (Throwable e) {
            end(e);
        }
    }

    private void begin() {
        try {
            CompletionStage<?> stage = ((AsyncService) launch.service()).runAsync(launch.context());
            stage.whenComplete((_, e) -> end(e == null ? null : Results.unwrap(e)));
        } catch (Throwable e) {
            end(e);
        }
    }

    /** Ends the service; but it is not gone before its last action has returned. */
    private void end(@Nullable Throwable why) {
        synchronized (this) {
            failure = over.get() ? failure : why;
            over.set(true);
        }
        if (!loop.isBusyWith(this)) {
            report();
        }
    }

    /** Takes notice that an action has returned. */
    void stepDone() {
        if (killed) {
            end(killedByHost());
        }
        if (over.get()) {
            report();
        }
    }

    private void report() {
        launch.ended(failure);
        if (own) {
            loop.close();
        }
    }

    /** Interrupts its action, or, if none runs now, never runs one again. */
    @Override
    public void kill() {
        killed = true;
        if (!loop.interrupt(this)) {
            end(killedByHost());
        }
    }

    private static CancellationException killedByHost() {
        return new CancellationException("killed");
    }

    @Override
    public void abandon() {
        over.set(true);
        if (own) {
            loop.close();
        } else {
            loop.leaveTo(this);
        }
    }

    @Override
    public String activity() {
        return loop.activity(this);
    }
}
