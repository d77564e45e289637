package dev.polyloom;

import java.lang.System.Logger.Level;

/** The log of the heart of Polyloom, {@code dev.polyloom}. */
final class Log {
    private static final System.Logger LOGGER = System.getLogger("dev.polyloom");

    private Log() {}

    static void warn(String message) {
        LOGGER.log(Level.WARNING, message);
    }

    static void warn(String message, Throwable cause) {
        LOGGER.log(Level.WARNING, message, cause);
    }
}
