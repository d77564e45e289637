package dev.polyloom.process.message;

import dev.polyloom.PolyloomException;
import dev.polyloom.SerializableCallable;
import dev.polyloom.process.Call;
import dev.polyloom.process.Heads;
import dev.polyloom.process.MessageHandler;
import dev.polyloom.process.Peer;
import dev.polyloom.process.Pipe;
import dev.polyloom.process.Registration;
import dev.polyloom.process.Router;
import dev.polyloom.process.To;
import dev.polyloom.process.codec.Codec;
import dev.polyloom.process.transport.Connection;
import dev.polyloom.process.transport.ProtocolException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The router of one pool, and the primary's end of all its pipes. */
public final class ScopeRouter implements Router, Exchange.Host {
    private static final Logger LOG = System.getLogger("dev.polyloom.process");

    private final Crew crew;
    private final Hub hub;
    private final Exchange exchange;
    private final Directory directory;
    private final Abroad abroad;
    private final Pops pops;
    private final PrimaryCommands commands;
    private final Pauses pauses = new Pauses();

    /**
     * Makes the router of a pool.
     *
     * @param codec encodes and decodes messages
     * @param heads says what pipes hold
     * @param crew the pool
     */
    public ScopeRouter(Codec codec, Heads heads, Crew crew) {
        this.crew = crew;
        hub = new Hub(codec, heads, crew::watch);
        exchange = new Exchange(Hub.PRIMARY, codec, heads, hub, this);
        hub.attach(exchange);
        abroad = new Abroad(hub, crew, heads);
        directory = new Directory(hub, crew, abroad);
        pops = new Pops(exchange, crew.concurrency(), hub::isCurrent);
        commands = new PrimaryCommands(heads.tasksInPrimary(), crew, exchange, directory, pops);
    }

    // ---- for the pool

    /** Gives a new worker its number. */
    public Station station(int index, String name, long pid, Connection connection) {
        return hub.station(index, name, pid, connection);
    }

    /** A worker can be talked to; it is paused if the one before it was. */
    public void ready(Station station) {
        synchronized (pauses) {
            boolean held = crew.isOpen() && pauses.holds(station.peer().index());
            hub.open(station);
            if (held) {
                pauses.hold(station);
                tell(station, Commands.PAUSE);
            }
            hub.ready(station);
            pops.ready(station.id(), held);
        }
        directory.ready(station);
    }

    /** A worker takes no new pipes. */
    public void leaves(Station station) {
        hub.leave(station);
    }

    /** A worker is gone. */
    public void gone(Station station, String reason, @Nullable Throwable death) {
        hub.gone(station, reason, death);
        synchronized (pauses) {
            pauses.gone(station);
        }
        pops.gone(station.id());
    }

    /** One start after the other has failed. */
    public void cannotStart(Throwable why) {
        directory.fail(why);
    }

    /** Passes on what a worker sent. */
    public void pass(Station from, byte[] payload) throws ProtocolException {
        hub.pass(from, payload);
    }

    /** Tells whether a worker has nothing to answer, and none is needed for what waits here. */
    public boolean isQuiet(Station station) {
        // a scope that ends waits for what was asked within it, not for other scopes
        return pops.queued() == 0 && hub.isQuiet(station, crew.isOpen());
    }

    /** From now on all workers are kept up. */
    public void keepAll() {
        directory.keepAll();
    }

    /** Ends all pauses for good, as the pool ends. */
    public void endPauses() {
        release(peer -> true).forEach(each -> tell(each, Commands.END_PAUSES));
    }

    /** Returns what is known of other primaries. */
    public Abroad abroad() {
        return abroad;
    }

    /** The pool has ended. */
    public void close() {
        String ended = "scope %s has ended".formatted(crew.name());
        abroad.close();
        directory.fail(new PolyloomException(ended));
        pops.close();
        exchange.close(ended);
    }

    // ---- pipes

    @Override
    public Pipe pipe(To to) {
        if (to instanceof To.Primary) {
            throw new IllegalArgumentException("the primary has no pipe to itself");
        }
        return directory.pipe(to, exchange);
    }

    @Override
    public List<Pipe> pipes(To to) {
        List<Pipe> pipes = new ArrayList<>();
        for (Station each : directory.list(to, null)) {
            Pipe pipe = exchange.pipe(each.id());
            if (pipe != null) {
                pipes.add(pipe);
            }
        }
        return pipes;
    }

    @Override
    public List<Peer> peers() {
        return hub.current().stream().map(Station::peer).toList();
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

    // ---- tasks

    @Override
    public <T extends @Nullable Object> CompletableFuture<T> submit(
            To to, SerializableCallable<T> task) {
        return switch (to) {
            case To.Primary _ -> runHere(Objects.requireNonNull(task, "task"));
            case To.Any _ -> decoded(commands.pop(Hub.PRIMARY, exchange.encode("task", task)));
            case To.Fresh _ -> decoded(crew.runApart(exchange.encode("task", task)));
            default -> directory.pipe(to, exchange).call(task);
        };
    }

    private <T extends @Nullable Object> CompletableFuture<T> runHere(Callable<T> task) {
        CompletableFuture<T> future = new CompletableFuture<>();
        Thread thread =
                Thread.ofVirtual()
                        .name("polyloom-call")
                        .unstarted(() -> {
                            try {
                                future.complete(task.call());
                            } catch (Throwable e) {
                                future.completeExceptionally(e);
                            }
                        });
        var _ = future.whenComplete((value, failure) -> interruptIf(future.isCancelled(), thread));
        thread.start();
        return future;
    }

    private static void interruptIf(boolean cancelled, Thread thread) {
        if (cancelled) {
            thread.interrupt();
        }
    }

    private <T extends @Nullable Object> CompletableFuture<T> decoded(
            CompletableFuture<byte[]> outcome) {
        CompletableFuture<T> future = new CompletableFuture<>();
        var _ =
                outcome.whenComplete((bytes, failure) -> {
                    if (failure != null) {
                        exchange.start("answer", () -> future.completeExceptionally(failure));
                    } else {
                        exchange.complete(future, bytes);
                    }
                });
        var _ = future.whenComplete((value, failure) -> outcome.cancel(true));
        return future;
    }

    // ---- commands

    @Override
    public CompletableFuture<@Nullable Void> pause(To to) {
        return hold(to, Commands.PAUSE);
    }

    @Override
    public CompletableFuture<@Nullable Void> resume(To to) {
        List<Station> up = commanded(to);
        List<Station> leaving = new ArrayList<>(release(peer -> directory.isMeant(to, peer)));
        leaving.removeAll(up);
        leaving.forEach(each -> tell(each, Commands.RESUME));
        return command(up, Commands.RESUME);
    }

    @Override
    public CompletableFuture<@Nullable Void> drain(To to) {
        return hold(to, Commands.DRAIN);
    }

    private CompletableFuture<@Nullable Void> hold(To to, String command) {
        List<Station> meant;
        synchronized (pauses) {
            meant = commanded(to);
            for (Station each : meant) {
                pauses.hold(each);
                pops.pause(each.id(), true);
            }
        }
        meant.forEach(each -> crew.pause(each.peer().index()));
        CompletableFuture<@Nullable Void> held = command(meant, command);
        if (!crew.isOpen()) {
            endPauses();
        }
        return held;
    }

    private List<Station> release(Predicate<Peer> meant) {
        List<Station> released;
        Set<Integer> indexes;
        synchronized (pauses) {
            indexes = pauses.indexes(meant);
            released = pauses.release(meant);
            released.forEach(each -> pops.pause(each.id(), false));
        }
        indexes.forEach(crew::resume);
        return released;
    }

    @Override
    public CompletableFuture<@Nullable Void> interrupt(To to) {
        return command(commanded(to), Commands.INTERRUPT);
    }

    @Override
    public CompletableFuture<Map<String, String>> dumpThreads(To to) {
        return collect(commanded(to), Commands.THREADS);
    }

    @Override
    public CompletableFuture<Map<String, Long>> collectGarbage(To to) {
        return collect(commanded(to), Commands.GARBAGE);
    }

    @Override
    public CompletableFuture<@Nullable Void> reload(To to) {
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (Station each : commanded(to)) {
            all.add(directory.next(each.peer().index()));
            crew.reload(each);
        }
        return allOf(all);
    }

    @Override
    public CompletableFuture<@Nullable Void> stop(To to) {
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (Station each : commanded(to)) {
            PipeEnd pipe = exchange.pipe(each.id());
            crew.stop(each);
            if (pipe != null) {
                all.add(pipe.closed().toCompletableFuture());
            }
        }
        return allOf(all);
    }

    private List<Station> commanded(To to) {
        if (to instanceof To.Primary) {
            throw new IllegalArgumentException("commands are for workers, not for the primary");
        }
        List<Station> found = directory.list(to, null);
        for (Station each : found) {
            if (each.peer().isForeign()) {
                throw new IllegalArgumentException(
                        "commands are for the workers of this scope, not for " + each.peer());
            }
        }
        return found;
    }

    private CompletableFuture<@Nullable Void> command(List<Station> stations, String command) {
        return collect(stations, command).thenApply(answers -> null);
    }

    private void tell(Station station, String command) {
        PipeEnd pipe = exchange.pipe(station.id());
        if (pipe != null) {
            var _ = pipe.ask(command, null);
        }
    }

    private <T extends @Nullable Object> CompletableFuture<Map<String, T>> collect(
            List<Station> stations, String command) {
        Map<String, CompletableFuture<T>> answers = new TreeMap<>();
        for (Station each : stations) {
            PipeEnd pipe = exchange.pipe(each.id());
            if (pipe != null) {
                answers.put(each.peer().name(), pipe.<T>ask(command, null));
            }
        }
        return allOf(answers.values())
                .thenApply(ignored -> {
                    Map<String, T> values = new TreeMap<>();
                    answers.forEach((name, answer) -> values.put(name, answer.join()));
                    return values;
                });
    }

    private static CompletableFuture<@Nullable Void> allOf(
            Collection<? extends CompletableFuture<?>> all) {
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .<@Nullable Void>thenApply(ignored -> null);
    }

    // ---- what workers ask

    @Override
    public String name() {
        return hub.primary().peer().name();
    }

    @Override
    public @Nullable Object run(Call call, Callable<?> body) throws Exception {
        return body.call();
    }

    @Override
    public void poisoned(Peer by) {
        LOG.log(Level.WARNING, "{0} sent a poison pill to the primary, which does not stop", by);
    }

    @Override
    public @Nullable Object ask(String name, @Nullable Object value, long from) throws Exception {
        return commands.obey(name, value, from);
    }

    @Override
    public String toString() {
        return "Router[%s, %s]".formatted(crew.name(), peers());
    }
}
