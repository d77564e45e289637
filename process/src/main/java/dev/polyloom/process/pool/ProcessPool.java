package dev.polyloom.process.pool;

import dev.polyloom.HeadSettings;
import dev.polyloom.PolyloomException;
import dev.polyloom.ProcessOptions;
import dev.polyloom.SerializableRunnable;
import dev.polyloom.SerializationException;
import dev.polyloom.process.Heads;
import dev.polyloom.process.classes.ClassServer;
import dev.polyloom.process.codec.Codec;
import dev.polyloom.process.codec.EncodedTask;
import dev.polyloom.process.message.Crew;
import dev.polyloom.process.message.Meeting;
import dev.polyloom.process.message.ScopeRouter;
import dev.polyloom.process.message.Station;
import dev.polyloom.process.pool.Roster.Phase;
import dev.polyloom.process.transport.Acceptor;
import dev.polyloom.process.transport.Connection;
import dev.polyloom.process.transport.Rings;
import dev.polyloom.process.transport.SocketConnection;
import dev.polyloom.process.transport.TransportChoice;
import dev.polyloom.spi.Pool;
import dev.polyloom.spi.PoolRequest;
import dev.polyloom.spi.PoolSnapshot;
import dev.polyloom.spi.ScopeTask;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs tasks in worker processes, started as they are needed. */
final class ProcessPool implements Pool, Roster.Helper {
    private static final Logger LOG = System.getLogger("dev.polyloom.process");
    private static final Duration HANDSHAKE = Duration.ofSeconds(5);
    private static final long RECALL_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final int CONTEXT_BYTES = Integer.BYTES;

    /** What a worker is told as it starts besides what is encoded: names and numbers. */
    private static final int START_BYTES = 72 * 1024;

    private final PoolRequest request;
    private final ClassServer classes;
    private final Codec codec;
    private final RingFolders ringFolders;
    private final PoolParts parts;
    private final Roster roster;
    private final Watch watch;
    private final ScopeRouter router;
    private final AtomicInteger apart = new AtomicInteger();
    private final Map<String, CompletableFuture<byte[]>> apartTasks = new ConcurrentHashMap<>();
    private final CountDownLatch terminated = new CountDownLatch(1);
    private volatile @Nullable Context context;

    /** How a context class loader is told to a worker; the one told last is kept. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Context(int id, byte[] bytes) {}

    private ProcessPool(PoolRequest request, PrivateFolder folder, ClassServer classes)
            throws IOException {
        this.request = request;
        ProcessOptions options = request.process();
        this.classes = classes;
        codec = Codec.ofPrimary(classes, options.allowedClasses());
        roster = new Roster(request.name(), request.workers(), options, this);
        ResultReader results = new ResultReader(request.name(), codec, this::lookBy);
        watch = new Watch(request.name(), new Supervision(roster, options, results)::look);
        Heads heads = heads(options);
        ringFolders = new RingFolders(folder.path());
        TransportChoice transport = TransportChoice.ofEnvironment();
        Supplier<Meeting.Place> place =
                () -> Meeting.Place.of(folder.path(), transport, ringFolders);
        Crew crew = new PoolCrew(request, roster, this::lookBy, this::runApart, place);
        router = new ScopeRouter(codec, heads, crew);
        SerializableRunnable first = options.initializer();
        byte[] initializer = first == null ? null : encode("initializer", first);
        byte[] settings = options.heads() == null ? new byte[0] : encode("heads", heads);
        Launcher launcher = new Launcher(request, folder.path(), transport);
        Rings rings = new Rings(request.name(), transport, ringFolders);
        Acceptor acceptor = new Acceptor(request.name(), folder.socket(), HANDSHAKE);
        parts =
                new PoolParts(
                        request,
                        folder,
                        new Entrance(acceptor, folder.socket(), rings, classes),
                        launcher,
                        results,
                        initializer,
                        router,
                        settings,
                        !"false".equals(System.getProperty("polyloom.process.statusPage")));
        if (!launcher.hasSpare()) {
            prepare(rings);
        }
        acceptor.start();
        watch.start();
    }

    private void prepare(Rings rings) throws IOException {
        try {
            rings.prepare();
        } catch (IOException e) {
            parts.entrance().acceptor().close();
            remove(ringFolders);
            throw e;
        }
    }

    /** Encodes what workers are told as they start. */
    private byte[] encode(String root, Object value) {
        byte[] bytes = codec.encode(root, value);
        checkSize(root, bytes.length, START_BYTES);
        return bytes;
    }

    private static void checkSize(String root, long size, int besides) {
        if (size > SocketConnection.MAX_PAYLOAD - besides) {
            throw new SerializationException(root, tooLarge(size), null);
        }
    }

    private static Heads heads(ProcessOptions options) {
        return switch (options.heads()) {
            case null -> Heads.defaults();
            case Heads heads -> heads;
            case HeadSettings other ->
                    throw new IllegalArgumentException(
                            "the heads of worker processes are made with Heads.builder(), not of "
                                    + other.getClass().getName());
        };
    }

    static ProcessPool open(PoolRequest request) {
        return open(request, new ClassServer());
    }

    private static ProcessPool open(PoolRequest request, ClassServer classes) {
        warnAboutMemory(request.process());
        try {
            return open(request, PrivateFolder.create(), classes);
        } catch (IOException e) {
            throw new PolyloomException(
                    "pool %s cannot be opened: %s".formatted(request.name(), e.getMessage()), e);
        }
    }

    private static ProcessPool open(PoolRequest request, PrivateFolder folder, ClassServer classes)
            throws IOException {
        try {
            return new ProcessPool(request, folder, classes);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static void warnAboutMemory(ProcessOptions options) {
        boolean asked = options.maxResidentBytes() > 0 || options.recycleResidentBytes() > 0;
        if (asked && !Resident.known()) {
            LOG.log(Level.WARNING, "the resident size of workers is not watched: /proc is missing");
        }
    }

    // ---- tasks

    @Override
    public void execute(ScopeTask<?> task) {
        rejectIfShutdown();
        Callable<?> body = task.callable();
        if (body != null) {
            execute(task, body);
        }
    }

    private void execute(ScopeTask<?> task, Callable<?> body) {
        PoolTask encoded;
        try {
            encoded = encode(task, body);
        } catch (SerializationException e) {
            roster.refused();
            task.fail(e);
            return;
        }
        if (!roster.add(encoded)) {
            rejectIfShutdown();
        }
    }

    private void rejectIfShutdown() {
        if (roster.phase != Phase.OPEN) {
            throw new RejectedExecutionException(
                    "pool %s is shut down and takes no more tasks".formatted(request.name()));
        }
    }

    private PoolTask encode(ScopeTask<?> task, Callable<?> body) {
        EncodedTask bytes = codec.encodeTask(body);
        checkSize("task", bytes.size(), CONTEXT_BYTES);
        return new PoolTask(task, context(), bytes);
    }

    /** Returns what tells a worker the context class loader of the calling thread. */
    private byte[] context() {
        int id = classes.idOf(Thread.currentThread().getContextClassLoader());
        Context known = context;
        if (known == null || known.id != id) {
            byte[] bytes = ByteBuffer.allocate(CONTEXT_BYTES).putInt(id).array();
            known = new Context(id, bytes);
            context = known;
        }
        return known.bytes;
    }

    private static String tooLarge(long bytes) {
        return ("it takes %d bytes, more than the %d that can travel at once;"
                        + " hand over a file name instead of its content")
                .formatted(bytes, SocketConnection.MAX_PAYLOAD);
    }

    @Override
    public void abandon(ScopeTask<?> task, boolean mayInterrupt) {
        roster.abandon(task, mayInterrupt, Times.nanos(request.process().cancelGrace()));
    }

    /**
     * Lets who waits for a result receive it. Not where listeners would be part of that, nor in a
     * virtual thread, which could lose its carrier meanwhile and hold up everybody.
     */
    @Override
    public void awaited(ScopeTask<?> task) {
        boolean fit = !request.traced() && !Thread.currentThread().isVirtual();
        Connection connection = fit ? PoolTask.connectionOf(task) : null;
        if (connection != null) {
            connection.help(task::isDone);
        }
    }

    // ---- heads

    @Override
    public <T> Optional<T> extension(Class<T> type) {
        if (!type.isInstance(router)) {
            return Optional.empty();
        }
        router.keepAll();
        return Optional.of(type.cast(router));
    }

    /** Runs an encoded task in a worker of its own; this pool does not end before it has. */
    private CompletableFuture<byte[]> runApart(byte[] task) {
        roster.note(() -> {
            rejectIfShutdown();
            roster.takeInHand(1);
        });
        try {
            String name = request.name() + "-apart-" + apart.incrementAndGet();
            PoolRequest single =
                    new PoolRequest(
                            name,
                            1,
                            request.coresPerWorker(),
                            request.traced(),
                            request.events(),
                            request.process(),
                            request.isolate());
            return remembered(
                    name, ApartTask.run(open(single, classes), task, () -> roster.settled(1)));
        } catch (RuntimeException e) {
            roster.settled(1);
            throw e;
        }
    }

    /** Sees to it that what runs in a worker of its own is stopped with this pool. */
    private CompletableFuture<byte[]> remembered(String name, CompletableFuture<byte[]> outcome) {
        apartTasks.put(name, outcome);
        var _ = outcome.whenComplete((bytes, failure) -> apartTasks.remove(name));
        if (roster.phase.compareTo(Phase.STOPPED) >= 0) {
            outcome.cancel(true);
        }
        return outcome;
    }

    @Override
    public boolean isQuiet(WorkerLink link) {
        Station station = link.station;
        return station == null || router.isQuiet(station);
    }

    @Override
    public void leaves(WorkerLink link) {
        Station station = link.station;
        if (station != null) {
            router.leaves(station);
        }
    }

    // ---- the end

    @Override
    public void shutdown() {
        roster.shutdown();
        parts.launcher().poolEnds();
        router.endPauses();
    }

    @Override
    public List<ScopeTask<?>> shutdownNow() {
        long grace = Times.nanos(request.process().cancelGrace());
        parts.launcher().poolEnds();
        List<ScopeTask<?>> never = new ArrayList<>();
        for (PoolTask task : roster.stop(RECALL_NANOS, grace)) {
            task.task().unclaim();
            if (task.task().withdraw()) {
                never.add(task.task());
            }
        }
        apartTasks.values().forEach(each -> each.cancel(true));
        return never;
    }

    @Override
    public boolean isShutdown() {
        return roster.phase != Phase.OPEN;
    }

    @Override
    public boolean isTerminated() {
        return terminated.getCount() == 0;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return terminated.await(timeout, unit);
    }

    @Override
    public int workers() {
        return request.workers();
    }

    @Override
    public PoolSnapshot snapshot() {
        return roster.snapshot();
    }

    // ---- what the roster asks for

    @Override
    public void start(WorkerLink link) {
        new WorkerLife(parts, roster, link).start();
    }

    @Override
    public boolean hasSpare() {
        return parts.launcher().hasSpare();
    }

    @Override
    public void lookBy(long nanoTime) {
        watch.lookBy(nanoTime);
    }

    @Override
    public void terminated() {
        router.close();
        parts.entrance().acceptor().close();
        watch.close();
        parts.launcher().poolEnded();
        parts.entrance().rings().close();
        remove(parts.folder());
        remove(ringFolders);
        terminated.countDown();
    }

    private static void remove(Closeable folder) {
        try {
            folder.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "folder {0} could not be removed: {1}", folder, e);
        }
    }
}
