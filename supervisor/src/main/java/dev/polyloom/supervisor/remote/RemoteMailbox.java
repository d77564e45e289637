package dev.polyloom.supervisor.remote;

import dev.polyloom.process.Pipe;
import dev.polyloom.supervisor.Mailbox;
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

    /** Gives back what nobody has waited for. */
    void close() {
        for (var asked = left.poll(); asked != null; asked = left.poll()) {
            var _ = asked.thenAccept(this::giveBack);
        }
    }

    private void giveBack(@Nullable Object message) {
        if (message != null) {
            host.send(ServiceMessage.NAME, new ServiceMessage.Unread(start, message));
        }
    }
}
