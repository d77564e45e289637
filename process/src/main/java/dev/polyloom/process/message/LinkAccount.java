package dev.polyloom.process.message;

import dev.polyloom.process.transport.ProtocolException;
import org.jspecify.annotations.Nullable;

/**
 * What one end of a link knows of both directions. It takes nothing that the other end must not
 * say: in another's name, of a kind that is the primary's, more than the pipe holds, or about what
 * was never sent. Safe for use by several threads.
 */
final class LinkAccount {
    private final long self;
    private final long station;
    private final long pipe;
    private final Ledger ours;
    private final Ledger theirs;

    /**
     * Opens an account.
     *
     * @param self this endpoint
     * @param station the endpoint at the other side
     * @param pipe the number of the pipe, the same at both sides
     * @param ours holds this side to what the pipe holds
     * @param theirs holds the other side to it
     */
    LinkAccount(long self, long station, long pipe, Ledger ours, Ledger theirs) {
        this.self = self;
        this.station = station;
        this.pipe = pipe;
        this.ours = ours;
        this.theirs = theirs;
    }

    /** Takes down what is about to be sent, and tells whether the other side needs it. */
    boolean goes(Envelope envelope) throws ProtocolException {
        return account(ours, theirs, envelope);
    }

    /** Checks what has come, and returns it as from the pipe, or null if nobody needs it. */
    @Nullable Envelope comes(byte[] payload) throws ProtocolException {
        Envelope envelope = Envelope.parse(payload);
        if (envelope.from() != station || envelope.to() != pipe) {
            throw new ProtocolException(
                    "it sent a %s message from endpoint %x to pipe %x, but is %x on pipe %x"
                            .formatted(
                                    envelope.kind(),
                                    envelope.from(),
                                    envelope.to(),
                                    station,
                                    pipe));
        }
        Kind kind = envelope.kind();
        if (kind == Kind.ASK || kind == Kind.INTRODUCED) {
            throw new ProtocolException("%s messages are for the primary".formatted(kind));
        }
        return account(theirs, ours, envelope) ? envelope.from(pipe) : null;
    }

    private static boolean account(Ledger senders, Ledger receivers, Envelope envelope)
            throws ProtocolException {
        Kind kind = envelope.kind();
        if (kind == Kind.CANCEL) {
            return senders.cancelled(envelope.id());
        }
        if (kind.confirms()) {
            receivers.answered(envelope);
        } else {
            senders.sent(envelope);
        }
        return true;
    }

    /** Makes the last word. */
    Envelope farewell(String reason) {
        return Envelope.of(Kind.CLOSED, self, pipe, 0, Hub.shortened(reason), Envelope.NOTHING);
    }

    /** Tells whether this side waits for an answer. */
    boolean awaitsAnswers() {
        return ours.calls() > 0;
    }
}
