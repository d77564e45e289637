package dev.polyloom.process.message;

import dev.polyloom.process.Peer;
import dev.polyloom.process.PeerPipe;

/** One end of a direct pipe. */
final class PeerEnd extends PipeEnd implements PeerPipe {
    private final Runnable closing;

    /**
     * Makes an end.
     *
     * @param exchange the ends of this process
     * @param id the number of the pipe
     * @param peer who is at the other end
     * @param closing closes the link
     */
    PeerEnd(Exchange exchange, long id, Peer peer, Runnable closing) {
        super(exchange, id, peer);
        this.closing = closing;
    }

    @Override
    public void close() {
        closing.run();
    }
}
