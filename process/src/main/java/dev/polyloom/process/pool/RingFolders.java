package dev.polyloom.process.pool;

import dev.polyloom.process.transport.Rings;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the rings of one pool lie until they are mapped: in the system's shared memory where it has
 * some, else in the pool's own folder.
 */
final class RingFolders implements Rings.Folders, Closeable {
    private static final Logger LOG = System.getLogger("dev.polyloom.process");

    /** Where the shared memory is, if not where Linux has it. */
    private static final String SHARED_PROPERTY = "polyloom.process.sharedMemory";

    private final Path ownFolder;
    private boolean looked;
    private @Nullable PrivateFolder shared;

    RingFolders(Path ownFolder) {
        this.ownFolder = ownFolder;
    }

    @Override
    public synchronized List<Path> get() {
        if (!looked) {
            looked = true;
            shared = find();
        }
        return shared == null ? List.of(ownFolder) : List.of(shared.path(), ownFolder);
    }

    /** Returns where shared memory is held to be. */
    static Path parent() {
        return Path.of(System.getProperty(SHARED_PROPERTY, "/dev/shm"));
    }

    private static @Nullable PrivateFolder find() {
        Path parent = parent();
        if (!Files.isDirectory(parent) || !Files.isWritable(parent)) {
            return null;
        }
        try {
            return PrivateFolder.create(parent);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "rings do not lie in " + parent, e);
            return null;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        looked = true;
        PrivateFolder open = shared;
        shared = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public synchronized String toString() {
        return String.valueOf(shared);
    }
}
