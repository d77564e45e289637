package dev.polyloom.cli.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The socket of a host, and what hostile peers do to it. */
@Timeout(60)
class ControlServerTest {
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir private Path parent;
    private Path path = Path.of("");
    private final List<AutoCloseable> opened = new ArrayList<>();

    @BeforeEach
    void folder() {
        path = parent.resolve("h");
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
    }

    private ControlServer serve(String name, Duration patience) throws IOException {
        ControlServer server =
                ControlServer.open(
                        ControlFolder.open(path),
                        name,
                        patience,
                        line -> {
                            if (line.equals("fail")) {
                                throw new IllegalStateException("it failed");
                            }
                            return new Answer(
                                    !line.equals("no"),
                                    line.equals("much") ? "x".repeat(4 << 20) : "you said " + line);
                        });
        opened.add(server);
        return server;
    }

    private ControlClient client() throws IOException {
        return ControlClient.of(ControlFolder.open(path));
    }

    private SocketChannel connect() throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        opened.add(channel);
        assertThat(channel.connect(UnixDomainSocketAddress.of(path.resolve("shop.sock")))).isTrue();
        return channel;
    }

    private static void write(SocketChannel channel, byte[] bytes) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                int _ = channel.write(buffer);
            }
        } catch (IOException e) {
            // cut off, as it should be
        }
    }

    private static String rest(SocketChannel channel) {
        StringBuilder text = new StringBuilder();
        ByteBuffer part = ByteBuffer.allocate(1 << 16);
        try {
            while (channel.read(part) >= 0) {
                text.append(StandardCharsets.UTF_8.decode(part.flip()));
                part.clear();
            }
        } catch (IOException e) {
            text.append("reset");
        }
        return text.toString();
    }

    @Test
    void line_isAnswered() throws Exception {
        serve("shop", LONG);

        assertThat(client().hosts()).containsExactly("shop");
        assertThat(client().ask("shop", "hello world"))
                .isEqualTo(new Answer(true, "you said hello world"));
        assertThat(client().ask("shop", "no").isGood()).isFalse();
        assertThat(client().ask("shop", "fail")).isEqualTo(new Answer(false, "it failed"));
        assertThat(client().ask("shop", "much").text()).hasSize(4 << 20);
    }

    @Test
    void hostThatDoesNotRun_isNamed_withThoseThatDo() throws Exception {
        serve("shop", LONG);

        assertThatThrownBy(() -> client().ask("shoe", "x"))
                .isInstanceOf(ControlException.class)
                .hasMessage("no host named shoe runs; there is shop");
    }

    @Test
    void secondHostOfAName_isRefused_untilTheFirstIsGone() throws Exception {
        ControlServer first = serve("shop", LONG);
        assertThatThrownBy(() -> serve("shop", LONG)).hasMessageContaining("runs already");

        first.close();
        serve("shop", LONG);

        assertThat(client().ask("shop", "x").isGood()).isTrue();
    }

    @Test
    void socketOfTheDead_isNoHost_andIsReplaced() throws Exception {
        ControlServer first = serve("shop", LONG);
        Path socket = path.resolve("shop.sock");
        Path moved = path.resolve("moved");
        Files.move(socket, moved);
        first.close();
        Files.move(moved, socket);
        assertThat(client().hosts()).isEmpty();

        serve("shop", LONG);

        assertThat(client().hosts()).containsExactly("shop");
    }

    @Test
    void close_removesTheSocket() throws Exception {
        serve("shop", LONG).close();

        assertThat(path.resolve("shop.sock")).doesNotExist();
        assertThat(client().hosts()).isEmpty();
    }

    @Test
    void hostileBytes_areAnsweredOrDropped() throws Exception {
        serve("shop", SHORT);
        Random random = new Random(1);
        for (int length : new int[] {1, 100, ControlServer.MOST_REQUEST_BYTES - 1}) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            SocketChannel channel = connect();
            write(channel, bytes);
            write(channel, new byte[] {'\n'});
            assertThat(rest(channel)).startsWith("ok\nyou said");
        }
        assertThat(client().ask("shop", "x").isGood()).isTrue();
    }

    @Test
    void tooLongALine_isToldSo() throws Exception {
        serve("shop", LONG);
        SocketChannel channel = connect();

        write(channel, new byte[ControlServer.MOST_REQUEST_BYTES]);

        assertThat(rest(channel)).startsWith("no\na line of more than 4096 bytes");
    }

    @Test
    void halfALine_andSilence_areCutOff() throws Exception {
        serve("shop", SHORT);
        SocketChannel half = connect();
        write(half, "stat".getBytes(StandardCharsets.UTF_8));
        SocketChannel silent = connect();

        assertThat(rest(half)).isIn("", "reset");
        assertThat(rest(silent)).isIn("", "reset");
        SocketChannel gone = connect();
        write(gone, "stat".getBytes(StandardCharsets.UTF_8));
        gone.close();
        assertThat(client().ask("shop", "x").isGood()).isTrue();
    }

    @Test
    void peersThatDoNotRead_orHoldConnections_blockNobodyForLong() throws Exception {
        serve("shop", SHORT);
        for (int i = 0; i < 40; i++) {
            write(connect(), "much\n".getBytes(StandardCharsets.UTF_8));
        }

        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> client().ask("shop", "x").isGood());
    }

    @Test
    void folderThatOthersMayEnter_isRefused() throws Exception {
        Files.createDirectory(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThatThrownBy(() -> ControlFolder.open(path))
                .isInstanceOf(ControlException.class)
                .hasMessageContaining("rwxr-xr-x")
                .hasMessageContaining("POLYLOOM_HOSTS");
    }

    @Test
    void fileOrLinkInPlaceOfTheFolder_isRefused() throws Exception {
        Path real = Files.createDirectory(parent.resolve("real"));
        Files.createSymbolicLink(path, real);
        assertThatThrownBy(() -> ControlFolder.open(path)).hasMessageContaining("is no folder");
        Files.delete(path);
        Files.createFile(path);
        assertThatThrownBy(() -> ControlFolder.open(path)).hasMessageContaining("is no folder");
    }

    @Test
    void pathTooLongForASocket_isToldSo() throws Exception {
        ControlFolder folder = ControlFolder.open(path);

        assertThatThrownBy(() -> folder.socket("x".repeat(120)))
                .isInstanceOf(ControlException.class)
                .hasMessageContaining("too long for a socket");
    }

    @Test
    void folder_isPrivate() throws Exception {
        ControlFolder _ = ControlFolder.open(path);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rwx------");
    }
}
