package dev.polyloom.python.runtime.library;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * A file of the machine that is open, or a pipe. What goes wrong becomes an {@code OSError} that
 * names it.
 *
 * @param channel what it is read and written through
 * @param name the name that errors show, or null
 */
record OpenFile(SeekableByteChannel channel, @Nullable String name) {
    /** Reads bytes; returns how many, or -1 at the end. */
    int read(byte[] into) {
        return FileSystem.guarded(name, () -> channel.read(ByteBuffer.wrap(into)));
    }

    /** Writes all bytes. */
    void write(byte[] bytes) {
        FileSystem.guarded(
                name,
                () -> {
                    ByteBuffer left = ByteBuffer.wrap(bytes);
                    while (left.hasRemaining()) {
                        channel.write(left);
                    }
                    return 0;
                });
    }

    /** Returns the place of the byte that is read or written next. */
    long position() {
        return FileSystem.guarded(name, channel::position);
    }

    /** Sets the place of the byte that is read or written next. */
    void seek(long place) {
        FileSystem.guarded(name, () -> channel.position(place));
    }

    /** Returns how many bytes there are. */
    long size() {
        return FileSystem.guarded(name, channel::size);
    }

    /** Cuts what lies behind so many bytes. */
    void truncate(long size) {
        FileSystem.guarded(name, () -> channel.truncate(size));
    }

    /** Closes the file. */
    void close() {
        FileSystem.guarded(
                name,
                () -> {
                    channel.close();
                    return 0;
                });
    }
}
