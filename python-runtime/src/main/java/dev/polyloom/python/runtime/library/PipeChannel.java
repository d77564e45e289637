package dev.polyloom.python.runtime.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One end of a pipe to another process, as a file that knows no places.
 *
 * @param in where what comes is read
 * @param out where is written what is sent
 * @param handedOver whether another process reads what comes, even when this end is closed
 */
record PipeChannel(InputStream in, OutputStream out, AtomicBoolean handedOver)
        implements SeekableByteChannel {
    /** Returns the end at which one reads. */
    static PipeChannel reading(InputStream in) {
        return new PipeChannel(in, OutputStream.nullOutputStream(), new AtomicBoolean());
    }

    /** Returns the end at which one writes. */
    static PipeChannel writing(OutputStream out) {
        return new PipeChannel(InputStream.nullInputStream(), out, new AtomicBoolean());
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        Waiting.blocks();
        int count = in.read(into.array(), into.arrayOffset() + into.position(), into.remaining());
        into.position(into.position() + Math.max(0, count));
        return count;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        Waiting.blocks();
        int count = from.remaining();
        try {
            out.write(from.array(), from.arrayOffset() + from.position(), count);
            out.flush();
        } catch (IOException e) {
            throw new IOException("Broken pipe", e);
        }
        from.position(from.limit());
        return count;
    }

    @Override
    public long position() throws IOException {
        throw new IOException("Illegal seek");
    }

    @Override
    public SeekableByteChannel position(long place) throws IOException {
        throw new IOException("Illegal seek");
    }

    @Override
    public long size() throws IOException {
        throw new IOException("Illegal seek");
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        throw new IOException("Illegal seek");
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() throws IOException {
        if (!handedOver.get()) {
            in.close();
        }
        out.close();
    }
}
