package dev.polyloom.process.bridge;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a bridge, which only its user can enter. Each member has a socket in it whose name
 * is made of the member's, so that no two can have the same. A lock sees to it that only sockets of
 * the dead are removed.
 */
final class BridgeFolder {
    private static final String SOCKETS = "m-";
    private static final int NAME_BYTES = 10;
    private static final String SOCKET = SOCKETS + "[0-9a-f]{" + 2 * NAME_BYTES + "}";
    private static final int MAX_SOCKET_PATH = 103;
    private static final Duration LOCK_LIMIT = Duration.ofSeconds(10);
    private static final long LOCK_RETRY = TimeUnit.MILLISECONDS.toNanos(5);
    private static final ReentrantLock OURS = new ReentrantLock();

    private final Path path;

    private BridgeFolder(Path path) {
        this.path = path;
    }

    // ---- the folder

    /** Makes the folder if it is missing, and checks who may enter it. */
    static BridgeFolder open(Path folder) throws IOException {
        Path path = folder.toAbsolutePath();
        BridgeFolder opened = new BridgeFolder(path);
        int length = opened.socket("").toString().getBytes(StandardCharsets.UTF_8).length;
        if (length > MAX_SOCKET_PATH) {
            throw new IllegalArgumentException(
                    "the path of %s is %d bytes too long for sockets; take a shorter one"
                            .formatted(path, length - MAX_SOCKET_PATH));
        }
        try {
            Files.createDirectory(path, onlyOwner(path, "rwx------"));
        } catch (FileAlreadyExistsException e) {
            check(path, "rwx------", Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS));
        }
        opened.checkOwner();
        return opened;
    }

    private static FileAttribute<?>[] onlyOwner(Path path, String permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void check(Path path, String most, boolean fit) throws IOException {
        if (!fit) {
            throw new IllegalArgumentException(path + " is not what a bridge needs there");
        }
        if (isPosix(path)) {
            Set<PosixFilePermission> found =
                    Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
            if (!PosixFilePermissions.fromString(most).containsAll(found)) {
                throw new IllegalArgumentException(
                        "others may enter %s: it is %s, and should be %s"
                                .formatted(path, PosixFilePermissions.toString(found), most));
            }
        }
    }

    /** What this process makes belongs to its user, as the folder should. */
    private void checkOwner() throws IOException {
        Path probe = Files.createTempFile(path, "probe", null, onlyOwner(path, "rw-------"));
        try {
            if (!Files.getOwner(probe).equals(Files.getOwner(path, LinkOption.NOFOLLOW_LINKS))) {
                throw new IllegalArgumentException(
                        "%s belongs to %s; a bridge needs a folder of one's own"
                                .formatted(path, Files.getOwner(path)));
            }
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    /** Returns the key that is kept here, which who comes first makes. */
    Key key() throws IOException {
        Path file = path.resolve("key");
        return locked(() -> {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                byte[] made = new byte[Key.LEAST];
                new SecureRandom().nextBytes(made);
                Path whole = Files.createTempFile(path, "key", null, onlyOwner(path, "rw-------"));
                Files.write(whole, made);
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
                Arrays.fill(made, (byte) 0);
            }
            check(file, "rw-------", Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
            return new Key(Files.readAllBytes(file));
        });
    }

    // ---- sockets

    /** Returns the socket of a member. */
    Path socket(String member) {
        try {
            byte[] name = member.getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name);
            return path.resolve(SOCKETS + HexFormat.of().formatHex(digest, 0, NAME_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Returns all sockets. */
    List<Path> sockets() throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, SOCKETS + "*")) {
            for (Path each : files) {
                if (each.getFileName().toString().matches(SOCKET)) {
                    found.add(each);
                }
            }
        }
        return found;
    }

    /** Connects without waiting; null if nobody listens. */
    private static @Nullable SocketChannel knock(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.configureBlocking(false);
            boolean _ = channel.connect(UnixDomainSocketAddress.of(socket));
            return channel;
        } catch (ConnectException e) {
            channel.close();
            return null;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean isAlive(Path socket) throws IOException {
        try (SocketChannel channel = knock(socket)) {
            return channel != null;
        }
    }

    /** Removes a socket if nobody listens at it; under the lock, and tells whether it is free. */
    private static boolean free(Path socket) throws IOException {
        if (!Files.exists(socket, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        if (isAlive(socket)) {
            return false;
        }
        Files.deleteIfExists(socket);
        return true;
    }

    /** Removes a socket if nobody listens at it. */
    void removeDead(Path socket) throws IOException {
        locked(() -> free(socket));
    }

    /** Opens the socket of a member, unless another one has it; null then. */
    <T> @Nullable T claim(Path socket, Work<T> opening) throws IOException {
        return locked(() -> free(socket) ? opening.run() : null);
    }

    // ---- the lock

    /** Something done under the lock. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T run() throws IOException;
    }

    private <T extends @Nullable Object> T locked(Work<T> work) throws IOException {
        long deadline = System.nanoTime() + LOCK_LIMIT.toNanos();
        try {
            if (!OURS.tryLock(LOCK_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw late();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the lock of " + path, e);
        }
        try (FileChannel file = lockFile();
                FileLock _ = lock(file, deadline)) {
            return work.run();
        } finally {
            OURS.unlock();
        }
    }

    private FileChannel lockFile() throws IOException {
        return FileChannel.open(
                path.resolve("lock"),
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS),
                onlyOwner(path, "rw-------"));
    }

    private FileLock lock(FileChannel file, long deadline) throws IOException {
        while (deadline - System.nanoTime() > 0) {
            try {
                FileLock lock = file.tryLock();
                if (lock != null) {
                    return lock;
                }
            } catch (OverlappingFileLockException e) {
                // another class loader of this process has it
            }
            LockSupport.parkNanos(LOCK_RETRY);
        }
        throw late();
    }

    private IOException late() {
        return new IOException(
                "the lock of %s was held by another member for %s".formatted(path, LOCK_LIMIT));
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
