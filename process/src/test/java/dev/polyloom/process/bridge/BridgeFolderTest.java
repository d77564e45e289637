package dev.polyloom.process.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** H6: the folder of a bridge is its user's alone, and no place in it is taken twice. */
@Timeout(60)
class BridgeFolderTest {
    @TempDir private Path parent;

    private Path path() {
        return parent.resolve("b");
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static ServerSocketChannel listen(Path socket) throws Exception {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        return server;
    }

    @Test
    void missingFolder_isMadeForItsUserAlone() throws Exception {
        BridgeFolder.open(path());
        assertThat(permissions(path())).isEqualTo("rwx------");
        BridgeFolder.open(path());
        try (var files = Files.list(path())) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void folderThatOthersMayEnter_isRefused() throws Exception {
        Files.createDirectory(path());
        Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rwxr-x---"));
        assertThatThrownBy(() -> BridgeFolder.open(path()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("others may enter")
                .hasMessageContaining("should be rwx------");
    }

    @Test
    void fileOrLink_isRefused() throws Exception {
        Path real = parent.resolve("real");
        BridgeFolder.open(real);
        Files.createSymbolicLink(path(), real);
        assertThatThrownBy(() -> BridgeFolder.open(path()))
                .isInstanceOf(IllegalArgumentException.class);
        Path file = Files.createFile(parent.resolve("file"));
        assertThatThrownBy(() -> BridgeFolder.open(file))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void folderOfAnotherUser_isRefused() throws Exception {
        Path folder = Files.createDirectory(path());
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        if (giveToAnother(folder)) {
            assertThatThrownBy(() -> BridgeFolder.open(folder))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            folder + " belongs to nobody; a bridge needs a folder of one's own");
        } else {
            // the folder of another user that every system has
            assertThatThrownBy(() -> BridgeFolder.open(Path.of("/")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    /** Gives a folder away, which only a system's administrator may. */
    private static boolean giveToAnother(Path folder) throws IOException {
        UserPrincipal nobody =
                folder.getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName("nobody");
        try {
            Files.setOwner(folder, nobody);
            return true;
        } catch (FileSystemException e) {
            return false;
        }
    }

    @Test
    void pathTooLongForSockets_isRefused() {
        assertThatThrownBy(() -> BridgeFolder.open(parent.resolve("x".repeat(100))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too long for sockets");
    }

    @Test
    void socketOfALivingMember_isNotGivenAway() throws Exception {
        BridgeFolder folder = BridgeFolder.open(path());
        Path socket = folder.socket("name");
        try (ServerSocketChannel first = folder.claim(socket, () -> open(socket))) {
            assertThat(first).isNotNull();
            assertThat(folder.<Object>claim(socket, Object::new)).isNull();
            folder.removeDead(socket);
            assertThat(folder.sockets()).containsExactly(socket);
        }
        // its owner has died without a word
        try (ServerSocketChannel second = folder.claim(socket, () -> open(socket))) {
            assertThat(second).isNotNull();
        }
        folder.removeDead(socket);
        assertThat(folder.sockets()).isEmpty();
    }

    private static ServerSocketChannel open(Path socket) throws java.io.IOException {
        try {
            return listen(socket);
        } catch (Exception e) {
            throw new java.io.IOException(e);
        }
    }

    @Test
    void filesOfOthers_areNoSockets() throws Exception {
        BridgeFolder folder = BridgeFolder.open(path());
        Files.createFile(path().resolve("m-notes"));
        assertThat(folder.sockets()).isEmpty();
        assertThat(folder.socket("a")).isNotEqualTo(folder.socket("b"));
    }

    @Test
    void key_isMadeOnceAndForItsUserAlone() throws Exception {
        BridgeFolder folder = BridgeFolder.open(path());
        Key first = folder.key();
        Key second = BridgeFolder.open(path()).key();
        byte[] text = {1, 2, 3};
        assertThat(second.sign(text)).isEqualTo(first.sign(text));
        assertThat(permissions(path().resolve("key"))).isEqualTo("rw-------");
        assertThat(Files.size(path().resolve("key"))).isEqualTo(32);
    }

    @Test
    void keyThatOthersMayRead_orThatIsTooShort_isRefused() throws Exception {
        BridgeFolder folder = BridgeFolder.open(path());
        folder.key();
        Path file = path().resolve("key");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(folder::key)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rw-r--r--");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.write(file, new byte[5]);
        assertThatThrownBy(folder::key)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 32 bytes, not 5");
    }
}
