package dev.polyloom.process.location;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/** One end of a connected pipe. */
final class PipeStreams implements Closeable {
    private final SocketChannel channel;
    private final ChunkedInput input;
    private final ChunkedOutput output;

    PipeStreams(SocketChannel channel, String name) {
        this.channel = channel;
        input = new ChunkedInput(channel, name);
        output = new ChunkedOutput(channel);
    }

    ChunkedInput input() {
        return input;
    }

    ChunkedOutput output() {
        return output;
    }

    /** Ends the connection, which the other side takes for a failure unless all was closed. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
