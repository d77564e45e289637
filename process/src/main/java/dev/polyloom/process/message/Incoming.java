package dev.polyloom.process.message;

import dev.polyloom.process.Call;
import dev.polyloom.process.Message;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What comes out of one end of a pipe. Messages are dealt with one after the other, in a virtual
 * thread that lives as long as there are any; requests and calls are only begun there.
 */
final class Incoming {
    private final Exchange exchange;
    private final PipeEnd pipe;
    private final Credits credits;

    private final Deque<Envelope> waiting = new ArrayDeque<>();
    private boolean draining;
    private boolean closing;

    private final LinkedBlockingQueue<Parcel> inbox = new LinkedBlockingQueue<>();
    private static final Parcel END = new Parcel(new Message("", null), -1);

    Incoming(Exchange exchange, PipeEnd pipe) {
        this.exchange = exchange;
        this.pipe = pipe;
        this.credits = exchange.credits();
    }

    /** A message without a handler, and the room it takes. */
    private record Parcel(Message message, long room) {}

    // ---- from the reader, which never waits

    void accept(Envelope envelope) {
        exchange.gate().came();
        synchronized (this) {
            waiting.add(envelope);
            endIfEmpty();
        }
        drain();
    }

    /** Sees to it that somebody deals with what waits, unless the endpoint is paused. */
    void drain() {
        synchronized (this) {
            if (draining || waiting.isEmpty() || exchange.gate().isPaused()) {
                return;
            }
            draining = true;
        }
        exchange.start("messages", this::dealWithAll);
    }

    /** Takes a request back. */
    void cancel(long id) {
        Envelope unbegun = null;
        synchronized (this) {
            for (Envelope each : waiting) {
                unbegun = each.id() == id && each.kind().isAnswered() ? each : unbegun;
            }
            if (unbegun != null) {
                waiting.remove(unbegun);
            }
        }
        if (unbegun == null) {
            exchange.interrupt(pipe.id(), id);
            return;
        }
        exchange.answer(unbegun, null, new CancellationException("cancelled before it began"));
        exchange.gate().dealtWith();
    }

    /** Lets receivers go once they have what has come. */
    void close() {
        synchronized (this) {
            closing = true;
            endIfEmpty();
        }
        // a resume may have missed it, which is no pipe any more
        drain();
    }

    private void endIfEmpty() {
        if (!closing) {
            return;
        }
        if (draining || !waiting.isEmpty()) {
            exchange.ending().add(this);
        } else {
            inbox.add(END);
            exchange.ending().remove(this);
        }
    }

    // ---- in the thread of this pipe

    private void dealWithAll() {
        for (Envelope envelope = next(); envelope != null; envelope = next()) {
            dealWith(envelope);
        }
    }

    private synchronized @Nullable Envelope next() {
        Envelope next = exchange.gate().isPaused() ? null : waiting.poll();
        draining = next != null;
        endIfEmpty();
        if (next != null && next.kind().isAnswered()) {
            // from here on cancel() does not find it where it waits
            exchange.running().announce(pipe.id(), next.id());
        }
        return next;
    }

    private synchronized boolean isLast() {
        return waiting.isEmpty();
    }

    private void dealWith(Envelope envelope) {
        switch (envelope.kind()) {
            case REQUEST -> exchange.start("request", () -> serve(envelope));
            case CALL -> begin(envelope);
            case POISON -> poison(envelope);
            default -> {
                handle(envelope);
                exchange.gate().dealtWith();
            }
        }
    }

    private void poison(Envelope envelope) {
        credit(envelope.room(), true);
        exchange.gate().dealtWith();
        exchange.host().poisoned(pipe.peer());
    }

    private void begin(Envelope envelope) {
        String name = "polyloom-call-" + envelope.id();
        try {
            Thread.ofPlatform()
                    .inheritInheritableThreadLocals(false)
                    .daemon()
                    .name(name)
                    .start(() -> serve(envelope));
        } catch (OutOfMemoryError e) {
            exchange.running().forget(pipe.id(), envelope.id());
            exchange.answer(envelope, null, e);
            exchange.gate().dealtWith();
        }
    }

    private void handle(Envelope envelope) {
        try (var _ = exchange.running().enter(pipe.id(), -envelope.id())) {
            Object value = exchange.codec().decode("message", envelope.body());
            Handlers.Handler handler = exchange.handlers().find(envelope.name(), value);
            if (handler == null && envelope.name().isEmpty()) {
                inbox.add(new Parcel(new Message("", value), envelope.room()));
                return;
            }
            Object _ = run(handler, envelope, value, Call.Kind.ONE_WAY);
            credit(envelope.room(), isLast());
        } catch (Throwable e) {
            exchange.reject(envelope, e);
        }
    }

    private @Nullable Object run(
            Handlers.@Nullable Handler handler,
            Envelope envelope,
            @Nullable Object value,
            Call.Kind kind)
            throws Exception {
        if (handler == null) {
            throw exchange.noHandler(envelope.name(), value);
        }
        Thread.currentThread().setContextClassLoader(handler.context());
        return exchange.host()
                .run(
                        exchange.call(kind, envelope.name(), value, pipe.peer()),
                        () -> handler.body().handle(value, pipe));
    }

    /** Answers a request or a call, in a thread of its own. */
    private void serve(Envelope envelope) {
        try (Running.Entry running = exchange.running().begin(pipe.id(), envelope.id())) {
            Object value = envelope.kind() == Kind.CALL ? call(envelope) : request(envelope);
            exchange.answerWith(envelope, value, running);
        } catch (Throwable e) {
            exchange.answer(envelope, null, e);
        } finally {
            exchange.gate().dealtWith();
        }
    }

    private @Nullable Object request(Envelope envelope) throws Exception {
        Object value = exchange.codec().decode("message", envelope.body());
        Handlers.Handler handler = exchange.handlers().find(envelope.name(), value);
        return run(handler, envelope, value, Call.Kind.REQUEST);
    }

    private @Nullable Object call(Envelope envelope) throws Exception {
        return exchange.callTask(envelope.body(), pipe.peer());
    }

    private void credit(long room, boolean now) {
        Credits.Due due = credits.add(room, now);
        if (due != null) {
            exchange.credit(pipe.id(), due);
        }
    }

    // ---- in the user's thread

    /** Takes the next message that has no handler, or returns empty; END stays for the next. */
    Optional<Message> receive(long nanos) throws InterruptedException {
        Parcel parcel = inbox.poll(nanos, TimeUnit.NANOSECONDS);
        if (parcel == null) {
            return Optional.empty();
        }
        if (parcel.room() < 0) {
            inbox.add(END);
            throw pipe.closedException();
        }
        credit(parcel.room(), inbox.isEmpty());
        return Optional.of(parcel.message());
    }
}
