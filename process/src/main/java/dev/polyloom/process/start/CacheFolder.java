package dev.polyloom.process.start;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The folder of the start caches of one user, shared by all programs of that user. A cache comes
 * whole, by a rename, under a name that carries its checksum; its time of change is that of its
 * last use. What is used least goes when there are too many.
 */
public final class CacheFolder {
    static final int MAX_CACHES = 8;
    static final long MAX_BYTES = 256L << 20;
    static final Duration FAILURE_HOLDS = Duration.ofDays(1);

    private static final String START_CACHE = ".aot";
    private static final String FAILED = ".failed";
    private static final String UNFINISHED = ".part";
    private static final String LOCK = "training.lock";
    private static final String UNKNOWN = "?";
    private static final String WORK = "training-";

    private final Path path;
    private final String suffix;
    private final int maxCaches;
    private final long maxBytes;

    CacheFolder(Path path) {
        this(path, START_CACHE, MAX_CACHES, MAX_BYTES);
    }

    private CacheFolder(Path path, String suffix, int maxCaches, long maxBytes) {
        this.path = path;
        this.suffix = suffix;
        this.maxCaches = maxCaches;
        this.maxBytes = maxBytes;
    }

    /**
     * Returns a folder for other caches of this user, which lies beside those of the workers.
     *
     * @param name the name of the folder
     * @param suffix what the names of caches end in
     * @param maxCaches how many are kept
     * @param maxBytes how large all may be together
     * @return the folder, or null where the user wants no caches
     */
    public static @Nullable CacheFolder ofThisUser(
            String name, String suffix, int maxCaches, long maxBytes) {
        Path parent = CacheSetting.ofThisJvm().folder();
        return parent == null
                ? null
                : new CacheFolder(parent.resolve(name), suffix, maxCaches, maxBytes);
    }

    /** Returns where it lies. */
    public Path path() {
        return path;
    }

    /** Makes the folder, unless it is there, and refuses one that others can write to. */
    void prepare() throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path.toAbsolutePath().getParent());
            createPrivate(path);
        }
        refuseOthers();
    }

    /** A cache is code: nobody else may put one there. */
    private void refuseOthers() throws IOException {
        if (isPosix() && isOpenToOthers()) {
            throw new IOException(path + " can be written by others");
        }
    }

    private boolean isPosix() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private boolean isOpenToOthers() throws IOException {
        PosixFileAttributes now = Files.readAttributes(path, PosixFileAttributes.class);
        return !isMe(now.owner().getName())
                || now.permissions().contains(PosixFilePermission.GROUP_WRITE)
                || now.permissions().contains(PosixFilePermission.OTHERS_WRITE);
    }

    /** Compares with this user, whose name is not known in some containers. */
    private static boolean isMe(String owner) {
        String me = System.getProperty("user.name", UNKNOWN);
        return me.equals(UNKNOWN) || me.equals(owner);
    }

    private void createPrivate(Path folder) throws IOException {
        try {
            if (isPosix()) {
                var onlyOwner = PosixFilePermissions.fromString("rwx------");
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(onlyOwner));
            } else {
                Files.createDirectory(folder);
            }
        } catch (java.nio.file.FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    /** Returns the cache for a recipe, or null. */
    public @Nullable Path find(String key) throws IOException {
        if (!Files.isDirectory(path)) {
            return null;
        }
        refuseOthers();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(path, key + "-*" + suffix)) {
            for (Path each : found) {
                if (Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)) {
                    return each;
                }
            }
        }
        return null;
    }

    /** Tells whether the bytes of a cache are those that were put there. */
    public static boolean isWhole(Path cache) throws IOException {
        return cache.getFileName().toString().contains("-" + Checksum.of(cache) + ".");
    }

    /** Takes note that a cache is used. */
    public static void touch(Path cache) throws IOException {
        Files.setLastModifiedTime(cache, FileTime.from(Instant.now()));
    }

    /** Makes a cache of bytes, in the place of others for the same recipe. */
    public void keep(String key, byte[] content) throws IOException {
        prepare();
        Path old = find(key);
        Path made = Files.createTempFile(path, "new-", UNFINISHED);
        try {
            Files.write(made, content);
            Path kept = adopt(made, key);
            if (old != null && !old.equals(kept)) {
                delete(old);
            }
        } finally {
            delete(made);
        }
    }

    /** Takes in a cache that has just been made in the same file system, and lets old ones go. */
    Path adopt(Path made, String key) throws IOException {
        Path cache = path.resolve(key + "-" + Checksum.of(made) + suffix);
        touch(made);
        Files.move(made, cache, StandardCopyOption.ATOMIC_MOVE);
        evict(cache);
        return cache;
    }

    private void evict(Path keep) throws IOException {
        List<Path> caches = new ArrayList<>(list("*" + suffix));
        caches.remove(keep);
        caches.sort(Comparator.comparing(CacheFolder::lastUse).reversed());
        long bytes = Files.size(keep);
        int count = 1;
        for (Path cache : caches) {
            count++;
            bytes += size(cache);
            if (count > maxCaches || bytes > maxBytes) {
                delete(cache);
            }
        }
        for (Path unfinished : list("*" + UNFINISHED)) {
            if (!holds(unfinished)) {
                delete(unfinished);
            }
        }
        for (Path failure : list("*" + FAILED)) {
            if (!holds(failure)) {
                delete(failure);
            }
        }
    }

    private List<Path> list(String glob) throws IOException {
        List<Path> all = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(path, glob)) {
            found.forEach(all::add);
        }
        return all;
    }

    private static FileTime lastUse(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Deletes a file, or leaves it to whoever holds it. */
    public static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // a later eviction tries again
        }
    }

    // ---- training

    /** Tells whether a training failed not long ago. */
    boolean hasFailed(String key) {
        return holds(path.resolve(key + FAILED));
    }

    private static boolean holds(Path failure) {
        return lastUse(failure).toInstant().isAfter(Instant.now().minus(FAILURE_HOLDS));
    }

    /** Keeps others from training in vain. */
    void failed(String key, String reason) throws IOException {
        Files.writeString(path.resolve(key + FAILED), reason + "\n");
    }

    /** Returns the lock of the one who trains, to be closed at the end, or null if one does. */
    @Nullable FileChannel lock() throws IOException {
        FileChannel channel =
                FileChannel.open(
                        path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // this very process does
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return null;
    }

    /** Makes a folder to train in; those of trainers that died go. The lock is held. */
    Path workFolder() throws IOException {
        for (Path old : list(WORK + "*.d")) {
            discard(old);
        }
        Path work =
                path.resolve(
                        String.format(Locale.ROOT, "%s%d.d", WORK, ProcessHandle.current().pid()));
        createPrivate(work);
        return work;
    }

    /** Deletes a folder to train in. */
    static void discard(Path work) throws IOException {
        try (DirectoryStream<Path> content = Files.newDirectoryStream(work)) {
            content.forEach(CacheFolder::delete);
        }
        delete(work);
    }
}
