package dev.polyloom.process;

/** Something registered until this is closed. Closing it again does nothing. */
@FunctionalInterface
public interface Registration extends AutoCloseable {
    /** Takes it back. */
    @Override
    void close();
}
