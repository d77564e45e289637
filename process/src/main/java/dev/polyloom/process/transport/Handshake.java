package dev.polyloom.process.transport;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * The first bytes of each connection: {@code int magic, byte version, byte kind, 32 bytes token,
 * int worker number} from the worker, one byte from the primary. On a connection for tasks a {@link
 * RingOffer} follows.
 *
 * @param kind what the connection is for
 * @param token the secret
 * @param number the worker's number
 */
@SuppressWarnings("ArrayRecordComponent")
record Handshake(byte kind, byte[] token, int number) {
    static final int MAGIC = 0x504C4F4D;
    static final byte VERSION = 1;
    static final byte TASKS = 1;
    static final byte CLASSES = 2;
    static final int TOKEN = 32;
    static final int SIZE = Integer.BYTES + 2 + TOKEN + Integer.BYTES;
    static final byte ACCEPTED = 1;

    static Handshake read(SocketChannel channel) throws IOException {
        ByteBuffer bytes = readFully(channel, SIZE);
        int magic = bytes.getInt();
        if (magic != MAGIC) {
            throw new ProtocolException("it began with %08x, not %08x".formatted(magic, MAGIC));
        }
        byte version = bytes.get();
        if (version != VERSION) {
            throw new ProtocolException("it speaks version %d, not %d".formatted(version, VERSION));
        }
        byte kind = bytes.get();
        byte[] token = new byte[TOKEN];
        bytes.get(token);
        return new Handshake(kind, token, bytes.getInt());
    }

    static ByteBuffer readFully(SocketChannel channel, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException(
                        "it was closed after %d of %d bytes".formatted(bytes.position(), size));
            }
        }
        return bytes.flip();
    }

    void write(SocketChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE);
        bytes.putInt(MAGIC).put(VERSION).put(kind).put(token).putInt(number).flip();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    static SocketChannel connect(Path socket, Handshake handshake) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            handshake.write(channel);
            byte answer = readFully(channel, 1).get();
            if (answer != ACCEPTED) {
                throw new ProtocolException("the primary answered " + answer);
            }
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
