package dev.polyloom.threading.jvm;

import dev.polyloom.threading.channel.Patience;

/**
 * How long threads of one kind look before they sleep at one channel, learnt from whether it paid
 * lately. To sleep and to be woken takes far longer than a hand-over between two threads that run,
 * and whoever was just woken comes so late that the other side has gone to sleep meanwhile: once
 * one sleeps, both sleep at every element. Only looking for longer than a wake-up takes gets them
 * out of that. Where looking does not pay, it is tried at ever longer intervals, so that who waits
 * for something slow soon wastes next to nothing.
 *
 * <p>Platform threads give way between looks, as the other side may need this processor. Virtual
 * threads do so only where what they wait for mostly comes in bursts, since a virtual thread that
 * gives way takes as long as a hand-over.
 */
final class AdaptivePatience implements Patience {
    private static final int LOOKS_A_YIELD = 8;
    private static final int YIELDS = 2;

    /** Roughly what it takes to wake a thread on a processor that sleeps. */
    private static final long WAKING_NANOS = 50_000;

    /** Keeps a carrier from others, so less. */
    private static final long WAKING_LIGHT_NANOS = 20_000;

    /** After how many sleeps in a row looking is tried again, at the latest. */
    private static final int LONGEST_INTERVAL = 1024;

    private static final boolean ALONE = Runtime.getRuntime().availableProcessors() == 1;

    private final int least;
    private final int looksPerYield;
    private final long most;

    /** How often in a row looking did not pay; threads may overwrite what others count. */
    private int misses;

    private AdaptivePatience(int yields, int looksPerYield, long most) {
        least = yields * looksPerYield;
        this.looksPerYield = looksPerYield;
        this.most = ALONE ? 0 : most;
    }

    /** Returns that of platform threads. */
    static Patience ofPlatform() {
        return new AdaptivePatience(YIELDS, LOOKS_A_YIELD, WAKING_NANOS);
    }

    /** Returns that of virtual threads that wait for each other at each element. */
    static Patience ofVirtual() {
        return new AdaptivePatience(0, Integer.MAX_VALUE, WAKING_LIGHT_NANOS);
    }

    /** Returns that of virtual threads at a channel with room. */
    static Patience ofVirtualWithRoom() {
        return new AdaptivePatience(YIELDS, 1, 0);
    }

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // a hint is all that is needed
    public boolean pause(int looks, long since) {
        if (looks >= least && !(isWorthIt() && System.nanoTime() - since < most)) {
            misses++;
            return false;
        }
        if (looks % looksPerYield == looksPerYield - 1) {
            Thread.yield();
        } else {
            Thread.onSpinWait();
        }
        return true;
    }

    private boolean isWorthIt() {
        int missed = misses;
        return most > 0 && ((missed & (missed - 1)) == 0 || missed % LONGEST_INTERVAL == 0);
    }

    @Override
    public void paid() {
        if (misses != 0) {
            misses = 0;
        }
    }
}
