package dev.polyloom.python.runtime.hash;

/** SHA-256 and SHA-224, after FIPS 180-4. */
final class Sha256 implements Rounds {
    private static final long[] ROOTS = Words.roots(3, 64);
    private static final long[] FIRST = Words.roots(2, 16);

    private final boolean shorter;
    private final int[] state;

    Sha256(boolean shorter) {
        this(shorter, initial(shorter));
    }

    private Sha256(boolean shorter, int[] state) {
        this.shorter = shorter;
        this.state = state;
    }

    private static int[] initial(boolean shorter) {
        int[] state = new int[8];
        for (int i = 0; i < state.length; i++) {
            state[i] = (int) (shorter ? FIRST[i + 8] : FIRST[i] >>> 32);
        }
        return state;
    }

    @Override
    public int blockSize() {
        return 64;
    }

    @Override
    public int digestSize() {
        return shorter ? 28 : 32;
    }

    @Override
    public boolean isLittleEndian() {
        return false;
    }

    @Override
    public void add(byte[] block) {
        int[] w = schedule(block);
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        int e = state[4];
        int f = state[5];
        int g = state[6];
        int h = state[7];
        for (int i = 0; i < w.length; i++) {
            int first =
                    h + mixed(e, 6, 11, 25) + ((e & f) ^ (~e & g)) + (int) (ROOTS[i] >>> 32) + w[i];
            int second = mixed(a, 2, 13, 22) + ((a & b) ^ (a & c) ^ (b & c));
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

    private static int mixed(int word, int first, int second, int third) {
        return Integer.rotateRight(word, first)
                ^ Integer.rotateRight(word, second)
                ^ Integer.rotateRight(word, third);
    }

    private static int[] schedule(byte[] block) {
        int[] w = new int[64];
        for (int i = 0; i < 16; i++) {
            w[i] = Words.big(block, 4 * i);
        }
        for (int i = 16; i < w.length; i++) {
            int a = w[i - 15];
            int b = w[i - 2];
            w[i] =
                    w[i - 16]
                            + (Integer.rotateRight(a, 7) ^ Integer.rotateRight(a, 18) ^ (a >>> 3))
                            + w[i - 7]
                            + (Integer.rotateRight(b, 17)
                                    ^ Integer.rotateRight(b, 19)
                                    ^ (b >>> 10));
        }
        return w;
    }

    @Override
    public byte[] result() {
        return Words.bytes(state);
    }

    @Override
    public Rounds copy() {
        return new Sha256(shorter, state.clone());
    }
}
