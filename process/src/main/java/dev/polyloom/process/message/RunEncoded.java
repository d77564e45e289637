package dev.polyloom.process.message;

import dev.polyloom.SerializableCallable;
import dev.polyloom.process.Head;

/**
 * Runs a task that its primary does not decode.
 *
 * @param task the encoded task
 */
@SuppressWarnings("ArrayRecordComponent")
public record RunEncoded(byte[] task) implements SerializableCallable<byte[]> {
    /** A head that can do so. */
    public interface Runner {
        /** Runs an encoded task, and returns its encoded outcome. */
        byte[] runEncoded(byte[] task);
    }

    @Override
    public byte[] call() {
        return ((Runner) Head.current()).runEncoded(task);
    }
}
