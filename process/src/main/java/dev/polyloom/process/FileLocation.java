package dev.polyloom.process;

import dev.polyloom.process.location.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * A file that is written as a whole or not at all. A write goes to a new file beside the target,
 * which is forced to disk and then takes the target's place in one step; whoever reads meanwhile
 * reads the old content to its end. What a killed writer left beside the target is removed by the
 * next write to it. The file itself belongs to the user: closing the location leaves it.
 */
public sealed interface FileLocation extends WriteLocation permits AtomicFile {
    /** Writes the content of a file. */
    @FunctionalInterface
    interface Body {
        /**
         * Writes the content.
         *
         * @param out where; closed by the caller
         * @throws IOException if it cannot be written
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Returns the file.
     *
     * @return the absolute path
     */
    Path path();

    /**
     * Opens the content for reading.
     *
     * @return a buffered stream, to be closed by the caller
     * @throws WriteLocationException if the file does not exist or cannot be read
     */
    InputStream input();

    /**
     * Replaces the content. If the body throws, the target stays as it was.
     *
     * @param body writes the new content
     * @throws WriteLocationException if it cannot be written
     */
    void write(Body body);

    /** Does nothing: the file is the user's. */
    @Override
    void close();
}
