package dev.polyloom.process.transport;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Prints how many answers a helper took that came only when it had looked out in vain. For a JVM
 * that may call natively.
 */
public final class NapProbe {
    private static final int CAPACITY = 4096;
    private static final int ENOUGH = 20;
    private static final int ROUNDS = 2000;
    private static final long LONGER_THAN_A_LOOK = 400_000;

    private NapProbe() {}

    /** Counts frames, and those that the helper has taken. */
    private static final class Counting implements Taker {
        private final Thread helper = Thread.currentThread();
        private final AtomicLong taken = new AtomicLong();
        private volatile int byHelper;

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // frames are taken one at a time
        public void take(Frame frame) {
            byHelper += Thread.currentThread().equals(helper) ? 1 : 0;
            taken.incrementAndGet();
        }

        @Override
        public void caughtUp() {}
    }

    /**
     * Prints it.
     *
     * @param args a folder for the ring
     */
    public static void main(String... args) throws IOException {
        Futex.linkInBackground();
        while (Futex.linked() == null) {
            Thread.onSpinWait();
        }
        Path file = Path.of(args[0], "ring");
        RingMemory memory = RingMemory.create(file, CAPACITY);
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(Path.of(args[0], "s"));
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(address);
            SocketChannel near = SocketChannel.open(address);
            SocketChannel far = server.accept();
            try (var primary = RingConnection.ofPrimary(memory, near, CAPACITY);
                    var worker =
                            RingConnection.ofWorker(
                                    RingMemory.open(file, CAPACITY), far, CAPACITY)) {
                start(() -> echo(worker));
                System.out.println("by the helper: " + ask(primary));
            }
        }
        Files.delete(file);
    }

    private static int ask(RingConnection primary) {
        Counting taker = new Counting();
        start(() -> primary.serve(taker));
        for (long i = 1; taker.byHelper < ENOUGH && i <= ROUNDS; i++) {
            primary.send(FrameType.TASK, i);
            primary.flush();
            primary.help(() -> false);
            while (taker.taken.get() < i) {
                LockSupport.parkNanos(10_000);
            }
        }
        return taker.byHelper;
    }

    private static void echo(RingConnection worker) throws IOException {
        for (Frame frame = worker.receive(); frame != null; frame = worker.receive()) {
            LockSupport.parkNanos(LONGER_THAN_A_LOOK);
            worker.send(FrameType.RESULT, frame.task());
            worker.flush();
        }
    }

    /** Something that a thread does until its connection ends. */
    private interface Body {
        void run() throws IOException;
    }

    private static void start(Body body) {
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        body.run();
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
