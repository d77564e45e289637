package dev.polyloom.python.runtime.hash;

/** SHA-1, after FIPS 180-4. */
final class Sha1 implements Rounds {
    private final int[] state;

    Sha1() {
        this(new int[] {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0});
    }

    private Sha1(int[] state) {
        this.state = state;
    }

    @Override
    public int blockSize() {
        return 64;
    }

    @Override
    public int digestSize() {
        return 20;
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
        for (int i = 0; i < 80; i++) {
            int mixed =
                    switch (i / 20) {
                        case 0 -> ((b & c) | (~b & d)) + 0x5A827999;
                        case 1 -> (b ^ c ^ d) + 0x6ED9EBA1;
                        case 2 -> ((b & c) | (b & d) | (c & d)) + 0x8F1BBCDC;
                        default -> (b ^ c ^ d) + 0xCA62C1D6;
                    };
            int next = Integer.rotateLeft(a, 5) + mixed + e + w[i];
            e = d;
            d = c;
            c = Integer.rotateLeft(b, 30);
            b = a;
            a = next;
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
    }

    private static int[] schedule(byte[] block) {
        int[] w = new int[80];
        for (int i = 0; i < w.length; i++) {
            w[i] =
                    i < 16
                            ? Words.big(block, 4 * i)
                            : Integer.rotateLeft(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
        }
        return w;
    }

    @Override
    public byte[] result() {
        return Words.bytes(state);
    }

    @Override
    public Rounds copy() {
        return new Sha1(state.clone());
    }
}
