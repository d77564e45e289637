package dev.polyloom;

import dev.polyloom.internal.CurrentObserver;
import dev.polyloom.internal.CurrentPool;
import dev.polyloom.internal.Placement;
import dev.polyloom.internal.Timer;
import dev.polyloom.spi.Pool;
import dev.polyloom.spi.ScopeTask;
import dev.polyloom.spi.TaskObserver;
import dev.polyloom.spi.TaskTiming;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The scope of every flavor: the contract of an executor service above a {@link Pool}, which only
 * has to run tasks.
 */
final class ScopeExecutor extends AbstractExecutorService implements Scope, TaskObserver {
    private static final String COMPLETION_SERVICE_TASK =
            "java.util.concurrent.ExecutorCompletionService$QueueingFuture";

    private final String name;
    private final long opened = System.nanoTime();
    private volatile Decision decision;
    private final @Nullable Duration taskTimeout;
    private final boolean traced;
    private final List<ScopeListener> listeners;
    private final List<Carrier> carriers;
    private final boolean remote;
    private final boolean counted;
    private final boolean sumsOnly;
    private final Pool pool;
    private final @Nullable BorrowedPool borrowed;
    private final TaskCounters counters = new TaskCounters();
    private final OpenStages openStages = new OpenStages();

    ScopeExecutor(
            String name,
            Decision decision,
            @Nullable Duration taskTimeout,
            boolean traced,
            List<ScopeListener> listeners,
            List<Carrier> carriers,
            Function<ScopeExecutor, Pool> pool) {
        this.name = name;
        this.decision = decision;
        this.taskTimeout = taskTimeout;
        this.traced = traced;
        this.listeners = listeners;
        this.carriers = carriers;
        this.remote = !decision.flavor().isInProcess();
        this.pool = pool.apply(this);
        this.borrowed = this.pool instanceof BorrowedPool view ? view : null;
        this.counted = remote || borrowed != null;
        this.sumsOnly = listeners.isEmpty() && !counted;
    }

    /** Makes a scope with a life of its own over the workers of this one. */
    ScopeExecutor view(
            String itsName,
            Decision itsDecision,
            boolean itsTraced,
            List<ScopeListener> itsListeners) {
        return new ScopeExecutor(
                itsName,
                itsDecision,
                taskTimeout,
                itsTraced,
                itsListeners,
                carriers,
                view -> new BorrowedPool(pool, counters));
    }

    Pool pool() {
        return pool;
    }

    boolean traced() {
        return traced;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Flavor flavor() {
        return decision.flavor();
    }

    @Override
    public int workers() {
        return decision.workers();
    }

    @Override
    public Decision decision() {
        return decision;
    }

    /** Notes that tasks run elsewhere from now on; called by one thread at a time. */
    void moved(String tasks, Placement.Verdict verdict, int threads) {
        boolean toThreads = verdict.to() == Flavor.THREADS;
        Decision.Move move =
                new Decision.Move(
                        Duration.ofNanos(System.nanoTime() - opened),
                        tasks,
                        toThreads ? Flavor.VIRTUAL : Flavor.THREADS,
                        verdict.to(),
                        verdict.reason(),
                        "%s; platform threads: %d".formatted(verdict.detail(), threads));
        decision = decision.with(move);
        ScopeRegistry.INSTANCE.decided(name, decision.moved(move));
    }

    @Override
    public ScopeMetrics metrics() {
        return counters.metrics(pool.snapshot(), counted);
    }

    @Override
    public <T> Optional<T> extension(Class<T> type) {
        return pool.extension(type);
    }

    // ---- submission

    @Override
    public <T extends @Nullable Object> Future<T> submit(Callable<T> task) {
        return submitTask(task);
    }

    @Override
    public <T extends @Nullable Object> Future<T> submit(SerializableCallable<T> task) {
        return submitTask(task);
    }

    @Override
    public <T extends @Nullable Object> Future<T> submit(
            SerializableCallable<T> task, Duration timeout) {
        return enqueued(task(task, Checks.positive("timeout", timeout)));
    }

    @Override
    public Future<?> submit(Runnable task) {
        return this.<@Nullable Object>submitTask(new RunnableTask<>(task, null));
    }

    @Override
    public Future<?> submit(SerializableRunnable task) {
        return submit((Runnable) task);
    }

    @Override
    public <T extends @Nullable Object> Future<T> submit(Runnable task, T result) {
        return submitTask(new RunnableTask<>(task, result));
    }

    @Override
    public <T extends @Nullable Object> CompletableFuture<T> submitAsync(
            SerializableCallable<? extends CompletionStage<T>> task) {
        return new StageFuture<>(this.<T>submitStage(task));
    }

    /** Submits an asynchronous task, which also tells when its stage has completed. */
    <T extends @Nullable Object> ScopeTask<T> submitStage(
            Callable<? extends CompletionStage<T>> task) {
        ScopeTask<T> async =
                ScopeTask.async(carrying(Objects.requireNonNull(task, "task")), taskTimeout, this);
        openStages.add(async);
        try {
            enqueue(async);
        } catch (RejectedExecutionException e) {
            openStages.remove(async);
            throw e;
        }
        return async;
    }

    @Override
    public void execute(SerializableRunnable task) {
        execute((Runnable) task);
    }

    @Override
    public void execute(Runnable command) {
        if (command instanceof ScopeTask<?> task && task.belongsTo(this)) {
            enqueue(task);
        } else if (remote && isCompletionServiceTask(command) && !isShutdown()) {
            Thread.ofVirtual().name(name + "-completion").start(command);
        } else {
            executeRaw(Objects.requireNonNull(command, "command"));
        }
    }

    /** Tells whether a command wraps a task of this scope, which minds its own timeout. */
    private static boolean isCompletionServiceTask(Runnable command) {
        return command.getClass().getName().equals(COMPLETION_SERVICE_TASK);
    }

    private void executeRaw(Runnable command) {
        Duration timeout = isCompletionServiceTask(command) ? null : taskTimeout;
        ScopeTask<?> task = this.<@Nullable Object>task(new UnobservedTask(command), timeout);
        enqueue(task);
        if (remote && task.state() == Future.State.FAILED) {
            if (task.exceptionNow() instanceof SerializationException failure) {
                throw failure;
            }
        }
    }

    @Override
    protected <T extends @Nullable Object> RunnableFuture<T> newTaskFor(Callable<T> callable) {
        return task(callable, taskTimeout);
    }

    @Override
    protected <T extends @Nullable Object> RunnableFuture<T> newTaskFor(
            Runnable runnable, T value) {
        return task(new RunnableTask<>(runnable, value), taskTimeout);
    }

    private <T extends @Nullable Object> ScopeTask<T> task(
            Callable<T> body, @Nullable Duration timeout) {
        return new ScopeTask<>(
                carrying(Objects.requireNonNull(body, "task")), timeout, borrowed != null, this);
    }

    /** Returns a body that takes along what the calling thread has, if anything is carried. */
    private <T extends @Nullable Object> Callable<T> carrying(Callable<T> body) {
        return carriers.isEmpty() ? body : CarriedBody.of(carriers, body);
    }

    private void enqueue(ScopeTask<?> task) {
        prepare(task);
        try {
            pool.execute(task);
        } catch (RejectedExecutionException e) {
            if (counted) {
                counters.rejected();
            }
            throw isShutdown() ? new RejectedExecutionException(refusal(), e) : e;
        }
    }

    /** Numbers and times a task as far as anybody wants to know. */
    private void prepare(ScopeTask<?> task) {
        boolean events = Recorder.wantsTasks();
        if (traced && sumsOnly && !events && !task.isFollowed()) {
            task.timedFrom(System.nanoTime());
        } else if (traced || events) {
            task.submitted(counters.submitted(), System.nanoTime());
        } else if (counted) {
            long number = counters.submitted();
            if (task.isFollowed()) {
                task.submitted(number, 0);
            }
        }
    }

    private String refusal() {
        return "scope %s is shut down and takes no more tasks".formatted(name);
    }

    @Override
    public <T extends @Nullable Object> T invokeAny(Collection<? extends Callable<T>> tasks)
            throws InterruptedException, ExecutionException {
        return new FirstSuccess<T>(this).of(tasks);
    }

    @Override
    public <T extends @Nullable Object> T invokeAny(
            Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        return new FirstSuccess<T>(this).of(tasks, unit.toNanos(timeout));
    }

    <T extends @Nullable Object> ScopeTask<T> submitTask(Callable<T> task) {
        return enqueued(task(task, taskTimeout));
    }

    /** Submits a task that also tells when its body has ended, which costs a little. */
    <T extends @Nullable Object> ScopeTask<T> submitTracked(
            Callable<T> task, @Nullable Duration timeout) {
        Duration allowed = timeout == null ? taskTimeout : timeout;
        return enqueued(new ScopeTask<>(carrying(task), allowed, true, this));
    }

    private <T extends @Nullable Object> ScopeTask<T> enqueued(ScopeTask<T> task) {
        enqueue(task);
        return task;
    }

    // ---- life

    @Override
    public void shutdown() {
        pool.shutdown();
        ScopeRegistry.INSTANCE.closed(this);
    }

    @Override
    public List<Runnable> shutdownNow() {
        List<Runnable> neverStarted = new ArrayList<>();
        for (ScopeTask<?> task : pool.shutdownNow()) {
            Callable<?> body = task.callable();
            Callable<?> own = body instanceof CarriedBody<?> carried ? carried.body() : body;
            neverStarted.add(own instanceof UnobservedTask raw ? raw.command() : task);
        }
        openStages.interrupt();
        ScopeRegistry.INSTANCE.closed(this);
        return neverStarted;
    }

    @Override
    public boolean isShutdown() {
        return pool.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return pool.isTerminated() && openStages.isEmpty();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        Pool waiting = isTerminated() ? null : CurrentPool.get();
        if (waiting != null) {
            waiting.blocked();
        }
        try {
            return pool.awaitTermination(timeout, unit)
                    && openStages.awaitEmpty(deadline - System.nanoTime());
        } finally {
            if (waiting != null) {
                waiting.unblocked();
            }
        }
    }

    @Override
    public void close() {
        if (runsCaller()) {
            shutdown();
            throw new IllegalStateException(
                    "scope %s cannot be closed by a task of its own, which would wait for itself; it takes no more tasks now and ends with those it has"
                            .formatted(name));
        }
        super.close();
        ScopeRegistry.INSTANCE.terminated(this);
    }

    @SuppressWarnings("ReferenceEquality") // identity is the question
    private boolean runsCaller() {
        return CurrentPool.get() == pool || CurrentObserver.get() == this;
    }

    // ---- what tasks tell

    @Override
    public void completed(ScopeTask<?> task) {
        Future.State state = task.state();
        if (counted || state != Future.State.SUCCESS) {
            counters.completed(state);
        }
        TaskTiming timing = task.timing();
        if (timing != null && timing.isTimed()) {
            recordTimes(task, state, timing);
        }
    }

    private void recordTimes(ScopeTask<?> task, Future.State state, TaskTiming timing) {
        counters.timed(timing);
        Recorder.ended(name, state, timing);
        if (traced && !listeners.isEmpty()) {
            publish(ended(task, timing));
        }
    }

    @Override
    public void ran(long waitedNanos, long ranNanos) {
        counters.timed(waitedNanos, ranNanos);
    }

    private ScopeEvent ended(ScopeTask<?> task, TaskTiming timing) {
        return new ScopeEvent.TaskEnded(
                name,
                Instant.now(),
                timing.number(),
                timing.worker(),
                task.state(),
                Duration.ofNanos(timing.waitedNanos()),
                Duration.ofNanos(timing.ranNanos()),
                task.state() == Future.State.FAILED ? task.exceptionNow() : null);
    }

    @Override
    public void ended(ScopeTask<?> task) {
        if (borrowed != null) {
            borrowed.ended(task);
        }
        if (task.isAsync()) {
            openStages.remove(task);
        }
    }

    @Override
    public void abandoned(ScopeTask<?> task, boolean mayInterrupt) {
        pool.abandon(task, mayInterrupt);
    }

    @Override
    public void awaited(ScopeTask<?> task) {
        pool.awaited(task);
    }

    @Override
    public Future<?> startTimeout(ScopeTask<?> task) {
        String worker = Thread.currentThread().getName();
        Duration timeout = Objects.requireNonNull(task.timeout(), "timeout");
        return Timer.schedule(
                () -> task.timeOut("thread %s was interrupted".formatted(worker)), timeout);
    }

    @Override
    public boolean redirect(ScopeTask<?> task) {
        if (!remote) {
            return false;
        }
        try {
            enqueue(task);
            task.get();
        } catch (RejectedExecutionException e) {
            task.fail(e);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
        } catch (ExecutionException | java.util.concurrent.CancellationException e) {
            // told by the future itself
        }
        return true;
    }

    void publish(ScopeEvent event) {
        for (ScopeListener listener : listeners) {
            try {
                listener.on(event);
            } catch (RuntimeException | Error e) {
                Log.warn("a listener of scope %s failed on %s".formatted(name, event), e);
            }
        }
    }

    @Override
    public String toString() {
        return "Scope[%s, %s, %s]"
                .formatted(
                        name,
                        decision,
                        isTerminated() ? "terminated" : isShutdown() ? "closing" : "open");
    }
}
