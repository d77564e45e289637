package dev.polyloom.process.codec;

import dev.polyloom.SerializationException;
import dev.polyloom.spi.Outcome;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Stands for an {@link Outcome} in a stream. Its value and failure are encoded on their own, so
 * that one that cannot travel spoils no other.
 */
@SuppressWarnings("ArrayRecordComponent")
record EncodedOutcome(
        String root,
        byte[] value,
        byte @Nullable [] failure,
        String worker,
        long startMicros,
        long nanos)
        implements Serializable {

    static EncodedOutcome of(Codec codec, String root, Outcome<?> outcome) {
        byte[] value;
        Throwable failure = outcome.failure();
        try {
            value = codec.encode(root, outcome.value());
        } catch (SerializationException e) {
            value = codec.encode(root, null);
            failure = e;
        }
        String worker = outcome.worker();
        byte[] thrown = failure == null ? null : codec.encodeFailure(worker, failure);
        return new EncodedOutcome(
                root, value, thrown, worker, outcome.startMicros(), outcome.nanos());
    }

    Outcome<?> decode(Codec codec, int depth) {
        Outcome<@Nullable Object> empty = new Outcome<>(null, null, worker, startMicros, nanos);
        try {
            return failure == null
                    ? new Outcome<>(
                            codec.decode(root, value, 0, depth), null, worker, startMicros, nanos)
                    : empty.failed(Failure.fromBytes(failure, 0).toThrowable(codec, depth));
        } catch (SerializationException e) {
            return empty.failed(e);
        }
    }
}
