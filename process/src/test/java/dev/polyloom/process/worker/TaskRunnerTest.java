package dev.polyloom.process.worker;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.polyloom.process.Heads;
import dev.polyloom.process.classes.ClassServer;
import dev.polyloom.process.codec.Codec;
import dev.polyloom.process.message.HeadStart;
import dev.polyloom.process.transport.SocketConnection;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a worker makes of a connection that ends in the middle of a frame. */
@Timeout(30)
class TaskRunnerTest {
    private static final String STOPPING = "polyloom.worker.stopping";

    @TempDir private Path folder;

    private SocketChannel primary;
    private SocketConnection worker;

    @BeforeEach
    void connect() throws IOException {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("s"));
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(address);
            primary = SocketChannel.open(address);
            worker = new SocketConnection(server.accept());
        }
    }

    @AfterEach
    void disconnect() throws IOException {
        System.clearProperty(STOPPING);
        primary.close();
        worker.close();
    }

    private TaskRunner runner() {
        var loaders = new ClassServer();
        Codec codec = Codec.ofWorker(loaders);
        long pid = ProcessHandle.current().pid();
        var start = new HeadStart(1, pid, TimeUnit.SECONDS.toMillis(10), new byte[0]);
        var head = new WorkerHead(start, "cut", Heads.defaults(), codec, worker);
        var replies = new Replies(worker, codec, "cut");
        return new TaskRunner(worker, replies, new TaskReader(codec, loaders), head, 1, null);
    }

    /** Sends the first bytes of a frame, and ends. */
    private void cutShort() throws IOException {
        primary.write(ByteBuffer.allocate(Integer.BYTES));
        primary.close();
    }

    @Test
    void frameCutShort_isAnError() throws IOException {
        cutShort();
        assertThatExceptionOfType(EOFException.class).isThrownBy(runner()::serve);
    }

    @Test
    void frameCutShortByTheWorkersOwnStop_isNone() throws IOException {
        System.setProperty(STOPPING, "true");
        cutShort();
        assertThatNoException().isThrownBy(runner()::serve);
    }
}
