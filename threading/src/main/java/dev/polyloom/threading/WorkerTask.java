package dev.polyloom.threading;

/** What a worker does with the bytes it is sent. It must rely on nothing but these bytes. */
@FunctionalInterface
public interface WorkerTask {
    /**
     * Does it.
     *
     * @param payload the bytes; the array is its own
     * @return the bytes of the result
     * @throws Exception if it fails
     */
    byte[] run(byte[] payload) throws Exception;
}
