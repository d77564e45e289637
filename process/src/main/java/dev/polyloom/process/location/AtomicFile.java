package dev.polyloom.process.location;

import dev.polyloom.process.FileLocation;
import dev.polyloom.process.WriteLocationException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** A file that is replaced as a whole. */
public final class AtomicFile implements FileLocation {
    private static final long serialVersionUID = 1L;
    private static final int BUFFER = 64 * 1024;

    private final String file;

    private AtomicFile(String file) {
        this.file = file;
    }

    /**
     * Names a file.
     *
     * @param file the file
     * @return the location
     */
    public static AtomicFile of(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        if (absolute.getFileName() == null || Files.isDirectory(absolute)) {
            throw new IllegalArgumentException(absolute + " is a folder; name a file");
        }
        return new AtomicFile(absolute.toString());
    }

    @Override
    public String name() {
        return file;
    }

    @Override
    public Kind kind() {
        return Kind.FILE;
    }

    @Override
    public Path path() {
        return Path.of(file);
    }

    @Override
    public InputStream input() {
        try {
            return new BufferedInputStream(Files.newInputStream(path()), BUFFER);
        } catch (IOException e) {
            throw new WriteLocationException("file %s cannot be read: %s".formatted(file, e), e);
        }
    }

    @Override
    public void write(Body body) {
        try {
            Path target = Files.isSymbolicLink(path()) ? path().toRealPath() : path();
            PartFiles.sweep(target);
            Path part = PartFiles.create(target);
            try {
                fill(part, body);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (Throwable e) {
                Files.deleteIfExists(part);
                throw e;
            }
            forceFolder(Objects.requireNonNull(target.getParent()));
        } catch (IOException e) {
            throw new WriteLocationException(
                    "file %s cannot be written, and stays as it was: %s".formatted(file, e), e);
        }
    }

    private static void fill(Path part, Body body) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            OutputStream out = new Unclosed(Channels.newOutputStream(channel));
            body.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    /** Makes the new name of the file last, where folders can be forced to disk. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows has no such thing
        }
    }

    @Override
    public void close() {
        // the file is the user's
    }

    @Override
    public String toString() {
        return "file " + file;
    }

    /** Leaves the channel open, which has to be forced when the body is done. */
    private static final class Unclosed extends BufferedOutputStream {
        Unclosed(OutputStream out) {
            super(out, BUFFER);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
