package dev.polyloom.process.location;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Writes chunks, each after its length; a length of 0 says that all is written. */
final class ChunkedOutput extends OutputStream {
    /** The largest chunk. */
    static final int MOST = 256 * 1024;

    private final SocketChannel channel;
    private final ByteBuffer chunk = ByteBuffer.allocateDirect(Integer.BYTES + MOST);
    private boolean closed;

    ChunkedOutput(SocketChannel channel) {
        this.channel = channel;
        chunk.position(Integer.BYTES);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("the output of the pipe is closed");
        }
        for (int done = 0; done < length; ) {
            int part = Math.min(length - done, chunk.remaining());
            chunk.put(bytes, offset + done, part);
            done += part;
            if (!chunk.hasRemaining()) {
                flush();
            }
        }
    }

    @Override
    public void flush() throws IOException {
        int size = chunk.position() - Integer.BYTES;
        if (size > 0) {
            send(size);
        }
    }

    private void send(int size) throws IOException {
        chunk.putInt(0, size).flip();
        while (chunk.hasRemaining()) {
            channel.write(chunk);
        }
        chunk.clear().position(Integer.BYTES);
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            flush();
            closed = true;
            send(0);
            channel.shutdownOutput();
        }
    }
}
