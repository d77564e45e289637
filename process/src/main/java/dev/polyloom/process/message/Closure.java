package dev.polyloom.process.message;

import dev.polyloom.process.Peer;
import dev.polyloom.process.PipeClosedException;
import org.jspecify.annotations.Nullable;

/**
 * Why a pipe is closed.
 *
 * @param reason what happened to the other end
 * @param death what it died of, or null if it was stopped in good order
 */
record Closure(String reason, @Nullable Throwable death) {
    /** Makes what a sender or receiver gets. */
    PipeClosedException exception(Peer peer, int unconfirmed) {
        String lost =
                unconfirmed == 0
                        ? ""
                        : "; of what was sent to it, %d messages were never confirmed"
                                .formatted(unconfirmed);
        return new PipeClosedException(
                "the pipe to %s is closed: %s%s; ask for a new one".formatted(peer, reason, lost),
                unconfirmed,
                death);
    }

    /** Makes what an open request gets: what the other end died of, itself. */
    Throwable failure(Peer peer, int unconfirmed) {
        return death != null ? death : exception(peer, unconfirmed);
    }
}
