package dev.polyloom.python.runtime.object;

import org.jspecify.annotations.Nullable;

/** An object of the library whose contents can be taken as bytes, such as an array of numbers. */
public interface Buffered {
    /** Returns its contents as new bytes. */
    byte[] bytes();

    /** Returns some of its bytes as new ones. */
    byte[] bytes(int at, int length);

    /** Returns the kind of its items, as the module {@code struct} names it. */
    char format();

    /** Replaces some of its bytes. */
    void write(int at, byte[] bytes);

    /** Returns the bytes of a value that has some, which the caller must not change, or null. */
    static byte @Nullable [] of(Object value) {
        return switch (value) {
            case PyBytes bytes -> bytes.data();
            case Buffered buffered -> buffered.bytes();
            default -> null;
        };
    }
}
