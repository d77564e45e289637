package dev.polyloom.supervisor.made;

import java.lang.reflect.InvocationTargetException;

/** What a method called by reflection has thrown. */
final class Thrown {
    private Thrown() {}

    /** Returns the exception, and throws the error, that a call has thrown. */
    static Exception by(InvocationTargetException failure) {
        return switch (failure.getCause()) {
            case Error error -> throw error;
            case Exception exception -> exception;
            case null, default -> failure;
        };
    }
}
