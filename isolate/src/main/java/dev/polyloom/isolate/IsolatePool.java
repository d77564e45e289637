package dev.polyloom.isolate;

import dev.polyloom.SerializationException;
import dev.polyloom.spi.Pool;
import dev.polyloom.spi.PoolRequest;
import dev.polyloom.spi.PoolSnapshot;
import dev.polyloom.spi.ScopeTask;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks on a pool of threads, each task in a realm that no other runs in meanwhile. So there
 * are as many realms as tasks run at once, and a realm is used again for the next task.
 */
final class IsolatePool implements Pool {
    private final String name;
    private final Pool threads;
    private final Realms realms;
    private final Vigil vigil = new Vigil();
    private final AtomicBoolean ending = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    IsolatePool(PoolRequest request, Pool threads) {
        this.name = request.name();
        this.threads = threads;
        this.realms = new Realms(request.name(), request.isolate());
    }

    @Override
    public void execute(ScopeTask<?> task) {
        Callable<?> body = task.callable();
        if (body != null) {
            execute(task, body);
        }
    }

    private <T extends @Nullable Object> void execute(ScopeTask<T> task, Callable<?> body) {
        Parcel parcel;
        try {
            parcel = Packer.pack("task", body);
        } catch (SerializationException e) {
            task.fail(e);
            return;
        }
        task.runInstead(new RealmTask<>(task, body, parcel), true);
        threads.execute(task);
    }

    /** A body that runs its copy in a realm. */
    private final class RealmTask<T extends @Nullable Object> implements Callable<T> {
        private final ScopeTask<T> task;
        private final Callable<?> original;
        private @Nullable Parcel parcel;

        RealmTask(ScopeTask<T> task, Callable<?> original, Parcel parcel) {
            this.task = task;
            this.original = original;
            this.parcel = parcel;
        }

        @Override
        @SuppressWarnings({"unchecked", "NullAway"}) // the original was one of T
        public T call() throws Exception {
            Parcel packed = parcel;
            parcel = null;
            if (packed == null) {
                throw new IllegalStateException("a task runs once");
            }
            Realm realm = realms.take();
            try {
                String worker = Thread.currentThread().getName();
                return (T) realm.call(packed, realms.application(), worker);
            } finally {
                realms.give(realm);
            }
        }

        /** Gives the task back its own body, as it will not be run here. */
        @SuppressWarnings("unchecked") // it was the body of this task
        void giveBack() {
            task.runInstead((Callable<T>) original, false);
        }

        @Override
        public String toString() {
            return String.valueOf(original);
        }
    }

    @Override
    public void abandon(ScopeTask<?> task, boolean mayInterrupt) {
        threads.abandon(task, mayInterrupt);
    }

    @Override
    public void awaited(ScopeTask<?> task) {
        vigil.keep(task);
    }

    @Override
    public void blocked() {
        threads.blocked();
    }

    @Override
    public void unblocked() {
        threads.unblocked();
    }

    // ---- the end

    @Override
    public void shutdown() {
        threads.shutdown();
        endOnce();
    }

    @Override
    public List<ScopeTask<?>> shutdownNow() {
        List<ScopeTask<?>> never = threads.shutdownNow();
        for (ScopeTask<?> task : never) {
            if (task.callable() instanceof RealmTask<?> body) {
                body.giveBack();
            }
        }
        endOnce();
        return never;
    }

    private void endOnce() {
        if (ending.compareAndSet(false, true)) {
            Thread.ofPlatform()
                    .inheritInheritableThreadLocals(false)
                    .daemon()
                    .name(name + "-end")
                    .start(this::end);
        }
    }

    private void end() {
        try {
            boolean done = false;
            while (!done) {
                done = threads.awaitTermination(1, TimeUnit.HOURS);
            }
            realms.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    @Override
    public boolean isShutdown() {
        return threads.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return ended.getCount() == 0;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return ended.await(timeout, unit);
    }

    @Override
    public int workers() {
        return threads.workers();
    }

    @Override
    public PoolSnapshot snapshot() {
        return threads.snapshot();
    }
}
