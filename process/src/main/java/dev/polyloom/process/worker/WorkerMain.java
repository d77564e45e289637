package dev.polyloom.process.worker;

import dev.polyloom.process.Heads;
import dev.polyloom.process.boot.Boot;
import dev.polyloom.process.codec.Codec;
import dev.polyloom.process.codec.LoaderTable;
import dev.polyloom.process.codec.WorkerLoaders;
import dev.polyloom.process.message.CurrentHead;
import dev.polyloom.process.message.HeadStart;
import dev.polyloom.process.transport.Connection;
import dev.polyloom.process.transport.Frame;
import dev.polyloom.process.transport.FrameType;
import dev.polyloom.process.transport.ProtocolException;
import dev.polyloom.process.transport.Ready;
import dev.polyloom.process.transport.Setup;
import dev.polyloom.process.transport.StatusPage;
import dev.polyloom.process.transport.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a worker process begins once its classes can be loaded. */
public final class WorkerMain {
    private static final int LOST_PRIMARY = 1;
    private static final int FAILED_START = 1;
    private static final String CORES = "polyloom.cores";

    private WorkerMain() {}

    /**
     * Starts a worker.
     *
     * @param args none; what it needs to know stands in the first line of its standard input
     */
    public static void main(String[] args) {
        Boot.start(WorkerMain::run);
    }

    /**
     * Runs this process as a worker until its primary ends it.
     *
     * @param boot {@code token}, {@code socket}, {@code number} and {@code classes}, as the boot
     *     class read them
     * @throws IOException if the primary cannot be reached
     */
    public static void run(Map<String, Object> boot) throws IOException {
        System.setIn(InputStream.nullInputStream());
        int number = (Integer) entry(boot, "number");
        if (number == Transport.SPARE) {
            Thread.ofPlatform().daemon().name("polyloom-warm-up").start(WarmUp::run);
        }
        var loaders = new WorkerLoaders(entry(boot, "classes"));
        // while another thread links this JVM's first socket, for some 20 ms
        Transport.rehearseRings();
        Connection connection =
                Transport.connect(
                        Path.of((String) entry(boot, "socket")),
                        (byte[]) entry(boot, "token"),
                        number);
        serve(connection, Codec.ofWorker(loaders), loaders);
    }

    private static Object entry(Map<String, Object> boot, String key) {
        return Objects.requireNonNull(boot.get(key), key);
    }

    private static void serve(Connection connection, Codec codec, LoaderTable loaders)
            throws IOException {
        Setup setup = receiveSetup(connection);
        String name = setup.name();
        System.getProperties().putIfAbsent(CORES, Integer.toString(setup.cores()));
        HeadStart start = receiveHead(connection);
        Replies replies = new Replies(connection, codec, name);
        WorkerHead head = initialize(start, setup, codec, replies, name, connection);
        if (head == null) {
            // whatever comes, the primary sends it when it has heard why
            connection.receive();
            System.exit(FAILED_START);
            return;
        }
        StatusPage page = openPage(setup);
        TaskReader reader = new TaskReader(codec, loaders);
        TaskRunner runner =
                new TaskRunner(connection, replies, reader, head, setup.concurrency(), page);
        head.commands().attach(runner);
        connection.send(FrameType.READY, 0, new Ready(System.nanoTime(), page != null).encode());
        connection.flush();
        head.opened();
        new Heartbeat(connection, page, head.awaited(), setup.beatMillis()).start();
        runner.serve();
        if (!TaskRunner.isStopping()) {
            Runtime.getRuntime().halt(LOST_PRIMARY);
        }
    }

    private static HeadStart receiveHead(Connection connection) throws IOException {
        Frame second = connection.receive();
        if (second == null || second.type() != FrameType.HEAD) {
            throw new ProtocolException("the primary did not go on with a head: " + second);
        }
        return HeadStart.decode(second.payload());
    }

    private static Setup receiveSetup(Connection connection) throws IOException {
        Frame first = connection.receive();
        if (first == null || first.type() != FrameType.SETUP) {
            throw new ProtocolException("the primary did not begin with a setup: " + first);
        }
        return Setup.decode(first.payload());
    }

    private static @Nullable StatusPage openPage(Setup setup) {
        if (setup.page().isEmpty()) {
            return null;
        }
        try {
            return StatusPage.open(Path.of(setup.page()), setup.concurrency());
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /**
     * Makes the head and runs the initializer; null if either failed, as the primary then knows.
     */
    private static @Nullable WorkerHead initialize(
            HeadStart start,
            Setup setup,
            Codec codec,
            Replies replies,
            String name,
            Connection connection) {
        try {
            Heads heads =
                    start.heads().length == 0
                            ? Heads.defaults()
                            : (Heads) Objects.requireNonNull(codec.decode("heads", start.heads()));
            WorkerHead head = new WorkerHead(start, name, heads, codec, connection);
            CurrentHead.set(head);
            head.calls().setUp(heads, head);
            runInitializer(setup, codec);
            return head;
        } catch (Throwable e) {
            replies.startFailed(e);
            return null;
        }
    }

    private static void runInitializer(Setup setup, Codec codec) {
        byte[] encoded = setup.initializer();
        if (encoded != null) {
            Object body = Objects.requireNonNull(codec.decode("initializer", encoded));
            ((dev.polyloom.SerializableRunnable) body).run();
        }
    }
}
