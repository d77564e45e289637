package dev.polyloom.python.runtime.hash;

import java.math.BigInteger;

/** Words of bytes, and the constants that the SHA-2 family takes from roots of primes. */
final class Words {
    private Words() {}

    static int big(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | (bytes[at + 3] & 0xFF);
    }

    static long bigLong(byte[] bytes, int at) {
        return (long) big(bytes, at) << 32 | (big(bytes, at + 4) & 0xFFFFFFFFL);
    }

    static int little(byte[] bytes, int at) {
        return Integer.reverseBytes(big(bytes, at));
    }

    static byte[] bytes(int[] words) {
        byte[] bytes = new byte[4 * words.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (words[i / 4] >>> (24 - 8 * (i % 4)));
        }
        return bytes;
    }

    /** Returns the first 64 bits behind the point of the roots of as many primes. */
    static long[] roots(int degree, int count) {
        long[] roots = new long[count];
        int prime = 1;
        for (int i = 0; i < count; i++) {
            do {
                prime++;
            } while (!BigInteger.valueOf(prime).isProbablePrime(20));
            roots[i] = root(BigInteger.valueOf(prime).shiftLeft(64 * degree), degree).longValue();
        }
        return roots;
    }

    private static BigInteger root(BigInteger value, int degree) {
        BigInteger root = BigInteger.ZERO;
        for (int bit = value.bitLength() / degree; bit >= 0; bit--) {
            BigInteger next = root.setBit(bit);
            if (next.pow(degree).compareTo(value) <= 0) {
                root = next;
            }
        }
        return root;
    }
}
