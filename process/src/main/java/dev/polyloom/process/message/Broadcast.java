package dev.polyloom.process.message;

import dev.polyloom.process.Pipe;
import dev.polyloom.process.PipeClosedException;
import java.util.List;

/** Sends one message through several pipes. */
public final class Broadcast {
    private Broadcast() {}

    /** Sends an encoded message, and returns through how many pipes it went. */
    public static int send(List<Pipe> pipes, byte[] body) {
        int sent = 0;
        for (Pipe pipe : pipes) {
            try {
                ((PipeEnd) pipe).sendEncoded(body);
                sent++;
            } catch (PipeClosedException e) {
                // it died since it was listed
            }
        }
        return sent;
    }
}
