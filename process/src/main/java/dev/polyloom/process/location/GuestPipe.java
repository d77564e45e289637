package dev.polyloom.process.location;

import dev.polyloom.process.BulkPipe;
import dev.polyloom.process.WriteLocationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A pipe in the process that was told its name. */
public final class GuestPipe implements BulkPipe {
    private static final long serialVersionUID = 1L;

    private final transient PipeHandle handle;
    private final transient Object lock = new Object();
    private transient @Nullable PipeStreams streams;
    private transient boolean closed;

    private GuestPipe(PipeHandle handle) {
        this.handle = handle;
    }

    static GuestPipe of(PipeHandle handle) {
        GuestPipe pipe = new GuestPipe(handle);
        TaskLocations.add(pipe);
        return pipe;
    }

    @Override
    public String name() {
        return handle.socket();
    }

    @Override
    public Kind kind() {
        return Kind.PIPE;
    }

    @Override
    public InputStream input() {
        return streams().input();
    }

    @Override
    public OutputStream output() {
        return streams().output();
    }

    private PipeStreams streams() {
        synchronized (lock) {
            if (closed) {
                throw new IllegalStateException(
                        handle + " is closed here; a pipe serves one task, as long as it runs");
            }
            PipeStreams open = streams;
            if (open == null) {
                open = new PipeStreams(connect(), handle.toString());
                streams = open;
            }
            return open;
        }
    }

    private SocketChannel connect() {
        try {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                channel.connect(UnixDomainSocketAddress.of(Path.of(handle.socket())));
                ByteBuffer token = ByteBuffer.wrap(handle.token());
                while (token.hasRemaining()) {
                    channel.write(token);
                }
                return channel;
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new WriteLocationException(
                    ("%s cannot be opened: %s; its owner has closed it, or another task has it"
                                    + " already")
                            .formatted(handle, e),
                    e);
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            PipeStreams open = streams;
            streams = null;
            try {
                if (open != null) {
                    open.close();
                }
            } catch (IOException e) {
                // the connection is gone, which is what was wanted
            }
        }
    }

    private Object writeReplace() {
        return handle;
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a pipe travels as its name");
    }

    @Override
    public String toString() {
        return handle.toString();
    }
}
