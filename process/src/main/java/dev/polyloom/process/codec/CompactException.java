package dev.polyloom.process.codec;

import dev.polyloom.SerializationException;
import org.jspecify.annotations.Nullable;

/** What is wrong with bytes of the compact form; the way to it grows as the exception rises. */
final class CompactException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private String path = "";

    CompactException(String reason) {
        this(reason, null);
    }

    CompactException(String reason, @Nullable Throwable cause) {
        super(reason, cause, false, false);
        this.reason = reason;
    }

    CompactException within(String step) {
        path = step + path;
        return this;
    }

    SerializationException under(String root) {
        return new SerializationException(root + path, reason, getCause());
    }
}
