package dev.polyloom.process.location;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one owner process, which only its user can enter. Its name tells the owner; beyond
 * that the owner holds a lock in it as long as it lives, for owners in other containers that share
 * the parent folder but not the numbers of processes. Making a folder sweeps those that dead owners
 * of the same user have left beside it.
 */
final class OwnerFolder {
    static final String PREFIX = "polyloom-places-";
    static final String LOCK = "owner.lock";

    /** What the files in a folder are called; nothing else is ever deleted. */
    private static final String OWN_FILES = "owner\\.lock|[rp]-\\d+";

    private final Path path;
    private final FileChannel lock;

    private OwnerFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static OwnerFolder create(Path parent) throws IOException {
        String prefix = PREFIX + ProcessIdentity.ofThisProcess() + "-";
        Path path = Files.createTempDirectory(parent, prefix, onlyOwner(parent, "rwx------"));
        FileChannel lock =
                tryLock(path.resolve(LOCK), StandardOpenOption.CREATE_NEW)
                        .orElseThrow(
                                () -> new IOException("the new folder " + path + " is locked"));
        OwnerFolder folder = new OwnerFolder(path, lock);
        Runtime.getRuntime().addShutdownHook(new Thread(folder::delete, "polyloom-locations-exit"));
        sweep(parent, Files.getOwner(path));
        return folder;
    }

    static FileAttribute<?>[] onlyOwner(Path parent, String permissions) {
        boolean posix = parent.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static Optional<FileChannel> tryLock(Path file, OpenOption... options)
            throws IOException {
        FileChannel channel = FileChannel.open(file, withWrite(options));
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(channel);
    }

    private static Set<OpenOption> withWrite(OpenOption... more) {
        Set<OpenOption> options = new HashSet<>(Set.of(more));
        options.add(StandardOpenOption.WRITE);
        options.add(LinkOption.NOFOLLOW_LINKS);
        return options;
    }

    Path path() {
        return path;
    }

    /** Tells whether nobody has removed the folder, as clean-ups of a system may. */
    boolean exists() {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Removes the folder; processes that have its files mapped keep them until they unmap. */
    void delete() {
        try (lock) {
            delete(path);
        } catch (IOException e) {
            // the next owner sweeps what is left
        }
    }

    static void sweep(Path parent, UserPrincipal user) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                sweepOne(folder, user);
            }
        } catch (IOException | RuntimeException e) {
            // what is left over does no harm
        }
    }

    private static void sweepOne(Path folder, UserPrincipal user) {
        try {
            if (isLeftOver(folder, user)) {
                removeUnlessOwned(folder);
            }
        } catch (IOException | RuntimeException e) {
            // somebody else is at it, or the next owner will try again
        }
    }

    private static void removeUnlessOwned(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve(LOCK), LinkOption.NOFOLLOW_LINKS)) {
            EmptyFolder.removeIfOld(folder);
            return;
        }
        FileChannel lock = tryLock(folder.resolve(LOCK)).orElse(null);
        if (lock != null) {
            try (lock) {
                delete(folder);
            }
        }
    }

    private static boolean isLeftOver(Path folder, UserPrincipal user) throws IOException {
        ProcessIdentity owner = owner(folder);
        return owner != null
                && !owner.isAlive()
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(user);
    }

    private static @Nullable ProcessIdentity owner(Path folder) {
        String name = folder.getFileName().toString();
        int end = name.lastIndexOf('-');
        return end <= PREFIX.length()
                ? null
                : ProcessIdentity.parse(name.substring(PREFIX.length(), end)).orElse(null);
    }

    /** Deletes the owner's files, links as such, then the folder unless it holds foreign files. */
    private static void delete(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (file.getFileName().toString().matches(OWN_FILES)) {
                    Files.deleteIfExists(file);
                }
            }
        }
        Files.deleteIfExists(folder);
    }
}
