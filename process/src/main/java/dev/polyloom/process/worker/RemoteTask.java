package dev.polyloom.process.worker;

import dev.polyloom.process.Call;
import dev.polyloom.process.Prep;
import dev.polyloom.process.location.TaskLocations;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One task in the worker. Decoding it, running it and encoding its result are all user code, so all
 * of it happens in the task's thread, where it can be interrupted.
 */
final class RemoteTask {
    private final TaskRunner runner;
    private final long number;
    private final boolean async;
    private byte[] encoded;
    private List<byte[]> apart;

    private int lane;
    private long startedNanos;
    private volatile @Nullable Thread thread;
    private volatile @Nullable TaskLocations locations;

    private final AtomicBoolean answered = new AtomicBoolean();
    private @Nullable Thread interruptible;
    private @Nullable CompletionStage<?> stage;
    private boolean interrupted;

    /** For the thread that ran it: whether that gave the answer. */
    private boolean answeredHere;

    RemoteTask(TaskRunner runner, long number, boolean async, byte[] encoded, List<byte[]> apart) {
        this.runner = runner;
        this.number = number;
        this.async = async;
        this.encoded = encoded;
        this.apart = apart;
    }

    long number() {
        return number;
    }

    void begin(int lane, Thread thread) {
        this.lane = lane;
        this.thread = thread;
        this.startedNanos = System.nanoTime();
    }

    int lane() {
        return lane;
    }

    /** Tells the thread that ran it, or that answers for it, whether the two are one. */
    boolean answeredHere() {
        return answeredHere;
    }

    long startedNanos() {
        return startedNanos;
    }

    /** Runs the task in the calling thread; if asynchronous, its stage answers later. */
    void run(TaskReader reader, Replies replies, WorkerHead head) {
        enter();
        locations = TaskLocations.begin();
        try {
            Callable<?> body = reader.read(encoded, apart);
            encoded = new byte[0];
            apart = List.of();
            Object value = head.calls().run(() -> describe(body, head), body);
            if (async) {
                follow(replies, value, body, head);
            } else {
                answer(replies, value, null);
            }
        } catch (Throwable e) {
            answer(replies, null, e);
        } finally {
            thread = null;
            TaskLocations.leave();
            // only this thread set it, so that it is out of reach if it sees null
            if (interruptible != null) {
                release();
            }
        }
    }

    private Call describe(Callable<?> body, WorkerHead head) {
        return new Call(
                async ? Call.Kind.ASYNC_TASK : Call.Kind.TASK,
                body.getClass().getName(),
                head.primaryPeer(),
                body instanceof Prep<?> prep ? prep.annotations() : Map.of());
    }

    /** Puts the calling thread within reach of an interrupt, also of one that came before. */
    private synchronized void enter() {
        interruptible = Thread.currentThread();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(
            Replies replies, @Nullable Object value, Callable<?> body, WorkerHead head) {
        CompletionStage<?> opened =
                (CompletionStage<?>)
                        Objects.requireNonNull(
                                value, "the asynchronous task returned null, not a stage");
        boolean cancel;
        synchronized (this) {
            stage = opened;
            cancel = interrupted;
        }
        opened.whenComplete((result, failure) -> {
            if (failure == null) {
                answer(replies, result, null);
            } else {
                answerRemedied(replies, unwrapped(failure), body, head);
            }
        });
        if (cancel) {
            cancel(opened);
        }
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
        return cause != null ? cause : failure;
    }

    /** Answers with what a handler makes of the failure of a stage. */
    private void answerRemedied(
            Replies replies, Throwable failure, Callable<?> body, WorkerHead head) {
        Object value;
        try {
            value = head.calls().remedy(describe(body, head), failure);
        } catch (Throwable e) {
            answer(replies, null, e);
            return;
        }
        answer(replies, value, null);
    }

    private void answer(Replies replies, @Nullable Object value, @Nullable Throwable failure) {
        if (!answered.compareAndSet(false, true)) {
            return;
        }
        Replies.Reply reply =
                failure == null
                        ? replies.result(value)
                        : replies.failure(TaskLocations.explain(failure));
        answeredHere = Thread.currentThread().equals(thread);
        release();
        endLocations();
        runner.ended(this, reply);
    }

    private void endLocations() {
        TaskLocations opened = locations;
        if (opened != null) {
            opened.end();
        }
    }

    /** Puts the thread out of reach of an interrupt. */
    private synchronized void release() {
        interruptible = null;
    }

    /** Interrupts the thread if it is at work, and nothing that comes later. */
    synchronized void interruptOnce() {
        if (interruptible != null) {
            interruptible.interrupt();
        }
    }

    /** Interrupts the thread, or cancels the stage that stands for the result. */
    void interrupt() {
        CompletionStage<?> open;
        synchronized (this) {
            interrupted = true;
            if (interruptible != null) {
                interruptible.interrupt();
            }
            open = stage;
        }
        if (open != null) {
            cancel(open);
        }
    }

    private static void cancel(CompletionStage<?> stage) {
        // completing a stage runs what depends on it, which is user code: not in the reader
        Thread.ofVirtual()
                .name("polyloom-cancel")
                .start(() -> {
                    try {
                        stage.toCompletableFuture().cancel(true);
                    } catch (UnsupportedOperationException e) {
                        // a stage that cannot be cancelled runs on until its grace ends
                    }
                });
    }
}
