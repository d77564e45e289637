package dev.polyloom.process.message;

import dev.polyloom.process.Message;
import dev.polyloom.process.Peer;
import dev.polyloom.process.Pipe;
import dev.polyloom.process.PipeClosedException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One end of a pipe. */
public sealed class PipeEnd implements Pipe permits PeerEnd {
    private final Exchange exchange;
    private final long id;
    private final Peer peer;
    private final Outgoing outgoing;
    private final Incoming incoming;
    private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();

    PipeEnd(Exchange exchange, long id, Peer peer) {
        this.exchange = exchange;
        this.id = id;
        this.peer = peer;
        this.outgoing = new Outgoing(exchange, id, peer);
        this.incoming = new Incoming(exchange, this);
    }

    long id() {
        return id;
    }

    Outgoing outgoing() {
        return outgoing;
    }

    Incoming incoming() {
        return incoming;
    }

    @Override
    public Peer peer() {
        return peer;
    }

    @Override
    public void send(@Nullable Object message) {
        send(Kind.ONE_WAY, "", exchange.encode("message", message));
    }

    @Override
    public void send(String name, @Nullable Object message) {
        send(Kind.ONE_WAY, Handlers.checked(name), exchange.encode("message", message));
    }

    private void send(Kind kind, String name, byte[] body) {
        outgoing.send(kind, name, body, exchange.sendNanos());
    }

    /** Sends an encoded message. */
    void sendEncoded(byte[] body) {
        send(Kind.ONE_WAY, "", body);
    }

    @Override
    public boolean trySend(@Nullable Object message) {
        return outgoing.trySend("", exchange.encode("message", message));
    }

    @Override
    public boolean trySend(String name, @Nullable Object message) {
        return outgoing.trySend(Handlers.checked(name), exchange.encode("message", message));
    }

    @Override
    public <T extends @Nullable Object> CompletableFuture<T> request(@Nullable Object message) {
        return this.<T>open(Kind.REQUEST, "", message).future();
    }

    @Override
    public <T extends @Nullable Object> CompletableFuture<T> request(
            String name, @Nullable Object message) {
        return this.<T>open(Kind.REQUEST, Handlers.checked(name), message).future();
    }

    @Override
    public <T extends @Nullable Object> CompletableFuture<T> request(
            String name, @Nullable Object message, Duration timeout) {
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("a timeout is more than zero, not " + timeout);
        }
        Question<T> question =
                open(Kind.REQUEST, name.isEmpty() ? "" : Handlers.checked(name), message);
        question.limit(timeout);
        return question.future();
    }

    private <T extends @Nullable Object> Question<T> open(
            Kind kind, String name, @Nullable Object message) {
        String root = kind == Kind.CALL ? "task" : "message";
        Question<T> question = new Question<>(exchange.codec(), this, name);
        question.send(kind, () -> exchange.encode(root, message), exchange.sendNanos());
        return question;
    }

    /** Has the other end run a task. */
    public <T extends @Nullable Object> CompletableFuture<T> call(Object task) {
        if (peer.isForeign() && peer.index() == 0) {
            throw new IllegalArgumentException(
                    "%s runs no tasks of other scopes; its workers do".formatted(peer));
        }
        return this.<T>open(Kind.CALL, "", Objects.requireNonNull(task, "task")).future();
    }

    /** Has the other end run an encoded task, whose answer is not to be decoded. */
    long callEncoded(byte[] task, Answer answer) {
        return outgoing.ask(Kind.CALL, "", task, answer, exchange.sendNanos());
    }

    /** Asks the head or the primary at the other end. */
    public <T extends @Nullable Object> CompletableFuture<T> ask(
            String name, @Nullable Object value) {
        return this.<T>open(Kind.ASK, name, value).future();
    }

    @Override
    public Optional<Message> receive(Duration timeout) throws InterruptedException {
        return incoming.receive(timeout.toNanos());
    }

    @Override
    public void poison() {
        if (peer.isPrimary()) {
            throw new IllegalStateException("a worker cannot stop the primary");
        }
        if (peer.isForeign()) {
            throw new IllegalStateException(
                    "%s is stopped by its own scope, not over a bridge".formatted(peer));
        }
        send(Kind.POISON, "", Envelope.NOTHING);
    }

    @Override
    public boolean isOpen() {
        return outgoing.closure() == null;
    }

    @Override
    public CompletionStage<@Nullable Void> closed() {
        return closed.minimalCompletionStage();
    }

    /** Closes this end, if that is not being done; who returns from it finds it closed. */
    void close(Closure why) {
        boolean first = outgoing.close(why);
        incoming.close();
        if (!first) {
            return;
        }
        exchange.start(
                "closed",
                () -> {
                    if (why.death() == null) {
                        closed.complete(null);
                    } else {
                        closed.completeExceptionally(why.death());
                    }
                });
    }

    PipeClosedException closedException() {
        Closure why = Objects.requireNonNull(outgoing.closure(), "closed");
        return why.exception(peer, outgoing.unconfirmed());
    }

    @Override
    public String toString() {
        return "Pipe[to %s, %s]".formatted(peer, isOpen() ? "open" : "closed");
    }
}
