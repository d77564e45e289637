package dev.polyloom.python.runtime.hash;

/** SHA-256 and SHA-224, after FIPS 180-4. */
final class Sha256 implements Rounds {
    private static final long[] ROOTS = Words.roots(3, 64);

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
        long[] all = Words.roots(2, 16);
        int[] state = new int[8];
        for (int i = 0; i < state.length; i++) {
            state[i] = (int) (shorter ? all[i + 8] : all[i] >>> 32);
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
        int[] s = state.clone();
        for (int i = 0; i < w.length; i++) {
            int a = s[0];
            int e = s[4];
            int first =
                    s[7]
                            + (Integer.rotateRight(e, 6)
                                    ^ Integer.rotateRight(e, 11)
                                    ^ Integer.rotateRight(e, 25))
                            + ((e & s[5]) ^ (~e & s[6]))
                            + (int) (ROOTS[i] >>> 32)
                            + w[i];
            int second =
                    (Integer.rotateRight(a, 2)
                                    ^ Integer.rotateRight(a, 13)
                                    ^ Integer.rotateRight(a, 22))
                            + ((a & s[1]) ^ (a & s[2]) ^ (s[1] & s[2]));
            System.arraycopy(s, 0, s, 1, 7);
            s[4] += first;
            s[0] = first + second;
        }
        for (int i = 0; i < s.length; i++) {
            state[i] += s[i];
        }
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
