package dev.polyloom.python.runtime.hash;

/** SHA-512 and SHA-384, after FIPS 180-4. */
final class Sha512 implements Rounds {
    private static final long[] ROOTS = Words.roots(3, 80);

    private final boolean shorter;
    private final long[] state;

    Sha512(boolean shorter) {
        this(shorter, initial(shorter));
    }

    private Sha512(boolean shorter, long[] state) {
        this.shorter = shorter;
        this.state = state;
    }

    private static long[] initial(boolean shorter) {
        long[] all = Words.roots(2, 16);
        long[] state = new long[8];
        for (int i = 0; i < state.length; i++) {
            state[i] = all[shorter ? i + 8 : i];
        }
        return state;
    }

    @Override
    public int blockSize() {
        return 128;
    }

    @Override
    public int digestSize() {
        return shorter ? 48 : 64;
    }

    @Override
    public boolean isLittleEndian() {
        return false;
    }

    @Override
    public void add(byte[] block) {
        long[] w = schedule(block);
        long[] s = state.clone();
        for (int i = 0; i < w.length; i++) {
            long a = s[0];
            long e = s[4];
            long first =
                    s[7]
                            + (Long.rotateRight(e, 14)
                                    ^ Long.rotateRight(e, 18)
                                    ^ Long.rotateRight(e, 41))
                            + ((e & s[5]) ^ (~e & s[6]))
                            + ROOTS[i]
                            + w[i];
            long second =
                    (Long.rotateRight(a, 28) ^ Long.rotateRight(a, 34) ^ Long.rotateRight(a, 39))
                            + ((a & s[1]) ^ (a & s[2]) ^ (s[1] & s[2]));
            System.arraycopy(s, 0, s, 1, 7);
            s[4] += first;
            s[0] = first + second;
        }
        for (int i = 0; i < s.length; i++) {
            state[i] += s[i];
        }
    }

    private static long[] schedule(byte[] block) {
        long[] w = new long[80];
        for (int i = 0; i < 16; i++) {
            w[i] = Words.bigLong(block, 8 * i);
        }
        for (int i = 16; i < w.length; i++) {
            long a = w[i - 15];
            long b = w[i - 2];
            w[i] =
                    w[i - 16]
                            + (Long.rotateRight(a, 1) ^ Long.rotateRight(a, 8) ^ (a >>> 7))
                            + w[i - 7]
                            + (Long.rotateRight(b, 19) ^ Long.rotateRight(b, 61) ^ (b >>> 6));
        }
        return w;
    }

    @Override
    public byte[] result() {
        int[] words = new int[2 * state.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = (int) (i % 2 == 0 ? state[i / 2] >>> 32 : state[i / 2]);
        }
        return Words.bytes(words);
    }

    @Override
    public Rounds copy() {
        return new Sha512(shorter, state.clone());
    }
}
