package dev.polyloom.cli.control;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder with the sockets of a user's hosts, which only that user can enter: {@code
 * POLYLOOM_HOSTS}, or one among the temporary files. Beside each socket is a lock that its host
 * holds as long as it lives, so that no two hosts have one name.
 */
public final class ControlFolder {
    private static final String VARIABLE = "POLYLOOM_HOSTS";
    private static final String SOCKET = ".sock";
    private static final int MOST_BYTES = 103;

    private final Path path;
    private final UserPrincipal owner;

    private ControlFolder(Path path, UserPrincipal owner) {
        this.path = path;
        this.owner = owner;
    }

    /**
     * Opens the folder, and makes it if it is missing.
     *
     * @return the folder
     * @throws IOException if it cannot be made or others may enter it
     */
    public static ControlFolder open() throws IOException {
        return open(place());
    }

    static ControlFolder open(Path path) throws IOException {
        try {
            Files.createDirectory(path, onlyOwner(path, "rwx------"));
        } catch (FileAlreadyExistsException e) {
            check(path);
        }
        Path probe = Files.createTempFile(path, "probe", null, onlyOwner(path, "rw-------"));
        try {
            UserPrincipal own = Files.getOwner(probe);
            if (!own.equals(Files.getOwner(path, LinkOption.NOFOLLOW_LINKS))) {
                throw unfit(path, "belongs to " + Files.getOwner(path, LinkOption.NOFOLLOW_LINKS));
            }
            return new ControlFolder(path, own);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private static Path place() {
        String named = System.getenv(VARIABLE);
        return named != null && !named.isEmpty()
                ? Path.of(named).toAbsolutePath()
                : Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "polyloom-hosts-" + System.getProperty("user.name"));
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] onlyOwner(Path path, String permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static void check(Path path) throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            throw unfit(path, "is no folder");
        }
        if (isPosix(path)) {
            var found = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
            if (!PosixFilePermissions.fromString("rwx------").containsAll(found)) {
                throw unfit(path, "is " + PosixFilePermissions.toString(found));
            }
        }
    }

    private static ControlException unfit(Path path, String why) {
        return new ControlException(
                "%s %s; the sockets of hosts need a folder that is yours alone (rwx------): remove it, or name another in %s"
                        .formatted(path, why, VARIABLE));
    }

    /** Returns whom the folder belongs to. */
    UserPrincipal owner() {
        return owner;
    }

    /** Returns the socket of a host. */
    Path socket(String host) throws ControlException {
        Path socket = path.resolve(host + SOCKET);
        int length = socket.toString().getBytes(StandardCharsets.UTF_8).length;
        if (length > MOST_BYTES) {
            throw new ControlException(
                    "the path %s is %d bytes too long for a socket; name a shorter folder in %s"
                            .formatted(socket, length - MOST_BYTES, VARIABLE));
        }
        return socket;
    }

    /** Takes the name of a host for as long as the channel is open; null if another host has it. */
    @Nullable FileChannel claim(String host) throws IOException {
        Path file = path.resolve(host + ".lock");
        FileChannel channel =
                FileChannel.open(
                        file,
                        Set.of(
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE,
                                LinkOption.NOFOLLOW_LINKS),
                        onlyOwner(file, "rw-------"));
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // a host of this JVM has it
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock == null ? null : channel;
    }

    /** Returns the names of hosts that have sockets, whether or not they live. */
    List<String> hosts() throws IOException {
        List<String> hosts = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "*" + SOCKET)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                hosts.add(name.substring(0, name.length() - SOCKET.length()));
            }
        }
        hosts.sort(null);
        return hosts;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
