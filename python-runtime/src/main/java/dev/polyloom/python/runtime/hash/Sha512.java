package dev.polyloom.python.runtime.hash;

/** SHA-512 and SHA-384, after FIPS 180-4. */
final class Sha512 implements Rounds {
    private static final long[] ROOTS = Words.roots(3, 80);
    private static final long[] FIRST = Words.roots(2, 16);

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
        long[] state = new long[8];
        for (int i = 0; i < state.length; i++) {
            state[i] = FIRST[shorter ? i + 8 : i];
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
        long a = state[0];
        long b = state[1];
        long c = state[2];
        long d = state[3];
        long e = state[4];
        long f = state[5];
        long g = state[6];
        long h = state[7];
        for (int i = 0; i < w.length; i++) {
            long first = h + mixed(e, 14, 18, 41) + ((e & f) ^ (~e & g)) + ROOTS[i] + w[i];
            long second = mixed(a, 28, 34, 39) + ((a & b) ^ (a & c) ^ (b & c));
            h = g;
            g = f;
            f = e;
            e = d + first;
            d = c;
            c = b;
            b = a;
            a = first + second;
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    private static long mixed(long word, int first, int second, int third) {
        return Long.rotateRight(word, first)
                ^ Long.rotateRight(word, second)
                ^ Long.rotateRight(word, third);
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
