package dev.polyloom.process.location;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Reads what {@link ChunkedOutput} wrote, and does not take a lost connection for the end. */
final class ChunkedInput extends InputStream {
    private final SocketChannel channel;
    private final String name;
    private final ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(ChunkedOutput.MOST).limit(0);
    private int left;
    private long taken;
    private boolean ended;

    ChunkedInput(SocketChannel channel, String name) {
        this.channel = channel;
        this.name = name;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int size) throws IOException {
        if (size == 0) {
            return 0;
        }
        if (!buffer.hasRemaining() && !fill()) {
            return -1;
        }
        int part = Math.min(size, buffer.remaining());
        buffer.get(bytes, offset, part);
        taken += part;
        return part;
    }

    @Override
    public int available() {
        return buffer.remaining();
    }

    /** Reads more of the chunk, or of the next; tells whether there is any. */
    private boolean fill() throws IOException {
        if (left == 0 && !ended) {
            beginChunk();
        }
        if (ended) {
            return false;
        }
        buffer.clear().limit(left);
        receive(buffer);
        buffer.flip();
        left -= buffer.remaining();
        return true;
    }

    private void beginChunk() throws IOException {
        length.clear();
        while (length.hasRemaining()) {
            receive(length);
        }
        int size = length.getInt(0);
        if (size < 0 || size > ChunkedOutput.MOST) {
            throw new IOException(
                    "%s is malformed: a chunk of %d bytes, where 0 to %d can be"
                            .formatted(name, size, ChunkedOutput.MOST));
        }
        left = size;
        ended = size == 0;
    }

    private void receive(ByteBuffer target) throws IOException {
        if (channel.read(target) < 0) {
            throw new EOFException(
                    ("%s broke off after %d bytes, before the other side had closed its output;"
                                    + " it failed or died")
                            .formatted(name, taken));
        }
    }
}
