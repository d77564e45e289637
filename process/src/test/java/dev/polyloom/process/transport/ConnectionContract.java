package dev.polyloom.process.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every connection does, whatever carries its frames. */
@Timeout(30)
abstract class ConnectionContract {
    static final int LIMIT = 4 * 1024 * 1024;

    @TempDir Path folder;

    SocketChannel ours;
    SocketChannel theirs;

    @BeforeEach
    void connect() throws IOException {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("s"));
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(address);
            ours = SocketChannel.open(address);
            theirs = server.accept();
        }
    }

    @AfterEach
    void disconnect() throws IOException {
        ours.close();
        theirs.close();
    }

    /** Opens the end that sends, or the primary's. */
    abstract Connection sender(int limit) throws IOException;

    /** Opens the end that receives, or the worker's. */
    abstract Connection receiver(int limit) throws IOException;

    static Frame next(Connection connection) throws IOException {
        return Objects.requireNonNull(connection.receive());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] random(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static void receiveNothing(Connection connection) {
        try {
            assertThat(connection.receive()).isNull();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets a connection send, by another thread, what it could not send at once. */
    static CompletableFuture<?> pump(Connection connection) {
        CompletableFuture<?> ended = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        receiveNothing(connection);
                        ended.complete(null);
                    } catch (Throwable e) {
                        ended.completeExceptionally(e);
                    }
                });
        return ended;
    }

    @Test
    void frameSentNow_arrivesBehindWhatIsQueued_withoutAFlush() throws Exception {
        try (var sender = sender(LIMIT);
                var receiver = receiver(LIMIT)) {
            int[] sizes = {0, 100, 1000, 5, 512, 513, 1};
            for (int i = 0; i < sizes.length; i++) {
                sender.send(FrameType.TASK, i, random(sizes[i], i));
            }
            sender.sendNow(FrameType.TASK, sizes.length, bytes("now"), bytes(""), bytes("!"));
            for (int i = 0; i < sizes.length; i++) {
                Frame frame = next(receiver);
                assertThat(frame.task()).isEqualTo(i);
                assertThat(frame.payload()).isEqualTo(random(sizes[i], i));
            }
            assertThat(next(receiver).payload()).asString(StandardCharsets.UTF_8).isEqualTo("now!");
        }
    }

    @Test
    void frames_arriveWholeAndInOrder() throws Exception {
        try (var sender = sender(LIMIT);
                var receiver = receiver(LIMIT)) {
            sender.send(FrameType.TASK, 7, bytes("one"), bytes(""), bytes("two"));
            sender.send(FrameType.STOP, -1);
            sender.flush();
            Frame first = next(receiver);
            assertThat(first.type()).isEqualTo(FrameType.TASK);
            assertThat(first.task()).isEqualTo(7);
            assertThat(first.payload()).asString(StandardCharsets.UTF_8).isEqualTo("onetwo");
            assertThat(receiver.ready()).isTrue();
            assertThat(next(receiver).type()).isEqualTo(FrameType.STOP);
            assertThat(receiver.ready()).isFalse();
        }
    }

    @Test
    void framesOfAPeerThatEnded_areReceivedThoughNothingCanBeSentToItAnyMore() throws Exception {
        try (var receiver = receiver(LIMIT)) {
            try (var sender = sender(LIMIT)) {
                sender.send(FrameType.RESULT, 1, bytes("last words"));
                sender.flush();
            }
            receiver.send(FrameType.TASK, 2, bytes("too late"));
            receiver.flush();
            assertThat(next(receiver).payload())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("last words");
            assertThat(receiver.receive()).isNull();
        }
    }

    @Test
    void framesOfAPeerThatIsSaidToHaveEnded_areReceivedAndThenTheEnd() throws Exception {
        try (var sender = sender(LIMIT);
                var receiver = receiver(LIMIT)) {
            sender.send(FrameType.RESULT, 1, bytes("last words"));
            sender.flush();
            receiver.expectNoMore();
            assertThat(next(receiver).task()).isEqualTo(1);
            assertThat(receiver.receive()).isNull();
        }
    }

    @Test
    void whoExpectsNoMore_canStillSend() throws Exception {
        try (var sender = sender(LIMIT);
                var receiver = receiver(LIMIT)) {
            receiver.expectNoMore();
            assertThat(receiver.receive()).isNull();
            receiver.send(FrameType.STOPPING, 3);
            receiver.flush();
            assertThat(next(sender).task()).isEqualTo(3);
        }
    }

    @Test
    void whatFindsNoRoom_isStalledUntilTheOtherSideReads() throws Exception {
        try (var sender = sender(LIMIT);
                var receiver = receiver(LIMIT)) {
            assertThat(sender.isStalled()).isFalse();
            sender.send(FrameType.RESULT, 1, random(LIMIT, 1));
            sender.flush();
            assertThat(sender.isStalled()).isTrue();
            CompletableFuture<?> pump = pump(sender);
            assertThat(next(receiver).task()).isEqualTo(1);
            await().until(() -> !sender.isStalled());
            sender.expectNoMore();
            pump.join();
        }
    }

    @Test
    void receiverThatSleeps_isWokenByTheEndOfItsPeer() throws Exception {
        try (var receiver = receiver(LIMIT)) {
            CompletableFuture<?> ended = pump(receiver);
            receiver.expectNoMore();
            ended.join();
        }
    }

    @Test
    void flush_neverWaitsForASlowReader() throws Exception {
        byte[] large = random(LIMIT, 1);
        try (var sender = sender(LIMIT);
                var receiver = receiver(LIMIT)) {
            for (int i = 0; i < 3; i++) {
                sender.send(FrameType.RESULT, i, large);
                sender.flush();
            }
            CompletableFuture<?> pump = pump(sender);
            for (int i = 0; i < 3; i++) {
                Frame frame = next(receiver);
                assertThat(frame.task()).isEqualTo(i);
                assertThat(frame.payload()).isEqualTo(large);
            }
            sender.expectNoMore();
            pump.join();
        }
    }

    @Test
    void framesOfManySenders_areNeverMixed() throws Exception {
        int senders = 8;
        int each = 500;
        try (var sender = sender(LIMIT);
                var receiver = receiver(LIMIT)) {
            AtomicInteger started = new AtomicInteger();
            for (int s = 0; s < senders; s++) {
                Thread.ofPlatform()
                        .start(() -> {
                            byte[] mark = {(byte) started.getAndIncrement()};
                            for (int i = 0; i < each; i++) {
                                sender.send(FrameType.RESULT, i, mark, mark);
                                sender.flush();
                            }
                        });
            }
            CompletableFuture<?> pump = pump(sender);
            int[] seen = new int[senders];
            for (int i = 0; i < senders * each; i++) {
                Frame frame = next(receiver);
                assertThat(frame.payload()).hasSize(2);
                assertThat(frame.payload()[0]).isEqualTo(frame.payload()[1]);
                assertThat(frame.task()).isEqualTo(seen[frame.payload()[0]]++);
            }
            sender.expectNoMore();
            pump.join();
        }
    }

    @Test
    void interruptedSender_doesNotCloseTheConnection() throws Exception {
        try (var sender = sender(LIMIT);
                var receiver = receiver(LIMIT)) {
            Thread.currentThread().interrupt();
            sender.send(FrameType.STOP, 1);
            sender.flush();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(next(receiver).type()).isEqualTo(FrameType.STOP);
        }
    }

    @Test
    void endBetweenFrames_givesNull() throws Exception {
        try (var receiver = receiver(LIMIT)) {
            ours.close();
            assertThat(receiver.receive()).isNull();
        }
    }

    @Test
    void closeByAnotherThread_endsReceive() throws Exception {
        var receiver = receiver(LIMIT);
        CompletableFuture<?> ended = pump(receiver);
        receiver.close();
        ended.join();
        receiver.send(FrameType.STOP, 1);
        receiver.flush();
        receiver.expectNoMore();
        receiver.close();
        assertThat(receiver.ready()).isFalse();
        assertThat(receiver.receive()).isNull();
    }

    @Test
    void tooLargePayload_isRefusedBySend() throws Exception {
        try (var sender = sender(10)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sender.send(FrameType.TASK, 1, new byte[11]))
                    .withMessageContaining("over the limit of 10");
        }
    }
}
