package dev.polyloom.python.runtime.library;

import java.util.BitSet;

/** The numbers of open sockets: always the least that is free. */
public final class Descriptors {
    private static final int FIRST = 3;
    private static final BitSet TAKEN = new BitSet();

    private Descriptors() {}

    /** Takes the least number that is free. */
    public static long take() {
        synchronized (TAKEN) {
            int number = TAKEN.nextClearBit(FIRST);
            TAKEN.set(number);
            return number;
        }
    }

    /** Gives a number back. */
    public static void giveBack(long number) {
        synchronized (TAKEN) {
            TAKEN.clear((int) number);
        }
    }
}
