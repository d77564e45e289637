package dev.polyloom.process.transport;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Frames through memory that both processes share: a stream of the same bytes as over a socket, in
 * a ring for each direction. The socket stays, as the way to wake the other side where futexes
 * cannot be had, and as the sign of its death.
 *
 * <p>Whoever touches the memory holds the lock of one direction; it is given back by who holds
 * both.
 */
final class RingConnection implements Connection {
    private final RingMemory memory;
    private final RingState state;
    private final RingSender sender;
    private final RingReceiver receiver;

    private RingConnection(
            RingMemory memory, SocketWaiter socket, int in, int out, int maxPayload) {
        this.memory = memory;
        state = new RingState(new Wakening(memory.doorbell(in), memory.doorbell(out), socket));
        sender = new RingSender(state, memory.writer(out), maxPayload);
        receiver = new RingReceiver(state, sender, memory.reader(in), maxPayload);
    }

    /** Takes over memory and socket as the primary. */
    static RingConnection ofPrimary(RingMemory memory, SocketChannel channel, int maxPayload)
            throws IOException {
        return of(memory, channel, RingMemory.RESULTS, RingMemory.TASKS, maxPayload);
    }

    /** Takes over memory and socket as the worker. */
    static RingConnection ofWorker(RingMemory memory, SocketChannel channel, int maxPayload)
            throws IOException {
        return of(memory, channel, RingMemory.TASKS, RingMemory.RESULTS, maxPayload);
    }

    private static RingConnection of(
            RingMemory memory, SocketChannel channel, int in, int out, int maxPayload)
            throws IOException {
        try {
            return new RingConnection(memory, new SocketWaiter(channel), in, out, maxPayload);
        } catch (IOException e) {
            memory.close();
            throw e;
        }
    }

    @Override
    public void send(FrameType type, long task, byte[]... parts) {
        sender.send(type, task, parts);
    }

    @Override
    public void sendNow(FrameType type, long task, byte[]... parts) {
        sender.sendNow(type, task, parts);
    }

    @Override
    public void flush() {
        sender.flush();
    }

    @Override
    public boolean isStalled() {
        return sender.isStalled();
    }

    @Override
    public @Nullable Frame receive() throws IOException {
        try {
            return receiver.receive();
        } catch (ProtocolException e) {
            close();
            throw e;
        } finally {
            receiver.releaseIfClosed(memory);
        }
    }

    @Override
    public void serve(Taker taker) throws IOException {
        try {
            receiver.serve(taker);
        } catch (ProtocolException e) {
            close();
            throw e;
        } finally {
            receiver.releaseIfClosed(memory);
        }
    }

    @Override
    public void help(BooleanSupplier enough) {
        if (!state.needsAttention()) {
            receiver.help(enough);
            receiver.releaseIfClosed(memory);
        }
    }

    @Override
    public boolean ready() {
        boolean ready = receiver.ready();
        receiver.releaseIfClosed(memory);
        return ready;
    }

    @Override
    public void expectNoMore() {
        state.noMoreExpected = true;
        sender.touch(state.wakening()::wakeOwn);
    }

    @Override
    public void close() {
        state.closed = true;
        state.wakening().close();
        sender.touch(state.wakening()::wakeOwn);
        // the other side finds that the socket is closed
        sender.touch(state.wakening()::wakePeer);
        receiver.releaseIfClosed(memory);
    }
}
