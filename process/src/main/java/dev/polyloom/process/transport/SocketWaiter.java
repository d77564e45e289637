package dev.polyloom.process.transport;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * Sleeps until a byte comes. Bytes mean nothing but "wake up", so spare ones do no harm; the end of
 * the stream means that the other side is gone. Needs no leave and no flag.
 */
final class SocketWaiter implements Waiter, Closeable {
    private static final int MANY = 64;

    private final SocketChannel channel;
    private final Selector selector;
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(MANY);
    private final ByteBuffer wake = ByteBuffer.allocateDirect(1);
    private volatile boolean ended;

    SocketWaiter(SocketChannel channel) throws IOException {
        this.channel = channel;
        channel.configureBlocking(false);
        selector = Selector.open();
        channel.register(selector, SelectionKey.OP_READ);
    }

    @Override
    public void await(Doorbell own, int sequence) throws IOException {
        try {
            selector.select(LIMIT_MILLIS);
            selector.selectedKeys().clear();
        } catch (ClosedSelectorException e) {
            throw new ClosedChannelException();
        }
        // a thread that stays interrupted could not sleep again
        Thread.interrupted();
        look();
    }

    /** Takes the bytes that have come, and sees whether the other side is gone. */
    void look() {
        try {
            ended |= channel.read(bytes.clear()) < 0;
        } catch (IOException e) {
            ended = true;
        }
    }

    /** Tells whether the other side has closed the socket or died. */
    boolean hasEnded() {
        return ended;
    }

    /** Sends a byte; where there is no room for it, enough lie there to wake anybody. */
    @Override
    public void wakePeer(Doorbell peer) {
        try {
            channel.write(wake.duplicate());
        } catch (IOException e) {
            // whoever is gone need not be woken
        }
    }

    @Override
    public void wakeOwn(Doorbell own) {
        selector.wakeup();
    }

    @Override
    public void close() {
        try {
            channel.close();
            selector.close();
        } catch (IOException e) {
            // nothing is left to be saved
        }
    }
}
