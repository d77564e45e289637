package dev.polyloom.threading.jvm;

/** How often a thread gives way before it sleeps. More than a few times never pays. */
final class Yields {
    private static final int FEW = 2;

    private Yields() {}

    /** Returns the count for this thread at a channel of a capacity. */
    static int before(int capacity) {
        return capacity == 1 && Thread.currentThread().isVirtual() ? 0 : FEW;
    }
}
