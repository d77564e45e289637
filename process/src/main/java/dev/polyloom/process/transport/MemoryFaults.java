package dev.polyloom.process.transport;

/**
 * Where faults of mapped memory come out. Memory whose file somebody has cut short cannot be
 * touched: the JVM answers with an {@link InternalError}, though not at the access. It notes the
 * fault, goes on, and throws when the thread next passes a safepoint; compiled code may have left
 * the method by then, and every {@code catch} in it. So whoever wants to catch such a fault calls
 * {@link #surface()} last in its {@code try}, however that ends.
 *
 * <p>Each turn of a loop whose end the compiler cannot know passes a safepoint. The other ways to
 * get there, native calls above all, take a hundred times as long.
 */
public final class MemoryFaults {
    private static final int TURNS = 2;
    private static volatile int none;

    private MemoryFaults() {}

    /** Throws the fault that the calling thread has met and not been told of yet, if any. */
    public static void surface() {
        int turn = 0;
        while (turn < TURNS + none) {
            turn++;
        }
    }
}
