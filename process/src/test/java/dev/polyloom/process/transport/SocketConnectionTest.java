package dev.polyloom.process.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
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

@Timeout(30)
class SocketConnectionTest {
    private static final int LIMIT = 4 * 1024 * 1024;

    @TempDir private Path folder;

    private SocketChannel ours;
    private SocketChannel theirs;

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

    private static Frame next(Connection connection) throws IOException {
        return Objects.requireNonNull(connection.receive());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void frames_arriveWholeAndInOrder() throws Exception {
        try (var sender = new SocketConnection(ours, LIMIT);
                var receiver = new SocketConnection(theirs, LIMIT)) {
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
        try (var receiver = new SocketConnection(theirs, LIMIT)) {
            try (var sender = new SocketConnection(ours, LIMIT)) {
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
    void flush_neverWaitsForASlowReader() throws Exception {
        byte[] large = new byte[LIMIT];
        new Random(1).nextBytes(large);
        try (var sender = new SocketConnection(ours, LIMIT);
                var receiver = new SocketConnection(theirs, LIMIT)) {
            for (int i = 0; i < 3; i++) {
                sender.send(FrameType.RESULT, i, large);
                sender.flush();
            }
            CompletableFuture<?> pump =
                    CompletableFuture.runAsync(
                            () -> receiveNothing(sender), Thread.ofVirtual()::start);
            for (int i = 0; i < 3; i++) {
                Frame frame = next(receiver);
                assertThat(frame.task()).isEqualTo(i);
                assertThat(frame.payload()).isEqualTo(large);
            }
            theirs.shutdownOutput();
            pump.join();
        }
    }

    private static void receiveNothing(Connection connection) {
        try {
            assertThat(connection.receive()).isNull();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void framesOfManySenders_areNeverMixed() throws Exception {
        int senders = 8;
        int each = 500;
        try (var sender = new SocketConnection(ours, LIMIT);
                var receiver = new SocketConnection(theirs, LIMIT)) {
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
            Thread.ofPlatform().daemon().start(() -> receiveNothing(sender));
            int[] seen = new int[senders];
            for (int i = 0; i < senders * each; i++) {
                Frame frame = next(receiver);
                assertThat(frame.payload()).hasSize(2);
                assertThat(frame.payload()[0]).isEqualTo(frame.payload()[1]);
                assertThat(frame.task()).isEqualTo(seen[frame.payload()[0]]++);
            }
        }
    }

    @Test
    void interruptedSender_doesNotCloseTheConnection() throws Exception {
        try (var sender = new SocketConnection(ours, LIMIT);
                var receiver = new SocketConnection(theirs, LIMIT)) {
            Thread.currentThread().interrupt();
            sender.send(FrameType.STOP, 1);
            sender.flush();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(next(receiver).type()).isEqualTo(FrameType.STOP);
        }
    }

    @Test
    void lyingLength_closesTheConnectionWithAReason() throws Exception {
        try (var receiver = new SocketConnection(theirs, LIMIT)) {
            write(ByteBuffer.allocate(13).putInt(LIMIT + 1).put(FrameType.TASK.code()));
            assertThatExceptionOfType(ProtocolException.class)
                    .isThrownBy(receiver::receive)
                    .withMessageContaining("claims " + (LIMIT + 1) + " bytes");
            assertThat(theirs.isOpen()).isFalse();
        }
    }

    @Test
    void negativeLength_isRefused() throws Exception {
        try (var receiver = new SocketConnection(theirs, LIMIT)) {
            write(ByteBuffer.allocate(13).putInt(-1).put(FrameType.TASK.code()));
            assertThatExceptionOfType(ProtocolException.class).isThrownBy(receiver::receive);
        }
    }

    @Test
    void unknownType_isRefused() throws Exception {
        try (var receiver = new SocketConnection(theirs, LIMIT)) {
            write(ByteBuffer.allocate(13).putInt(0).put((byte) 99));
            assertThatExceptionOfType(ProtocolException.class)
                    .isThrownBy(receiver::receive)
                    .withMessageContaining("type 99");
        }
    }

    @Test
    void endInsideAFrame_isAnError() throws Exception {
        try (var receiver = new SocketConnection(theirs, LIMIT)) {
            write(ByteBuffer.allocate(13).putInt(10).put(FrameType.TASK.code()));
            ours.close();
            assertThatExceptionOfType(EOFException.class).isThrownBy(receiver::receive);
        }
    }

    @Test
    void endBetweenFrames_givesNull() throws Exception {
        try (var receiver = new SocketConnection(theirs, LIMIT)) {
            ours.close();
            assertThat(receiver.receive()).isNull();
        }
    }

    @Test
    void closeByAnotherThread_endsReceive() throws Exception {
        var receiver = new SocketConnection(theirs, LIMIT);
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        Thread thread =
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> {
                            receiveNothing(receiver);
                            ended.complete(true);
                        });
        assertThat(thread.isAlive()).isTrue();
        receiver.close();
        assertThat(ended.get()).isTrue();
    }

    @Test
    void tooLargePayload_isRefusedBySend() throws Exception {
        try (var sender = new SocketConnection(ours, 10)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sender.send(FrameType.TASK, 1, new byte[11]))
                    .withMessageContaining("over the limit of 10");
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        bytes.rewind();
        while (bytes.hasRemaining()) {
            ours.write(bytes);
        }
    }
}
