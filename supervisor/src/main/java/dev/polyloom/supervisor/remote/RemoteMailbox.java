package dev.polyloom.supervisor.remote;

import dev.polyloom.process.Pipe;
import dev.polyloom.supervisor.Mailbox;
import dev.polyloom.supervisor.internal.Log;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The mailbox of a service as its worker sees it. Messages stay in the host until they are asked
 * for, one by one, so that those nobody has read outlive the process. What a call has asked for and
 * no longer waits for, because it was interrupted, is for the next call, or goes back at the end.
 */
final class RemoteMailbox implements Mailbox {
    private static final long GIVE_BACK_SECONDS = 5;

    private final long start;
    private final Pipe host;
    private final Executor follow;
    private final ConcurrentLinkedQueue<CompletableFuture<@Nullable Object>> left =
            new ConcurrentLinkedQueue<>();
    private final AtomicBoolean waiting = new AtomicBoolean();

    RemoteMailbox(long start, Pipe host, Executor follow) {
        this.start = start;
        this.host = host;
        this.follow = follow;
    }

    private CompletableFuture<@Nullable Object> ask(long nanos) {
        return host.request(ServiceMessage.NAME, new ServiceMessage.Receives(start, nanos));
    }

    @Override
    public Object receive() throws InterruptedException {
        while (true) {
            Object message = next(Long.MAX_VALUE);
            if (message != null) {
                return message;
            }
        }
    }

    @Override
    public Optional<Object> receive(Duration most) throws InterruptedException {
        return Optional.ofNullable(next(TimeUnit.NANOSECONDS.convert(most)));
    }

    @Override
    public Optional<Object> poll() {
        CompletableFuture<@Nullable Object> earlier = left.poll();
        if (earlier != null && !earlier.isDone()) {
            left.add(earlier);
            return Optional.empty();
        }
        return Optional.ofNullable((earlier == null ? ask(0) : earlier).join());
    }

    private @Nullable Object next(long nanos) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        CompletableFuture<@Nullable Object> earlier = left.poll();
        CompletableFuture<@Nullable Object> asked = earlier == null ? ask(nanos) : earlier;
        try {
            // the host knows the limit of what is asked for now
            return earlier == null ? asked.get() : asked.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            left.add(asked);
            return null;
        } catch (InterruptedException e) {
            left.add(asked);
            throw e;
        } catch (ExecutionException e) {
            throw failure(e);
        }
    }

    private static RuntimeException failure(ExecutionException failure) {
        return switch (failure.getCause()) {
            case RuntimeException e -> e;
            case null, default -> new CancellationException(failure.getMessage());
        };
    }

    @Override
    public CompletionStage<Object> receiveAsync() {
        if (!waiting.compareAndSet(false, true)) {
            throw new IllegalStateException("an earlier call still waits for a message");
        }
        CompletableFuture<@Nullable Object> earlier = left.poll();
        return (earlier == null ? ask(Long.MAX_VALUE) : earlier)
                .whenComplete((_, _) -> waiting.set(false))
                .thenApplyAsync(RemoteMailbox::message, follow);
    }

    private static Object message(@Nullable Object message) {
        if (message == null) {
            throw new CancellationException("the service has ended");
        }
        return message;
    }

    /**
     * Gives back what nobody has waited for. A host that stops its service answers all that it was
     * asked, so each answer is awaited, and what has come is back in the host when this returns:
     * the process may end then.
     *
     * @param stopped whether the host stops the service
     */
    void close(boolean stopped) {
        for (var asked = left.poll(); asked != null; asked = left.poll()) {
            if (stopped || asked.isDone()) {
                giveBack(asked);
            } else {
                var _ = asked.thenCompose(this::unread);
            }
        }
    }

    private void giveBack(CompletableFuture<@Nullable Object> asked) {
        try {
            Object message = asked.get(GIVE_BACK_SECONDS, TimeUnit.SECONDS);
            if (message != null) {
                Object _ = unread(message).get(GIVE_BACK_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            // nothing has come, or the host is gone
        } catch (TimeoutException e) {
            Log.warn("the host does not answer, and a message may be lost", e);
        }
    }

    private CompletableFuture<@Nullable Object> unread(@Nullable Object message) {
        return message == null
                ? CompletableFuture.completedFuture(null)
                : host.request(ServiceMessage.NAME, new ServiceMessage.Unread(start, message));
    }
}
