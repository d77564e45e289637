package dev.polyloom.process.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RingConnectionTest extends ConnectionContract {
    private static final int CAPACITY = 4096;

    private Path file;
    private RingMemory primary;

    @BeforeEach
    void makeRing() throws IOException {
        file = folder.resolve("ring");
        primary = RingMemory.create(file, CAPACITY);
    }

    @Override
    Connection sender(int limit) throws IOException {
        return RingConnection.ofPrimary(primary, ours, limit);
    }

    @Override
    Connection receiver(int limit) throws IOException {
        return RingConnection.ofWorker(RingMemory.open(file, CAPACITY), theirs, limit);
    }

    /** Opens what a worker writes to, past all checks, from the ring of results on. */
    private ByteBuffer hostile() throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(MapMode.READ_WRITE, 0, channel.size())
                    .slice(RingMemory.CONTROL + CAPACITY, RingMemory.CONTROL + CAPACITY);
        }
    }

    private static void say(ByteBuffer ring, int word, long value) {
        Words.LONG.setRelease(ring, word, value);
    }

    private void assertRefused(Connection connection, String why) {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(connection::receive)
                .withMessageContaining(why);
        assertThat(ours.isOpen()).isFalse();
    }

    @Test
    void framesOfEverySize_arriveAtEveryOffset() throws Exception {
        try (var sender = sender(LIMIT);
                var receiver = receiver(LIMIT)) {
            for (int offset = 0; offset < CAPACITY; offset++) {
                // 4096 and 13 + 36 have no divisor in common: each frame starts somewhere else
                byte[] payload = random(36, offset);
                sender.send(FrameType.TASK, offset, payload);
                sender.flush();
                Frame frame = next(receiver);
                assertThat(frame.task()).isEqualTo(offset);
                assertThat(frame.payload()).isEqualTo(payload);
            }
        }
    }

    @Test
    void fullRing_keepsTheRestForLater() throws Exception {
        try (var sender = sender(LIMIT);
                var receiver = receiver(LIMIT)) {
            int frames = 1000;
            for (int i = 0; i < frames; i++) {
                sender.send(FrameType.TASK, i, random(i % 90, i));
                sender.flush();
            }
            CompletableFuture<?> pump = pump(sender);
            for (int i = 0; i < frames; i++) {
                Frame frame = next(receiver);
                assertThat(frame.task()).isEqualTo(i);
                assertThat(frame.payload()).isEqualTo(random(i % 90, i));
            }
            sender.expectNoMore();
            pump.join();
        }
    }

    @Test
    void flushOfAClosedConnection_doesNotWaitForRoom() throws Exception {
        var sender = sender(LIMIT);
        sender.send(FrameType.TASK, 1, random(2 * CAPACITY, 1));
        sender.flush();
        sender.close();
        sender.flush();
        sender.send(FrameType.TASK, 2);
        sender.flush();
        assertThat(sender.receive()).isNull();
    }

    @Test
    void framesFlushedWhileAnotherIsSent_arriveWithoutAFurtherFlush() throws Exception {
        int rounds = 20_000;
        try (var sender = sender(LIMIT);
                var receiver = receiver(LIMIT)) {
            CyclicBarrier round = new CyclicBarrier(3);
            for (boolean now : new boolean[] {false, true}) {
                Thread.ofVirtual().start(() -> sendInRounds(sender, round, rounds, now));
            }
            for (int i = 0; i < rounds; i++) {
                round.await();
                assertThat(next(receiver).task() + next(receiver).task()).isEqualTo(2L * i);
            }
        }
    }

    private static void sendInRounds(
            Connection sender, CyclicBarrier round, int rounds, boolean now) {
        try {
            for (int i = 0; i < rounds; i++) {
                round.await();
                if (now) {
                    sender.sendNow(FrameType.TASK, i);
                } else {
                    sender.send(FrameType.TASK, i);
                    sender.flush();
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void randomSizesInBothDirections_arriveWholeAndInOrder() throws Exception {
        int frames = 20_000;
        try (var one = sender(LIMIT);
                var other = receiver(LIMIT)) {
            CompletableFuture<Void> there = exchange(other, frames);
            CompletableFuture<Void> here = exchange(one, frames);
            here.join();
            there.join();
            one.expectNoMore();
            other.expectNoMore();
        }
    }

    /** Sends and receives at once, and goes on until the other side is said to have ended. */
    private static CompletableFuture<Void> exchange(Connection connection, int frames) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> sendAll(connection, frames));
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        receiveAll(connection, frames);
                        done.complete(null);
                        receiveNothing(connection);
                    } catch (Throwable e) {
                        done.completeExceptionally(e);
                    }
                });
        return done;
    }

    private static void receiveAll(Connection connection, int frames) throws IOException {
        Random sizes = new Random(9);
        for (int i = 0; i < frames; i++) {
            Frame frame = next(connection);
            assertThat(frame.task()).isEqualTo(i);
            assertThat(frame.payload()).isEqualTo(random(size(sizes), i));
        }
    }

    private static void sendAll(Connection connection, int frames) {
        Random sizes = new Random(9);
        for (int i = 0; i < frames; i++) {
            connection.send(FrameType.TASK, i, random(size(sizes), i));
            if (i % 7 == 0 || i == frames - 1) {
                connection.flush();
            }
        }
    }

    /** Mostly small, sometimes larger than the whole ring. */
    private static int size(Random random) {
        return random.nextInt(random.nextInt(100) == 0 ? 3 * CAPACITY : 200);
    }

    /** Takes frames that are numbered, and complains about one that is not the next. */
    private static final class InOrder implements Taker {
        private final AtomicLong taken = new AtomicLong();
        private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

        @Override
        public void take(Frame frame) throws IOException {
            threads.add(Thread.currentThread());
            if (frame.task() != taken.get()) {
                throw new ProtocolException(frame.task() + " came instead of " + taken.get());
            }
            taken.incrementAndGet();
        }

        @Override
        public void caughtUp() {}
    }

    private static CompletableFuture<Void> serve(Connection connection, Taker taker) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        connection.serve(taker);
                        ended.complete(null);
                    } catch (Throwable e) {
                        ended.completeExceptionally(e);
                    }
                });
        return ended;
    }

    @Test
    void framesTakenByReceiverAndHelpers_areEachTakenOnceInOrder() throws Exception {
        int frames = 50_000;
        InOrder taker = new InOrder();
        try (var sender = sender(LIMIT);
                var receiver = receiver(LIMIT)) {
            CompletableFuture<Void> served = serve(receiver, taker);
            List<Thread> helpers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                helpers.add(
                        Thread.ofVirtual()
                                .start(() -> {
                                    while (taker.taken.get() < frames && !served.isDone()) {
                                        long seen = taker.taken.get();
                                        receiver.help(() -> taker.taken.get() > seen);
                                        LockSupport.parkNanos(1000);
                                    }
                                }));
            }
            sendAll(sender, frames);
            CompletableFuture<?> pump = pump(sender);
            for (Thread each : helpers) {
                each.join();
            }
            assertThat(taker.taken.get()).isEqualTo(frames);
            sender.expectNoMore();
            receiver.expectNoMore();
            pump.join();
            served.join();
        }
    }

    @Test
    void helper_takesFramesWhileTheReceiverSleeps() throws Exception {
        InOrder taker = new InOrder();
        try (var sender = sender(LIMIT);
                var receiver = receiver(LIMIT)) {
            CompletableFuture<Void> served = serve(receiver, taker);
            AtomicLong next = new AtomicLong();
            await().until(() -> {
                long number = next.getAndIncrement();
                AtomicBoolean unsent = new AtomicBoolean(true);
                receiver.help(() -> {
                    // asked for the first time when the receiver can no longer be woken
                    sendOnce(sender, number, unsent);
                    return taker.taken.get() > number;
                });
                sendOnce(sender, number, unsent);
                // who is alone on a processor does not look out
                return taker.threads.contains(Thread.currentThread())
                        || Runtime.getRuntime().availableProcessors() == 1;
            });
            receiver.expectNoMore();
            served.join();
        }
    }

    private static void sendOnce(Connection sender, long number, AtomicBoolean unsent) {
        if (unsent.compareAndSet(true, false)) {
            sender.send(FrameType.RESULT, number);
            sender.flush();
        }
    }

    @Test
    void failureOfATakerInAHelper_endsTheReceiver() throws Exception {
        try (var sender = sender(LIMIT);
                var receiver = receiver(LIMIT)) {
            InOrder taker = new InOrder();
            CompletableFuture<Void> served = serve(receiver, taker);
            sender.send(FrameType.RESULT, 7);
            sender.flush();
            while (!served.isDone()) {
                receiver.help(served::isDone);
            }
            assertThat(served)
                    .isCompletedExceptionally()
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOf(ProtocolException.class)
                    .withMessageContaining("7 came instead of 0");
        }
    }

    @Test
    void tailBeforeTheBeginning_isRefused() throws Exception {
        try (var connection = sender(LIMIT)) {
            say(hostile(), RingMemory.TAIL, -1);
            assertRefused(connection, "claims to have written -1 bytes; from 0 to 4096");
        }
    }

    @Test
    void tailBeyondTheRing_isRefused() throws Exception {
        try (var connection = sender(LIMIT)) {
            say(hostile(), RingMemory.TAIL, CAPACITY + 1);
            assertRefused(connection, "claims to have written 4097 bytes");
        }
    }

    @Test
    void tailThatGoesBack_isRefused() throws Exception {
        ByteBuffer ring = hostile();
        try (var connection = sender(LIMIT)) {
            ring.put(RingMemory.CONTROL, frame(0, FrameType.STOP.code()));
            say(ring, RingMemory.TAIL, FrameParser.HEADER);
            assertThat(next(connection).type()).isEqualTo(FrameType.STOP);
            say(ring, RingMemory.TAIL, 5);
            assertRefused(connection, "claims to have written 5 bytes; from 13 to 4109");
        }
    }

    @Test
    void headBeyondWhatWasSent_isRefused() throws Exception {
        try (FileChannel channel =
                        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var connection = sender(LIMIT)) {
            ByteBuffer tasks = channel.map(MapMode.READ_WRITE, 0, RingMemory.CONTROL);
            say(tasks, RingMemory.HEAD, 1L << 40);
            connection.send(FrameType.TASK, 1, new byte[2 * CAPACITY]);
            connection.flush();
            assertRefused(connection, "claims to have taken " + (1L << 40) + " bytes");
        }
    }

    @Test
    void lyingLengthOrTypeOfAFrame_isRefused() throws Exception {
        for (byte[] lie :
                List.of(
                        frame(LIMIT + 1, FrameType.RESULT.code()),
                        frame(-1, FrameType.RESULT.code()),
                        frame(0, (byte) 99))) {
            startAgain();
            ByteBuffer ring = hostile();
            try (var connection = sender(LIMIT)) {
                ring.put(RingMemory.CONTROL, lie);
                say(ring, RingMemory.TAIL, FrameParser.HEADER);
                assertThatExceptionOfType(ProtocolException.class).isThrownBy(connection::receive);
            }
        }
    }

    private void startAgain() throws IOException {
        disconnect();
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder.resolve("s"));
        connect();
        makeRing();
    }

    private static byte[] frame(int length, byte type) {
        return ByteBuffer.allocate(FrameParser.HEADER).putInt(length).put(type).array();
    }

    @Test
    void garbageInTheRing_endsInAFrameOrARefusalAndNeverOtherwise() throws Exception {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            startAgain();
            ByteBuffer ring = hostile();
            byte[] garbage = new byte[RingMemory.CONTROL + CAPACITY];
            random.nextBytes(garbage);
            ring.put(0, garbage);
            say(ring, RingMemory.TAIL, random.nextInt(CAPACITY + 2));
            try (var connection = sender(LIMIT)) {
                connection.expectNoMore();
                boolean _ = connection.ready();
                for (Frame f = connection.receive(); f != null; f = connection.receive()) {
                    assertThat(f.payload()).hasSizeLessThanOrEqualTo(CAPACITY);
                }
            } catch (ProtocolException | EOFException e) {
                assertThat(e.getMessage()).isNotEmpty();
            }
        }
    }

    @Test
    void fileCutShort_isAnErrorOfThisConnection() throws Exception {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var connection = sender(LIMIT)) {
            Files.delete(file);
            channel.truncate(0);
            assertRefused(connection, "the memory it shares was cut short");
        }
    }

    @Test
    void fileCutShortWhileSending_isAnErrorOfWhoReceives() throws Exception {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var connection = sender(LIMIT)) {
            channel.truncate(0);
            connection.send(FrameType.TASK, 1, bytes("lost"));
            connection.flush();
            assertRefused(connection, "the memory it shares was cut short");
        }
    }

    /** Compiled code meets such a fault a little after the access, when it may have returned. */
    @Test
    void fileCutShortUnderCompiledCode_isAnErrorOfWhoReceives() throws Exception {
        for (int round = 0; round < 20; round++) {
            startAgain();
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                    var sender = sender(LIMIT)) {
                try (var receiver = receiver(LIMIT)) {
                    for (int i = 0; i < 5_000; i++) {
                        sender.send(FrameType.TASK, i, bytes("short"));
                        sender.flush();
                        boolean _ = sender.ready();
                        assertThat(next(receiver).task()).isEqualTo(i);
                    }
                    channel.truncate(0);
                }
                boolean _ = sender.ready();
                sender.send(FrameType.TASK, 1, bytes("lost"));
                sender.sendNow(FrameType.TASK, 1, bytes("lost"));
                sender.flush();
                assertRefused(sender, "the memory it shares was cut short");
            }
        }
    }

    @Test
    void endInsideAFrame_isAnError() throws Exception {
        ByteBuffer ring = hostile();
        try (var connection = sender(LIMIT)) {
            ring.put(RingMemory.CONTROL, frame(10, FrameType.RESULT.code()));
            say(ring, RingMemory.TAIL, FrameParser.HEADER + 3);
            theirs.close();
            assertThatExceptionOfType(EOFException.class).isThrownBy(connection::receive);
        }
    }

    @Test
    void closedConnection_givesItsMemoryBack() throws Exception {
        try (var connection = sender(LIMIT)) {
            assertThat(mapped()).isPositive();
            assertThat(connection.ready()).isFalse();
        }
        assertThat(mapped()).isZero();
    }

    private long mapped() throws IOException {
        try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
            return maps.filter(line -> line.contains(file.toString())).count();
        }
    }
}
