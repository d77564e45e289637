package dev.polyloom.process.pool;

import dev.polyloom.process.location.EmptyFolder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder that only this user can enter, for the socket, the status pages and the rings of one
 * pool. Its owner holds a lock in it as long as it lives, also against owners in other containers
 * that share the folder for temporary files; the first pool of a JVM sweeps what dead owners have
 * left.
 */
final class PrivateFolder implements Closeable {
    private static final String PREFIX = "polyloom-";
    private static final String LOCK = "owner.lock";
    private static final int MAX_SOCKET_PATH = 100;
    private static final Path SHORT_PARENT = Path.of("/tmp");
    private static final Set<Path> SWEPT = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel owner;

    private PrivateFolder(Path path, FileChannel owner) {
        this.path = path;
        this.owner = owner;
    }

    static PrivateFolder create() throws IOException {
        return create(parent());
    }

    static PrivateFolder create(Path parent) throws IOException {
        String prefix = PREFIX + ProcessHandle.current().pid() + "-";
        Path path = Files.createTempDirectory(parent, prefix, onlyOwner(parent));
        FileChannel owner = lock(path.resolve(LOCK));
        if (owner == null) {
            throw new IOException("the new folder " + path + " is locked by somebody else");
        }
        if (SWEPT.add(parent)) {
            sweep(parent, Files.getOwner(path));
        }
        return new PrivateFolder(path, owner);
    }

    private static Path parent() {
        Path parent = Path.of(System.getProperty("java.io.tmpdir", "/tmp")).toAbsolutePath();
        // the path of a Unix-domain socket is short, some 104 bytes
        boolean fits = parent.toString().length() + 60 <= MAX_SOCKET_PATH;
        return fits || !Files.isWritable(SHORT_PARENT) ? parent : SHORT_PARENT;
    }

    private static FileAttribute<?>[] onlyOwner(Path parent) {
        boolean posix = parent.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    private static @Nullable FileChannel lock(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return null;
        }
        return channel;
    }

    Path socket() {
        return path.resolve("socket");
    }

    Path path() {
        return path;
    }

    @Override
    public String toString() {
        return path.toString();
    }

    @Override
    public void close() throws IOException {
        try (owner) {
            delete(path);
        }
    }

    static void sweep(Path parent, UserPrincipal user) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*-*")) {
            for (Path folder : folders) {
                sweepOne(folder, user);
            }
        } catch (IOException e) {
            // what is left over does no harm
        }
    }

    private static void sweepOne(Path folder, UserPrincipal user) {
        try {
            if (isLeftOver(folder, user)) {
                removeUnlessOwned(folder);
            }
        } catch (IOException | RuntimeException e) {
            // the next JVM will try again
        }
    }

    private static void removeUnlessOwned(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve(LOCK), LinkOption.NOFOLLOW_LINKS)) {
            EmptyFolder.removeIfOld(folder);
            return;
        }
        FileChannel mine = lock(folder.resolve(LOCK));
        if (mine != null) {
            try (mine) {
                delete(folder);
            }
        }
    }

    private static boolean isLeftOver(Path folder, UserPrincipal user) throws IOException {
        return !isAlive(folder)
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(user);
    }

    private static boolean isAlive(Path folder) {
        String name = folder.getFileName().toString();
        int end = name.indexOf('-', PREFIX.length());
        try {
            long pid = Long.parseLong(name, PREFIX.length(), end, 10);
            return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        } catch (RuntimeException e) {
            return true;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.walkFileTree(folder, new Deletion());
        }
    }

    /** Deletes a tree from its leaves; what somebody else deletes meanwhile is as good. */
    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
