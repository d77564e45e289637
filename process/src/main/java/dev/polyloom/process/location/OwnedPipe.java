package dev.polyloom.process.location;

import dev.polyloom.process.BulkPipe;
import dev.polyloom.process.WriteLocationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A pipe in the process that made it. */
public final class OwnedPipe implements BulkPipe {
    private static final long serialVersionUID = 1L;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Map<PipeHandle, OwnedPipe> OPEN = new ConcurrentHashMap<>();

    private final transient PipeHandle handle;
    private final transient PipeDoor door;
    private final transient Object lock = new Object();
    private transient @Nullable PipeStreams streams;
    private transient volatile boolean closed;

    private OwnedPipe(PipeHandle handle, PipeDoor door) {
        this.handle = handle;
        this.door = door;
    }

    /**
     * Makes a pipe.
     *
     * @param patience how long to wait for the task
     * @return the pipe
     */
    public static OwnedPipe open(Duration patience) {
        byte[] token = new byte[PipeHandle.TOKEN];
        RANDOM.nextBytes(token);
        try {
            PipeDoor door = PipeDoor.open(token, patience);
            OwnedPipe pipe = new OwnedPipe(new PipeHandle(door.path().toString(), token), door);
            OPEN.put(pipe.handle, pipe);
            return pipe;
        } catch (IOException e) {
            throw new WriteLocationException("the socket of a bulk pipe cannot be made: " + e, e);
        }
    }

    static @Nullable OwnedPipe find(PipeHandle handle) {
        return OPEN.get(handle);
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
            PipeStreams open = streams;
            if (open == null && !closed) {
                open = new PipeStreams(door.admit(handle.toString()), handle.toString());
                streams = open;
            }
            if (closed || open == null) {
                close(open);
                throw new IllegalStateException(handle + " is closed");
            }
            return open;
        }
    }

    @Override
    public void close() {
        closed = true;
        OPEN.remove(handle);
        // ends also the wait of a thread that holds the lock
        door.close();
        synchronized (lock) {
            close(streams);
        }
    }

    private static void close(@Nullable PipeStreams streams) {
        try {
            if (streams != null) {
                streams.close();
            }
        } catch (IOException e) {
            // the connection is gone, which is what was wanted
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
