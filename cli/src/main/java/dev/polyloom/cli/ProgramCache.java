package dev.polyloom.cli;

import dev.polyloom.process.start.CacheFolder;
import dev.polyloom.python.ScriptCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Compiled Python programs in the user's folder of caches, beside the start caches of workers and
 * by the same rules: private, written whole, checked when read, the least used gone when there are
 * many.
 */
record ProgramCache(CacheFolder folder) implements ScriptCache {
    private static final int MAX_PROGRAMS = 200;
    private static final long MAX_BYTES = 64L << 20;

    /** Returns the cache of this user, or null where there is none. */
    static @Nullable ProgramCache ofThisUser() {
        CacheFolder folder =
                CacheFolder.ofThisUser("programs", ".program", MAX_PROGRAMS, MAX_BYTES);
        return folder == null ? null : new ProgramCache(folder);
    }

    @Override
    public byte @Nullable [] find(String key) throws IOException {
        Path found = folder.find(key);
        if (found == null) {
            return null;
        }
        if (!CacheFolder.isWhole(found)) {
            CacheFolder.delete(found);
            return null;
        }
        CacheFolder.touch(found);
        return Files.readAllBytes(found);
    }

    @Override
    public void keep(String key, byte[] compiled) throws IOException {
        folder.keep(key, compiled);
    }
}
