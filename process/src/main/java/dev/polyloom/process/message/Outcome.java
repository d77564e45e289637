package dev.polyloom.process.message;

import dev.polyloom.process.codec.Codec;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The outcome of a task as bytes, for those who only pass it on. */
final class Outcome {
    private static final byte RESULT = 0;
    private static final byte FAILURE = 1;

    private Outcome() {}

    static byte[] result(byte[] encoded) {
        return with(RESULT, encoded);
    }

    static byte[] failure(byte[] encoded) {
        return with(FAILURE, encoded);
    }

    private static byte[] with(byte first, byte[] rest) {
        byte[] all = new byte[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    /** Completes a future with an outcome; runs user code. */
    @SuppressWarnings("unchecked") // the caller says what it expects
    static <T extends @Nullable Object> void complete(
            CompletableFuture<T> future, Codec codec, byte[] outcome) {
        T value;
        try {
            byte[] body = Arrays.copyOfRange(outcome, 1, outcome.length);
            if (outcome[0] == FAILURE) {
                future.completeExceptionally(codec.decodeFailure(body));
                return;
            }
            value = (T) codec.decode("result", body);
        } catch (Throwable e) {
            future.completeExceptionally(e);
            return;
        }
        future.complete(value);
    }
}
