package dev.polyloom.process;

/**
 * One end of a pipe that leads from one worker straight to another, past the primary: what it
 * carries the primary neither sees nor holds up. Both workers have the same one, whichever of them
 * {@linkplain Head#peer opened} it, and each may close it.
 */
public interface PeerPipe extends Pipe, AutoCloseable {
    /**
     * Closes the pipe at both ends. The other side still deals with the one-way messages that were
     * sent before; requests that are open fail, at both ends. Does nothing when the pipe is closed.
     */
    @Override
    void close();
}
