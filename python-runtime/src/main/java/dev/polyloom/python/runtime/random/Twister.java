package dev.polyloom.python.runtime.random;

import java.math.BigInteger;

/** The generator MT19937. Not thread-safe. */
final class Twister {
    static final int SIZE = 624;
    private static final int MIDDLE = 397;
    private static final int UPPER = 0x80000000;
    private static final int LOWER = 0x7FFFFFFF;

    private final int[] words = new int[SIZE];
    private int next = SIZE;

    void seed(BigInteger value) {
        int count = Math.max(1, (value.bitLength() + 31) / 32);
        int[] key = new int[count];
        for (int i = 0; i < count; i++) {
            key[i] = value.shiftRight(32 * i).intValue();
        }
        seed(key);
    }

    private void seed(int number) {
        words[0] = number;
        for (int i = 1; i < SIZE; i++) {
            words[i] = 1812433253 * (words[i - 1] ^ (words[i - 1] >>> 30)) + i;
        }
        next = SIZE;
    }

    private void seed(int[] key) {
        seed(19650218);
        int i = 1;
        int j = 0;
        for (int k = Math.max(SIZE, key.length); k > 0; k--) {
            words[i] = (words[i] ^ ((words[i - 1] ^ (words[i - 1] >>> 30)) * 1664525)) + key[j] + j;
            i = advance(i);
            j = (j + 1) % key.length;
        }
        for (int k = SIZE - 1; k > 0; k--) {
            words[i] = (words[i] ^ ((words[i - 1] ^ (words[i - 1] >>> 30)) * 1566083941)) - i;
            i = advance(i);
        }
        words[0] = UPPER;
    }

    private int advance(int i) {
        if (i + 1 < SIZE) {
            return i + 1;
        }
        words[0] = words[SIZE - 1];
        return 1;
    }

    int next() {
        if (next == SIZE) {
            twist();
        }
        int y = words[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9D2C5680;
        y ^= (y << 15) & 0xEFC60000;
        return y ^ (y >>> 18);
    }

    private void twist() {
        for (int i = 0; i < SIZE - MIDDLE; i++) {
            words[i] = words[i + MIDDLE] ^ mixed(words[i], words[i + 1]);
        }
        for (int i = SIZE - MIDDLE; i < SIZE - 1; i++) {
            words[i] = words[i + MIDDLE - SIZE] ^ mixed(words[i], words[i + 1]);
        }
        words[SIZE - 1] = words[MIDDLE - 1] ^ mixed(words[SIZE - 1], words[0]);
        next = 0;
    }

    private static int mixed(int high, int low) {
        int y = (high & UPPER) | (low & LOWER);
        return (y >>> 1) ^ (-(y & 1) & 0x9908B0DF);
    }

    /** Returns the words, and after them the place of the next one. */
    long[] state() {
        long[] state = new long[SIZE + 1];
        for (int i = 0; i < SIZE; i++) {
            state[i] = words[i] & 0xFFFFFFFFL;
        }
        state[SIZE] = next;
        return state;
    }

    void setState(long[] state) {
        for (int i = 0; i < SIZE; i++) {
            words[i] = (int) state[i];
        }
        next = (int) state[SIZE];
    }
}
