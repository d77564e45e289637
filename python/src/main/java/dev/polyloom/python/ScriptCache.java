package dev.polyloom.python;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps compiled programs from one process to the next. Many processes may use one at once; what is
 * found must be what was kept, whole, or nothing.
 */
public interface ScriptCache {
    /**
     * Returns what is kept under a key.
     *
     * @param key letters and digits
     * @return the bytes, or null
     * @throws IOException if they cannot be read
     */
    byte @Nullable [] find(String key) throws IOException;

    /**
     * Keeps bytes under a key, in the place of others.
     *
     * @param key letters and digits
     * @param compiled the bytes
     * @throws IOException if they cannot be kept
     */
    void keep(String key, byte[] compiled) throws IOException;
}
