package dev.polyloom.process.message;

import dev.polyloom.SerializationException;
import dev.polyloom.process.Call;
import dev.polyloom.process.Heads;
import dev.polyloom.process.MessageHandler;
import dev.polyloom.process.NoHandlerException;
import dev.polyloom.process.Peer;
import dev.polyloom.process.Prep;
import dev.polyloom.process.Registration;
import dev.polyloom.process.codec.Codec;
import dev.polyloom.process.transport.ProtocolException;
import dev.polyloom.process.transport.SocketConnection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The ends of all pipes of one process. Safe for use by several threads. */
public final class Exchange {
    /** The way out. */
    @FunctionalInterface
    public interface Carrier {
        /** Sends an envelope; never waits. */
        void carry(Envelope envelope);

        /** Hears from the primary that an endpoint is gone. */
        default void gone(long id, Closure why) {}
    }

    /** The process around the exchange. */
    public interface Host {
        /** Returns the name that failures carry. */
        String name();

        /** Runs a call, with whatever the head puts around it. */
        @Nullable Object run(Call call, Callable<?> body) throws Exception;

        /** Answers an ask; the answer may be a stage. */
        @Nullable Object ask(String name, @Nullable Object value, long from) throws Exception;

        /** A pill was swallowed. */
        void poisoned(Peer by);
    }

    private static final int MAX_BODY = SocketConnection.MAX_PAYLOAD - Envelope.OVERHEAD;

    private final long self;
    private final Codec codec;
    private final Heads settings;
    private final Carrier carrier;
    private final Host host;
    private final Map<Long, PipeEnd> pipes = new ConcurrentHashMap<>();

    /** Those of closed pipes that have messages to deal with. */
    private final Set<Incoming> ending = ConcurrentHashMap.newKeySet();

    private final Handlers handlers = new Handlers();
    private final Running running = new Running();
    private final Running asking = new Running();
    private final Gate gate = new Gate();

    /**
     * Makes an exchange without pipes.
     *
     * @param self the number of this endpoint
     * @param codec encodes and decodes messages
     * @param settings says what pipes hold
     * @param carrier the way out
     * @param host the process around
     */
    public Exchange(long self, Codec codec, Heads settings, Carrier carrier, Host host) {
        this.self = self;
        this.codec = codec;
        this.settings = settings;
        this.carrier = carrier;
        this.host = host;
    }

    long self() {
        return self;
    }

    Codec codec() {
        return codec;
    }

    Host host() {
        return host;
    }

    Handlers handlers() {
        return handlers;
    }

    Running running() {
        return running;
    }

    Set<Incoming> ending() {
        return ending;
    }

    Gate gate() {
        return gate;
    }

    Window window() {
        return new Window(settings.pipeMessages(), settings.pipeBytes());
    }

    Credits credits() {
        return new Credits(settings.pipeMessages(), settings.pipeBytes());
    }

    Ledger ledger() {
        return new Ledger(settings.pipeMessages(), settings.pipeBytes());
    }

    long sendNanos() {
        return settings.sendTimeout().toNanos();
    }

    /** Registers a handler. */
    public <T> Registration on(Class<T> type, MessageHandler<? super T> handler) {
        return handlers.put(type, handler);
    }

    /** Registers a handler. */
    public Registration on(String name, MessageHandler<@Nullable Object> handler) {
        return handlers.put(name, handler);
    }

    // ---- pipes

    /** Opens the pipe to an endpoint. */
    public void open(long id, Peer peer) {
        open(new PipeEnd(this, id, peer));
    }

    void open(PipeEnd pipe) {
        pipes.put(pipe.id(), pipe);
    }

    /** Returns the pipe to an endpoint, or null if it is closed. */
    public @Nullable PipeEnd pipe(long id) {
        return pipes.get(id);
    }

    /** Closes the pipe to an endpoint. */
    void closed(long id, Closure why) {
        PipeEnd pipe = pipes.remove(id);
        if (pipe != null) {
            pipe.close(why);
            running.interruptFrom(id);
            asking.interruptFrom(id);
        }
    }

    /** Closes all pipes. */
    public void close(String reason) {
        List.copyOf(pipes.keySet()).forEach(id -> closed(id, new Closure(reason, null)));
    }

    // ---- what comes; never waits

    /** Takes an envelope. */
    public void accept(Envelope envelope) throws ProtocolException {
        switch (envelope.kind()) {
            case INTRODUCED -> introduced(envelope);
            case CLOSED -> start("closed", () -> closed(envelope));
            default -> acceptFrom(pipeOf(envelope), envelope);
        }
    }

    private PipeEnd pipeOf(Envelope envelope) throws ProtocolException {
        PipeEnd pipe = pipes.get(envelope.from());
        if (pipe == null) {
            throw new ProtocolException(
                    "a %s message came from endpoint %x, which has no pipe"
                            .formatted(envelope.kind(), envelope.from()));
        }
        return pipe;
    }

    private void introduced(Envelope envelope) throws ProtocolException {
        if (envelope.isOfStranger()) {
            open(envelope.from(), PeerForm.decode(envelope.body()));
            return;
        }
        int index = (int) (envelope.from() >>> Integer.SIZE);
        String name = envelope.name();
        open(envelope.from(), new Peer(index, name, envelope.id(), settings.annotations(index)));
    }

    private void closed(Envelope envelope) {
        byte[] failure = envelope.body();
        Throwable death = failure.length == 0 ? null : codec.decodeFailure(failure);
        Closure why = new Closure(envelope.name(), death);
        closed(envelope.from(), why);
        carrier.gone(envelope.from(), why);
    }

    private void acceptFrom(PipeEnd pipe, Envelope envelope) {
        switch (envelope.kind()) {
            case REPLY, FAILURE -> pipe.outgoing().answered(envelope);
            case CREDIT, REJECTED -> pipe.outgoing().credited(envelope);
            case CANCEL -> pipe.incoming().cancel(envelope.id());
            case ASK -> {
                asking.announce(pipe.id(), envelope.id());
                if (pipe.id() == Hub.PRIMARY) {
                    obeyAtOnce(envelope.name());
                }
                startAsk(() -> ask(pipe, envelope));
            }
            default -> pipe.incoming().accept(envelope);
        }
    }

    /** Pauses begin and end in the order in which that is asked for, and before what comes next. */
    private void obeyAtOnce(String command) {
        switch (command) {
            case Commands.PAUSE -> gate.pause();
            case Commands.RESUME -> resume();
            case Commands.DRAIN -> drain();
            case Commands.END_PAUSES -> endPauses();
            default -> {}
        }
    }

    /** Commands are obeyed also when messages keep all carriers of virtual threads busy. */
    private void startAsk(Runnable body) {
        if (self == Hub.PRIMARY) {
            start("ask", body);
        } else {
            Thread.ofPlatform()
                    .inheritInheritableThreadLocals(false)
                    .daemon()
                    .name("polyloom-command")
                    .start(body);
        }
    }

    private void ask(PipeEnd pipe, Envelope envelope) {
        try (Running.Entry entry = asking.begin(pipe.id(), envelope.id())) {
            Object value = codec.decode("request", envelope.body());
            Object answer = host.ask(envelope.name(), value, pipe.id());
            answerWith(envelope, answer, entry);
        } catch (Throwable e) {
            answer(envelope, null, e);
        }
    }

    // ---- running

    Call call(Call.Kind kind, String name, @Nullable Object value, Peer from) {
        String type = value == null ? "null" : value.getClass().getName();
        return new Call(kind, name.isEmpty() ? type : name, from, Map.of());
    }

    NoHandlerException noHandler(String name, @Nullable Object value) {
        return handlers.none(host.name(), name, value);
    }

    /** Runs a task that somebody sent. */
    public @Nullable Object callTask(byte[] encoded, Peer from) throws Exception {
        Callable<?> task =
                (Callable<?>) Objects.requireNonNull(codec.decode("task", encoded), "task");
        Thread.currentThread().setContextClassLoader(task.getClass().getClassLoader());
        Map<String, String> annotations = task instanceof Prep<?> p ? p.annotations() : Map.of();
        String name = task.getClass().getName();
        return host.run(new Call(Call.Kind.SENT_TASK, name, from, annotations), task);
    }

    /** Runs a task that somebody sent, and returns its encoded outcome. */
    public byte[] outcomeOf(byte[] encoded, Peer from) {
        try {
            return Outcome.result(encode("result", callTask(encoded, from)));
        } catch (Throwable e) {
            return Outcome.failure(encodeFailure(e));
        }
    }

    /** Completes a future with an encoded outcome, in a thread of its own. */
    public <T extends @Nullable Object> void complete(CompletableFuture<T> future, byte[] outcome) {
        start("answer", () -> Outcome.complete(future, codec, outcome));
    }

    /** Runs something in a virtual thread. */
    void start(String what, Runnable body) {
        // whoever happens to receive a message has nothing to do with it
        Thread.ofVirtual()
                .inheritInheritableThreadLocals(false)
                .name("polyloom-" + what)
                .start(body);
    }

    /** Takes a request, a call or an ask back. */
    void interrupt(long from, long id) {
        running.interrupt(from, id);
        asking.interrupt(from, id);
    }

    /** Returns the threads that run handlers and calls. */
    public List<Thread> threads() {
        return running.threads();
    }

    /** Interrupts all handlers and calls. */
    public void interruptAll() {
        running.interruptAll();
    }

    private void resume() {
        gate.resume();
        drainAll();
    }

    private void drain() {
        gate.drain();
        drainAll();
    }

    /** All that came before a drain has been dealt with. */
    public void drained() {
        gate.drained();
    }

    /** Deals with messages, and holds none any more. */
    public void endPauses() {
        gate.endPauses();
        drainAll();
    }

    private void drainAll() {
        pipes.values().forEach(pipe -> pipe.incoming().drain());
        ending.forEach(Incoming::drain);
    }

    /** Waits until all messages have been dealt with, and tells whether it was in time. */
    public boolean awaitIdle(long nanos) throws InterruptedException {
        return gate.awaitIdle(nanos);
    }

    // ---- what goes

    void carry(Envelope envelope) {
        carrier.carry(envelope);
    }

    /** Encodes a value, which must fit into a message. */
    public byte[] encode(String root, @Nullable Object value) {
        byte[] body = codec.encode(root, value);
        if (body.length > MAX_BODY) {
            throw new SerializationException(
                    root,
                    "it takes %d bytes, more than the %d that can travel at once"
                            .formatted(body.length, MAX_BODY),
                    null);
        }
        return body;
    }

    private byte[] encodeFailure(Throwable thrown) {
        try {
            return codec.encodeFailure(host.name(), thrown, MAX_BODY);
        } catch (Throwable e) {
            String message = "%s cannot travel: %s".formatted(thrown.getClass().getName(), e);
            return codec.encodeFailure(
                    host.name(), new SerializationException("exception", message, null));
        }
    }

    /** Answers with a value, or with what a stage completes with. */
    void answerWith(Envelope question, @Nullable Object value, Running.Entry entry) {
        if (!(value instanceof CompletionStage<?> stage)) {
            answer(question, value, null);
            return;
        }
        entry.follow(stage);
        gate.came();
        stage.whenComplete((result, failure) -> {
            entry.stageEnded();
            answer(question, result, unwrap(failure));
            gate.dealtWith();
        });
    }

    static @Nullable Throwable unwrap(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
        return cause != null ? cause : failure;
    }

    void answer(Envelope question, @Nullable Object value, @Nullable Throwable failure) {
        Kind kind = Kind.REPLY;
        byte[] body = Envelope.NOTHING;
        Throwable thrown = failure;
        if (thrown == null) {
            try {
                body = encode("result", value);
            } catch (Throwable e) {
                thrown = e;
            }
        }
        if (thrown != null) {
            kind = Kind.FAILURE;
            body = encodeFailure(thrown);
        }
        Envelope answer = Envelope.of(kind, self, question.from(), question.id(), "", body);
        boolean room = question.kind().takesRoom();
        carry(room ? answer.credit(1, question.room()) : answer);
    }

    /** Says that a one-way message could not be dealt with. */
    void reject(Envelope message, Throwable failure) {
        carry(
                Envelope.of(Kind.REJECTED, self, message.from(), 0, "", encodeFailure(failure))
                        .credit(1, message.room()));
    }

    void credit(long to, Credits.Due due) {
        carry(
                Envelope.of(Kind.CREDIT, self, to, 0, "", Envelope.NOTHING)
                        .credit(due.messages(), due.bytes()));
    }
}
