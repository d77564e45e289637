package dev.polyloom.python.runtime.hash;

/** MD5, after RFC 1321. */
final class Md5 implements Rounds {
    private static final int[] SHIFTS = {7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21};
    private static final int[] SINES = sines();

    private final int[] state;

    Md5() {
        this(new int[] {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476});
    }

    private Md5(int[] state) {
        this.state = state;
    }

    private static int[] sines() {
        int[] sines = new int[64];
        for (int i = 0; i < sines.length; i++) {
            sines[i] = (int) (long) (Math.abs(StrictMath.sin(i + 1)) * 0x1p32);
        }
        return sines;
    }

    @Override
    public int blockSize() {
        return 64;
    }

    @Override
    public int digestSize() {
        return 16;
    }

    @Override
    public boolean isLittleEndian() {
        return true;
    }

    @Override
    public void add(byte[] block) {
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        for (int i = 0; i < 64; i++) {
            int round = i / 16;
            int mixed =
                    switch (round) {
                        case 0 -> (b & c) | (~b & d);
                        case 1 -> (d & b) | (~d & c);
                        case 2 -> b ^ c ^ d;
                        default -> c ^ (b | ~d);
                    };
            int word =
                    switch (round) {
                        case 0 -> i;
                        case 1 -> 5 * i + 1;
                        case 2 -> 3 * i + 5;
                        default -> 7 * i;
                    };
            int sum = a + mixed + SINES[i] + Words.little(block, 4 * (word % 16));
            a = d;
            d = c;
            c = b;
            b += Integer.rotateLeft(sum, SHIFTS[4 * round + i % 4]);
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
    }

    @Override
    public byte[] result() {
        int[] words = new int[state.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = Integer.reverseBytes(state[i]);
        }
        return Words.bytes(words);
    }

    @Override
    public Rounds copy() {
        return new Md5(state.clone());
    }
}
