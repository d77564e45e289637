package dev.polyloom.process.transport;

import org.jspecify.annotations.Nullable;

/** A connection through which nothing ever comes; tests keep what is sent. */
public abstract class SilentConnection implements Connection {
    @Override
    public void flush() {}

    @Override
    public @Nullable Frame receive() {
        return null;
    }

    @Override
    public boolean ready() {
        return false;
    }

    @Override
    public void expectNoMore() {}

    @Override
    public void close() {}
}
