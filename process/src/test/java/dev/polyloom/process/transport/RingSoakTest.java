package dev.polyloom.process.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Frames of random sizes go to and fro with pauses and without, received by threads that sleep, and
 * by helpers. System property {@code polyloom.soak.frames} says how many; many more than by default
 * make a soak.
 */
@Timeout(value = 12, unit = TimeUnit.HOURS)
class RingSoakTest {
    private static final long FRAMES = Long.getLong("polyloom.soak.frames", 200_000);
    private static final int CAPACITY = 16 * 1024;
    private static final int LIMIT = 1024 * 1024;
    private static final long SEED = 20_261_121;

    @TempDir private Path folder;

    /** What the frame of a number holds, so that whoever receives it knows. */
    private static byte[] payload(long number) {
        SplittableRandom random = new SplittableRandom(SEED + number);
        int bound =
                switch (random.nextInt(1000)) {
                    case 0 -> 3 * CAPACITY;
                    case 1, 2, 3, 4, 5 -> CAPACITY / 2;
                    default -> 120;
                };
        byte[] payload = new byte[random.nextInt(bound)];
        byte fill = (byte) random.nextInt();
        for (int i = 0; i < payload.length; i += 61) {
            payload[i] = fill;
        }
        return payload;
    }

    /** One side: sends, receives and helps. */
    private static final class Side implements Taker {
        private final Connection connection;
        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private volatile long taken;

        Side(Connection connection) {
            this.connection = connection;
        }

        void start() {
            Thread.ofPlatform().daemon().start(this::serve);
            Thread.ofPlatform().daemon().start(this::sendAll);
            Thread.ofPlatform().daemon().start(this::help);
        }

        private void serve() {
            try {
                connection.serve(this);
                if (!done.isDone()) {
                    done.completeExceptionally(new IOException("ended at " + taken));
                }
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        }

        @Override
        public void take(Frame frame) throws IOException {
            assertThat(frame.task()).isEqualTo(taken);
            if (!java.util.Arrays.equals(frame.payload(), payload(taken))) {
                throw new IOException("frame " + taken + " holds something else");
            }
            taken = frame.task() + 1;
            if (taken == FRAMES) {
                done.complete(null);
            }
        }

        @Override
        public void caughtUp() {}

        private void sendAll() {
            SplittableRandom random = new SplittableRandom();
            for (long i = 0; i < FRAMES && !done.isCompletedExceptionally(); i++) {
                connection.send(FrameType.TASK, i, payload(i));
                if (random.nextInt(8) == 0) {
                    connection.flush();
                }
                if (i - taken > 10_000 || random.nextInt(200) == 0) {
                    connection.flush();
                    LockSupport.parkNanos(random.nextInt(60_000));
                }
            }
            connection.flush();
        }

        private void help() {
            SplittableRandom random = new SplittableRandom();
            while (!done.isDone()) {
                long seen = taken;
                AtomicBoolean once = new AtomicBoolean();
                connection.help(() -> taken > seen + 20 && once.getAndSet(true));
                LockSupport.parkNanos(random.nextInt(200_000));
            }
        }
    }

    @Test
    void randomFrames_allArriveWholeAndInOrder() throws Exception {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("s"));
        Path file = folder.resolve("ring");
        RingMemory memory = RingMemory.create(file, CAPACITY);
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(address);
            try (SocketChannel near = SocketChannel.open(address);
                    SocketChannel far = server.accept();
                    var primary = RingConnection.ofPrimary(memory, near, LIMIT);
                    var worker =
                            RingConnection.ofWorker(RingMemory.open(file, CAPACITY), far, LIMIT)) {
                Side here = new Side(primary);
                Side there = new Side(worker);
                here.start();
                there.start();
                here.done.join();
                there.done.join();
            }
        }
    }
}
