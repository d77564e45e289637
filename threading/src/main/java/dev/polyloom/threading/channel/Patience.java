package dev.polyloom.threading.channel;

/**
 * How long a thread looks for what it waits for before it sleeps. Safe for any number of threads.
 */
public interface Patience {
    /** That of threads that sleep at once. */
    Patience NONE =
            new Patience() {
                @Override
                public boolean pause(int looks, long since) {
                    return false;
                }

                @Override
                public void paid() {
                    // there is nothing to learn
                }
            };

    /**
     * Pauses until it is time for another look.
     *
     * @param looks how often the thread has paused in this wait
     * @param since the {@link System#nanoTime} at which the wait began
     * @return whether to look again; if not, it is time to sleep, and there was no pause
     */
    boolean pause(int looks, long since);

    /** Notes that a look has found what a thread waited for. */
    void paid();
}
