package dev.polyloom.process.worker;

import dev.polyloom.PolyloomException;
import dev.polyloom.SerializableCallable;
import dev.polyloom.process.Call;
import dev.polyloom.process.ExceptionHandler;
import dev.polyloom.process.Head;
import dev.polyloom.process.Heads;
import dev.polyloom.process.MessageHandler;
import dev.polyloom.process.Peer;
import dev.polyloom.process.PeerPipe;
import dev.polyloom.process.Pipe;
import dev.polyloom.process.Registration;
import dev.polyloom.process.To;
import dev.polyloom.process.codec.Codec;
import dev.polyloom.process.message.Broadcast;
import dev.polyloom.process.message.Commands;
import dev.polyloom.process.message.Envelope;
import dev.polyloom.process.message.Exchange;
import dev.polyloom.process.message.HeadStart;
import dev.polyloom.process.message.PeerLinks;
import dev.polyloom.process.message.PipeEnd;
import dev.polyloom.process.message.RunEncoded;
import dev.polyloom.process.transport.Connection;
import dev.polyloom.process.transport.ProtocolException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The head of this process. */
final class WorkerHead implements Head, Exchange.Host, RunEncoded.Runner {
    private static final long PRIMARY = 0;

    /** How often a worker that ended before its pipe was used is looked for again. */
    private static final int TRIES = 3;

    /** How many times the time of a start it may take to reach a worker that may not be up. */
    private static final int PATIENCE = 4;

    private final Peer self;
    private final Heads settings;
    private final Exchange exchange;
    private final PeerLinks links;
    private final long patienceMillis;
    private final Calls calls;
    private final HeadCommands commands;
    private volatile boolean open;

    WorkerHead(HeadStart start, String name, Heads settings, Codec codec, Connection connection) {
        this.settings = settings;
        long pid = ProcessHandle.current().pid();
        self = new Peer(start.index(), name, pid, settings.annotations(start.index()));
        patienceMillis = PATIENCE * start.startMillis();
        links = new PeerLinks(connection);
        exchange = new Exchange(start.id(), codec, settings, links, this);
        links.attach(exchange);
        exchange.open(PRIMARY, new Peer(0, "primary", start.primaryPid(), Map.of()));
        calls = new Calls(this::retire);
        commands = new HeadCommands(exchange);
    }

    Exchange exchange() {
        return exchange;
    }

    PeerLinks links() {
        return links;
    }

    Awaited awaited() {
        return new Awaited(links, stations -> ask(Commands.AWAITS, stations));
    }

    Calls calls() {
        return calls;
    }

    HeadCommands commands() {
        return commands;
    }

    Peer primaryPeer() {
        return primaryPipe().peer();
    }

    /** The primary listens. */
    void opened() {
        open = true;
    }

    private PipeEnd primaryPipe() {
        return Objects.requireNonNull(exchange.pipe(PRIMARY), "the pipe to the primary");
    }

    private <T extends @Nullable Object> CompletableFuture<T> ask(
            String what, @Nullable Object value) {
        if (!open) {
            throw new IllegalStateException(
                    "worker %s is not ready: pipes open after its initializer".formatted(name()));
        }
        return primaryPipe().ask(what, value);
    }

    // ---- who it is

    @Override
    public int index() {
        return self.index();
    }

    @Override
    public String name() {
        return self.name();
    }

    @Override
    public List<@Nullable Object> arguments() {
        return settings.arguments();
    }

    @Override
    public Map<String, String> annotations() {
        return self.annotations();
    }

    // ---- pipes

    @Override
    public Pipe primary() {
        if (!open) {
            throw new IllegalStateException(
                    "worker %s is not ready: pipes open after its initializer".formatted(name()));
        }
        return primaryPipe();
    }

    @Override
    public Pipe pipe(To to) {
        if (to instanceof To.Primary) {
            return primary();
        }
        return single(to);
    }

    @Override
    public PeerPipe peer(int index) {
        To.Worker to = new To.Worker(index);
        if (index == index()) {
            throw new IllegalArgumentException(
                    "%s is this worker, which has no pipe to itself".formatted(to));
        }
        for (int i = 0; i < TRIES; i++) {
            Optional<PeerPipe> pipe = links.open(index);
            if (pipe.isPresent()) {
                return pipe.get();
            }
            Object _ = awaitIntroduction(this.<Object>ask(Commands.PEER, index), to);
        }
        return links.open(index)
                .orElseThrow(
                        () -> new PolyloomException("the pipe to %s closes at once".formatted(to)));
    }

    /** The primary may be stopped, which must not stop this worker. */
    private Object awaitIntroduction(CompletableFuture<Object> answer, To to) {
        try {
            return await(answer.orTimeout(patienceMillis, TimeUnit.MILLISECONDS));
        } catch (PolyloomException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw new PolyloomException(
                        "%s was not introduced within %d ms".formatted(to, patienceMillis), e);
            }
            throw e;
        } finally {
            // nobody waits for it if it is not there by now
            answer.cancel(true);
        }
    }

    private PipeEnd single(To to) {
        for (int i = 0; i < TRIES; i++) {
            PipeEnd pipe = exchange.pipe(await(this.<Long>ask(Commands.FIND, to)));
            if (pipe != null) {
                return pipe;
            }
        }
        throw new PolyloomException("%s ends as soon as it is up".formatted(to));
    }

    @Override
    public List<Pipe> pipes(To to) {
        if (to instanceof To.Primary) {
            return List.of(primary());
        }
        List<Pipe> pipes = new ArrayList<>();
        for (long id : await(this.<long[]>ask(Commands.LIST, to))) {
            Pipe pipe = exchange.pipe(id);
            if (pipe != null) {
                pipes.add(pipe);
            }
        }
        return pipes;
    }

    @Override
    public List<Peer> peers() {
        List<Peer> peers = new ArrayList<>();
        pipes(To.all()).forEach(pipe -> peers.add(pipe.peer()));
        peers.add(self);
        peers.sort(Comparator.comparingInt(Peer::index));
        return List.copyOf(peers);
    }

    /** Waits for what the primary answers; without a primary this process ends. */
    private static <T extends @Nullable Object> T await(CompletableFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PolyloomException("interrupted while the primary looked for a worker", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new PolyloomException("the primary failed: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public int broadcast(To to, @Nullable Object message) {
        return Broadcast.send(pipes(to), exchange.encode("message", message));
    }

    @Override
    public <T> Registration on(Class<T> type, MessageHandler<? super T> handler) {
        return exchange.on(type, handler);
    }

    @Override
    public Registration on(String name, MessageHandler<@Nullable Object> handler) {
        return exchange.on(name, handler);
    }

    @Override
    public <X extends Throwable> Registration onException(
            Class<X> type, ExceptionHandler<? super X> handler) {
        return calls.onException(type, handler);
    }

    // ---- tasks

    @Override
    public <T extends @Nullable Object> CompletableFuture<T> submit(
            To to, SerializableCallable<T> task) {
        byte[] encoded = exchange.encode("task", Objects.requireNonNull(task, "task"));
        return switch (to) {
            case To.Primary _ -> this.<T>ask(Commands.RUN_HERE, encoded);
            case To.Any _ -> popped(Commands.POP, encoded);
            case To.Fresh _ -> popped(Commands.RUN_APART, encoded);
            case To.Worker worker when worker.index() == index() -> runHere(encoded);
            case To.Named named when named.name().equals(name()) -> runHere(encoded);
            default -> single(to).call(task);
        };
    }

    private <T extends @Nullable Object> CompletableFuture<T> popped(String how, byte[] encoded) {
        PoppedFuture<T> future = new PoppedFuture<>(this::waiting);
        CompletableFuture<byte[]> outcome = ask(how, encoded);
        var _ =
                outcome.whenComplete((bytes, failure) -> {
                    if (failure != null) {
                        future.completeExceptionally(failure);
                    } else {
                        exchange.complete(future, bytes);
                    }
                });
        var _ = future.whenComplete((value, failure) -> outcome.cancel(true));
        return future;
    }

    private void waiting(int more) {
        var _ = ask(Commands.WAITING, more);
    }

    private <T extends @Nullable Object> CompletableFuture<T> runHere(byte[] encoded) {
        CompletableFuture<T> future = new CompletableFuture<>();
        Thread thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("polyloom-call")
                        .unstarted(
                                () -> exchange.complete(future, exchange.outcomeOf(encoded, self)));
        var _ =
                future.whenComplete((value, failure) -> {
                    if (future.isCancelled()) {
                        thread.interrupt();
                    }
                });
        thread.start();
        return future;
    }

    @Override
    public byte[] runEncoded(byte[] task) {
        return exchange.outcomeOf(task, primaryPeer());
    }

    // ---- what the exchange asks

    @Override
    public @Nullable Object run(Call call, Callable<?> body) throws Exception {
        return calls.run(() -> call, body);
    }

    @Override
    public @Nullable Object ask(String name, @Nullable Object value, long from) throws Exception {
        return switch (name) {
            case Commands.ADMIT, Commands.CONNECT ->
                    links.meet(Objects.requireNonNull(value, "no introduction"));
            default -> commands.obey(name);
        };
    }

    @Override
    public void poisoned(Peer by) {
        retire("stopped by a poison pill from " + by.name());
    }

    private void retire(String why) {
        var _ = ask(Commands.RETIRE, why);
    }

    void accept(byte[] payload) throws ProtocolException {
        exchange.accept(Envelope.parse(payload));
    }

    @Override
    public String toString() {
        return "Head[%s]".formatted(self);
    }
}
