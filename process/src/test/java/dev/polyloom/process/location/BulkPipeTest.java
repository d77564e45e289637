package dev.polyloom.process.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.WorkerDiedException;
import dev.polyloom.process.BulkPipe;
import dev.polyloom.process.WriteLocation;
import dev.polyloom.process.WriteLocationException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bulk data beside the connection for tasks, to and from real workers. */
@Timeout(90)
class BulkPipeTest {
    private static final int SIZE = 20_000_000;

    @TempDir private Path folder;

    private static byte[] noise() {
        byte[] bytes = new byte[SIZE];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static long checksum(InputStream in) throws IOException {
        CheckedInputStream checked = new CheckedInputStream(in, new CRC32());
        checked.transferTo(OutputStream.nullOutputStream());
        return checked.getChecksum().getValue();
    }

    private static long checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private static Scope worker() {
        return Run.processes().workers(1).open();
    }

    @Test
    void input_reachesTheTaskWhole() throws Exception {
        byte[] bytes = noise();
        try (BulkPipe pipe = WriteLocation.pipe();
                Scope scope = Run.processes().workers(1).maxHeap(16 << 20).open()) {
            Future<Long> sum = scope.submit(() -> checksum(pipe.input()));
            try (OutputStream out = pipe.output()) {
                out.write(bytes, 0, 1);
                out.write(bytes, 1, 99_999);
                out.write(bytes, 100_000, SIZE - 100_000);
            }
            assertThat(sum.get()).isEqualTo(checksum(bytes));
        }
    }

    @Test
    void output_comesBackWhole_whileOtherTasksRun() throws Exception {
        try (BulkPipe pipe = WriteLocation.pipe();
                Scope scope = Run.processes().workers(1).concurrency(2).open()) {
            Future<?> writer =
                    scope.submit(() -> {
                        try (OutputStream out = pipe.output()) {
                            out.write(noise());
                        }
                        return null;
                    });
            InputStream in = pipe.input();
            assertThat(in.read()).isEqualTo(noise()[0] & 0xFF);
            assertThat(scope.submit(Deeds::pid).get()).isPositive();
            byte[] rest = in.readAllBytes();
            assertThat(Arrays.equals(rest, 0, rest.length, noise(), 1, SIZE)).isTrue();
            assertThat(in.read()).isEqualTo(-1);
            writer.get();
        }
    }

    @Test
    void bothWays_workAtOnce() throws Exception {
        try (BulkPipe pipe = WriteLocation.pipe();
                Scope scope = worker()) {
            Future<?> echo =
                    scope.submit(() -> {
                        pipe.input().transferTo(pipe.output());
                        pipe.output().close();
                        return null;
                    });
            CompletableFuture<byte[]> back =
                    CompletableFuture.supplyAsync(() -> {
                        try {
                            return pipe.input().readAllBytes();
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    });
            pipe.output().write(noise());
            pipe.output().close();
            assertThat(Arrays.equals(back.get(), noise())).isTrue();
            echo.get();
        }
    }

    @Test
    void killedWriter_isNotTakenForTheEnd() throws Exception {
        Path reached = folder.resolve("reached");
        String said = reached.toString();
        try (BulkPipe pipe = WriteLocation.pipe();
                Scope scope = worker()) {
            Future<?> writer =
                    scope.submit(() -> {
                        pipe.output().write(new byte[1000]);
                        pipe.output().flush();
                        Deeds.reach(said);
                        return null;
                    });
            assertThat(pipe.input().readNBytes(1000)).hasSize(1000);
            await().until(() -> Files.exists(reached));
            Deeds.kill(Long.parseLong(Files.readString(reached)));
            assertThatThrownBy(() -> pipe.input().read())
                    .isInstanceOf(EOFException.class)
                    .hasMessageContaining("broke off after 1000 bytes");
            assertThatThrownBy(writer::get).hasCauseInstanceOf(WorkerDiedException.class);
        }
    }

    @Test
    void failedWriter_isNotTakenForTheEnd_norKeepsTheReaderWaiting() throws Exception {
        try (BulkPipe pipe = WriteLocation.pipe();
                Scope scope = worker()) {
            Future<?> writer =
                    scope.submit(() -> {
                        pipe.output().write(new byte[1000]);
                        pipe.output().flush();
                        throw new IOException("out of ideas");
                    });
            assertThatThrownBy(() -> pipe.input().readAllBytes()).isInstanceOf(EOFException.class);
            assertThatThrownBy(writer::get).hasRootCauseMessage("out of ideas");
            assertThat(scope.submit(Deeds::pid).get()).isPositive();
        }
    }

    @Test
    void taskThatNeverConnects_isWaitedForNoLongerThanAllowed() throws Exception {
        try (BulkPipe pipe = WriteLocation.pipe(Duration.ofMillis(50))) {
            assertThatThrownBy(pipe::input)
                    .isInstanceOf(WriteLocationException.class)
                    .hasMessageContaining("nobody who knows its token connected within PT0.05S");
        }
    }

    @Test
    void secondTask_isRefused() throws Exception {
        try (BulkPipe pipe = WriteLocation.pipe();
                Scope scope = worker()) {
            Future<?> first = scope.submit(() -> pipe.input().read());
            pipe.output().write(1);
            pipe.output().flush();
            first.get();
            assertThatThrownBy(scope.submit(() -> pipe.input().read())::get)
                    .hasStackTraceContaining("another task has it already");
        }
    }

    @Test
    void strangers_areTurnedAway() throws Exception {
        try (BulkPipe pipe = WriteLocation.pipe();
                Scope scope = worker();
                SocketChannel liar = SocketChannel.open(StandardProtocolFamily.UNIX);
                SocketChannel leaver = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            var address = UnixDomainSocketAddress.of(pipe.name());
            liar.connect(address);
            liar.write(ByteBuffer.allocate(PipeHandle.TOKEN));
            leaver.connect(address);
            leaver.shutdownOutput();
            Future<Integer> task = scope.submit(() -> pipe.input().read());
            try (OutputStream out = pipe.output()) {
                out.write(42);
            }
            assertThat(task.get()).isEqualTo(42);
            assertThat(liar.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
    }

    @Test
    void closedPipe_cannotBeUsedHereNorInWorkers() throws Exception {
        BulkPipe pipe = WriteLocation.pipe();
        pipe.close();
        pipe.close();
        assertThatThrownBy(pipe::input)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is closed");
        try (Scope scope = worker()) {
            assertThatThrownBy(scope.submit(() -> pipe.output().hashCode())::get)
                    .hasStackTraceContaining("its owner has closed it");
        }
        assertThat(Path.of(pipe.name())).doesNotExist();
    }

    @Test
    void close_endsTheWaitOfBothSides() throws Exception {
        BulkPipe pipe = WriteLocation.pipe();
        CompletableFuture<Object> reader = CompletableFuture.supplyAsync(pipe::input);
        pipe.close();
        assertThatThrownBy(reader::get).hasCauseInstanceOf(IllegalStateException.class);
        BulkPipe other = WriteLocation.pipe();
        try (Scope scope = worker()) {
            Future<Integer> task = scope.submit(() -> other.input().read());
            other.output();
            other.close();
            assertThatThrownBy(task::get).hasRootCauseInstanceOf(EOFException.class);
        }
    }

    @Test
    void interruptedOwner_waitsNoLonger() {
        try (BulkPipe pipe = WriteLocation.pipe()) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(pipe::input).hasRootCauseInstanceOf(InterruptedIOException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void name_holdsNoSecret() {
        try (BulkPipe pipe = WriteLocation.pipe()) {
            assertThat(pipe.toString()).isEqualTo("bulk pipe " + pipe.name());
        }
    }

    @Test
    void chunkThatLies_isAnError() throws Exception {
        Path socket = SocketFolder.next();
        try (var server = java.nio.channels.ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                SocketChannel writer = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            writer.connect(UnixDomainSocketAddress.of(socket));
            try (ChunkedInput in = new ChunkedInput(server.accept(), "pipe")) {
                writer.write(ByteBuffer.allocate(4).putInt(0, Integer.MAX_VALUE));
                assertThatThrownBy(in::read).hasMessageContaining("a chunk of 2147483647 bytes");
            }
        } finally {
            Files.deleteIfExists(socket);
        }
    }
}
