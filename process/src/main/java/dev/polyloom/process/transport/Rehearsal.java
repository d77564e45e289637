package dev.polyloom.process.transport;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A connection with nobody: what it links and loads, the real one need not. */
final class Rehearsal {
    private Rehearsal() {}

    /** Does what needs no leave of the system. */
    static void ofRings() throws IOException {
        int capacity = RingMemory.MIN_CAPACITY;
        try (Arena arena = Arena.ofShared()) {
            ByteBuffer ring =
                    arena.allocate(RingMemory.CONTROL + capacity, Long.BYTES)
                            .asSlice(0)
                            .asByteBuffer();
            Outbox sent = new Outbox(capacity);
            sent.add(FrameType.HEARTBEAT, 1, new byte[Long.BYTES]);
            RingWriter writer = new RingWriter(ring, capacity);
            boolean _ = writer.put(FrameType.HEARTBEAT, 1, Long.BYTES, new byte[Long.BYTES]);
            boolean _ = writer.move(sent);
            boolean _ = writer.show();
            boolean _ = new RingReader(ring, capacity).refill();
            Doorbell bell = new Doorbell(ring, 0);
            bell.abilities(Doorbell.NO_FUTEX);
            int _ = bell.lieDown(Doorbell.ON_SOCKET);
            int _ = bell.ring();
        }
    }

    /** Does all. */
    static void run() throws IOException {
        Futex.linkInBackground();
        SocketChannel.open(StandardProtocolFamily.UNIX).close();
        ofRings();
    }
}
