package dev.polyloom.process.worker;

import dev.polyloom.SerializableCallable;
import dev.polyloom.process.Heads;
import dev.polyloom.process.codec.Codec;
import dev.polyloom.process.codec.EncodedTask;
import dev.polyloom.process.codec.LoaderTable;
import dev.polyloom.process.message.HeadStart;
import dev.polyloom.process.transport.Connection;
import dev.polyloom.process.transport.Frame;
import dev.polyloom.process.transport.FrameType;
import dev.polyloom.process.transport.Ready;
import dev.polyloom.process.transport.Setup;
import dev.polyloom.process.transport.StatusPage;
import dev.polyloom.process.transport.Transport;
import java.io.ByteArrayOutputStream;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a spare worker does while it waits, so that its first task finds the ways trodden: it serves
 * a primary that is not there, by a codec and a head of its own.
 */
final class WarmUp {
    static final int TASKS = 300;
    static final String NAME = "spare";
    private static final int ROUNDS = 3;
    private static final long PATIENCE_SECONDS = 10;

    private WarmUp() {}

    /** Some value that travels. */
    private record Sample(int number, String text, List<Double> values) implements Serializable {}

    /** Knows this loader only. */
    private static final class OwnLoader implements LoaderTable {
        @Override
        public int idOf(@Nullable ClassLoader loader) {
            return loader == null ? BUILT_IN : 0;
        }

        @Override
        public ClassLoader loader(int id) {
            return id < 0 ? ClassLoader.getPlatformClassLoader() : WarmUp.class.getClassLoader();
        }
    }

    /** Says what it was given to say, and hears that all tasks are answered. */
    private static final class Script implements Connection {
        private final Queue<Frame> frames = new ArrayDeque<>();
        private final CountDownLatch answers = new CountDownLatch(TASKS);

        void say(FrameType type, long task, byte[]... parts) {
            ByteArrayOutputStream payload = new ByteArrayOutputStream();
            for (byte[] part : parts) {
                payload.writeBytes(part);
            }
            frames.add(new Frame(type, task, payload.toByteArray()));
        }

        @Override
        public void send(FrameType type, long task, byte[]... payload) {
            if (type == FrameType.RESULT) {
                answers.countDown();
            }
        }

        @Override
        public @Nullable Frame receive() {
            return frames.poll();
        }

        @Override
        public void flush() {}

        @Override
        public boolean ready() {
            return !frames.isEmpty();
        }

        @Override
        public void expectNoMore() {}

        @Override
        public void close() {}
    }

    static void run() {
        try {
            long _ = exercise();
        } catch (Exception | LinkageError e) {
            // what is wrong shows when it is needed
        }
    }

    /** Does it all, and returns how many tasks have been run. */
    static long exercise() throws Exception {
        LoaderTable loaders = new OwnLoader();
        Codec codec = Codec.ofWorker(loaders);
        encodeAndDecode(codec);
        Transport.rehearse();
        long ran = serve(codec, loaders);
        openClassPath();
        return ran;
    }

    /** What is not there is looked for everywhere. */
    private static void openClassPath() {
        Object _ = ClassLoader.getSystemResource("dev/polyloom/none");
    }

    /** Encodes and decodes what tasks, results and failures are made of. */
    private static void encodeAndDecode(Codec codec) throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            Sample sample = new Sample(i, "warm", List.of(1.0));
            SerializableCallable<Sample> body = () -> sample;
            Callable<?> read = (Callable<?>) codec.decode("task", codec.encode("task", body));
            Object value = Objects.requireNonNull(read).call();
            Object _ = codec.decode("result", codec.encode("result", value));
            Object _ = codec.decode("result", codec.encode("result", i));
        }
        byte[] failure = codec.encodeFailure(NAME, new IllegalStateException("none"));
        Throwable _ = codec.decodeFailure(failure);
    }

    /** Is set up, and runs tasks, as a worker does. */
    private static long serve(Codec codec, LoaderTable loaders) throws Exception {
        Script primary = new Script();
        Setup setup = Setup.decode(new Setup(NAME, 1, "", 1, 1, null).encode());
        HeadStart start = HeadStart.decode(new HeadStart(1, 1, 1, new byte[0]).encode());
        Heads heads = Heads.defaults();
        WorkerHead head = new WorkerHead(start, setup.name(), heads, codec, primary);
        head.calls().setUp(heads, head);
        TaskReader reader = new TaskReader(codec, loaders);
        Replies replies = new Replies(primary, codec, setup.name());
        try (StatusPage page = StatusPage.unshared(setup.concurrency())) {
            TaskRunner runner =
                    new TaskRunner(primary, replies, reader, head, setup.concurrency(), page);
            head.commands().attach(runner);
            primary.send(FrameType.READY, 0, new Ready(System.nanoTime(), true).encode());
            head.opened();
            new Heartbeat(primary, page, head.awaited(), setup.beatMillis()).beat();
            return serve(primary, runner, codec);
        }
    }

    private static long serve(Script primary, TaskRunner runner, Codec codec) throws Exception {
        for (int i = 1; i <= TASKS; i++) {
            int number = i;
            SerializableCallable<Integer> body = () -> number;
            say(primary, number, codec.encodeTask(body));
        }
        runner.serve();
        if (primary.answers.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            runner.awaitIdle();
        }
        return TASKS - primary.answers.getCount();
    }

    private static void say(Script primary, int number, EncodedTask task) {
        for (int i = 0; i < task.shapes(); i++) {
            primary.say(FrameType.SHAPE, task.shapeId(i), task.definition(i));
        }
        primary.say(FrameType.TASK, number, task.behind(new byte[Integer.BYTES]));
    }
}
