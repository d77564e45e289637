package dev.polyloom.process.transport;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A connection with nobody: what it links and loads, the real one need not. */
final class Rehearsal {
    private Rehearsal() {}

    static void run() throws IOException {
        Futex.linkInBackground();
        SocketChannel.open(StandardProtocolFamily.UNIX).close();
        int capacity = RingMemory.MIN_CAPACITY;
        ByteBuffer ring = ByteBuffer.allocateDirect(RingMemory.CONTROL + capacity);
        Outbox sent = new Outbox(capacity);
        sent.add(FrameType.HEARTBEAT, 1, new byte[Long.BYTES]);
        boolean _ = new RingWriter(ring, capacity).write(sent);
        boolean _ = new RingReader(ring, capacity).refill();
    }
}
