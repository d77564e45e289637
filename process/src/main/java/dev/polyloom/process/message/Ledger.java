package dev.polyloom.process.message;

import dev.polyloom.process.transport.ProtocolException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the hub knows of one direction of a pipe. It holds each sender to the room that there is, so
 * that whatever a worker does, the primary keeps only so much for a receiver that does not read.
 */
final class Ledger {
    static final int MAX_ASKS = 100_000;

    private final int maxMessages;
    private final long maxBytes;
    private int messages;
    private long bytes;
    private int asks;
    private volatile boolean introduced;

    /** What was asked and not answered, by number. */
    private final Map<Long, Kind> questions = new HashMap<>();

    /** Those of them that were taken back. */
    private final Set<Long> cancelled = new HashSet<>();

    Ledger(int maxMessages, long maxBytes) {
        this.maxMessages = maxMessages;
        this.maxBytes = maxBytes;
    }

    /**
     * Introduces the sender to the receiver, once, before anything else of the sender's; under the
     * lock of the hub.
     */
    void introduce(Runnable introduction) {
        if (!introduced) {
            introduction.run();
            introduced = true;
        }
    }

    boolean isIntroduced() {
        return introduced;
    }

    /** Takes down what is sent. */
    synchronized void sent(Envelope envelope) throws ProtocolException {
        if (envelope.kind().takesRoom()) {
            long room = envelope.room();
            if (messages > 0 && (messages >= maxMessages || bytes + room > maxBytes)) {
                throw new ProtocolException(
                        "it sent more than a pipe holds: %d messages and %d bytes were open"
                                .formatted(messages, bytes));
            }
            messages++;
            bytes += room;
        }
        if (envelope.kind().isAnswered()) {
            asked(envelope);
        }
    }

    private void asked(Envelope envelope) throws ProtocolException {
        if (questions.putIfAbsent(envelope.id(), envelope.kind()) != null) {
            throw new ProtocolException("it asked twice under number " + envelope.id());
        }
        if (envelope.kind() == Kind.ASK && ++asks > MAX_ASKS) {
            throw new ProtocolException("it asks for more than %d things".formatted(MAX_ASKS));
        }
    }

    /** Takes down that a question is taken back, and tells whether that is news. */
    synchronized boolean cancelled(long id) {
        return questions.containsKey(id) && cancelled.add(id);
    }

    /** Takes down what the receiver answers. */
    synchronized void answered(Envelope answer) throws ProtocolException {
        if (answer.credits() > messages || answer.creditBytes() > bytes) {
            throw new ProtocolException(
                    "it confirmed %d messages and %d bytes, but was sent %d and %d"
                            .formatted(answer.credits(), answer.creditBytes(), messages, bytes));
        }
        messages -= answer.credits();
        bytes -= answer.creditBytes();
        if (answer.kind().isAnswer()) {
            Kind asked = questions.remove(answer.id());
            if (asked == null) {
                throw new ProtocolException("it answered what nobody asked");
            }
            asks -= asked == Kind.ASK ? 1 : 0;
            cancelled.remove(answer.id());
        } else if (answer.credits() == 0) {
            throw new ProtocolException("it confirmed nothing");
        }
    }

    /** Returns how many requests and calls are open. */
    synchronized int calls() {
        return questions.size() - asks;
    }
}
