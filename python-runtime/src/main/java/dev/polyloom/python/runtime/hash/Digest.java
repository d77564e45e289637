package dev.polyloom.python.runtime.hash;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.text.Bytes;
import java.util.Arrays;
import java.util.List;

/**
 * An object of {@code hashlib}. Thread-safe: each call takes the lock of the object.
 *
 * <p>It is written out here because not every platform on which this runtime works has the JDK's
 * digests.
 */
public final class Digest {
    /** The names that {@link #of(String)} knows. */
    public static final List<String> NAMES =
            List.of("md5", "sha1", "sha224", "sha256", "sha384", "sha512");

    private final String name;
    private final Rounds rounds;
    private final byte[] block;
    private int filled;
    private long length;

    private Digest(String name, Rounds rounds) {
        this.name = name;
        this.rounds = rounds;
        block = new byte[rounds.blockSize()];
    }

    /**
     * Returns {@code hashlib.new(name)}.
     *
     * @throws RuntimeException ValueError for a name that is not known
     */
    public static Digest of(String name) {
        Rounds rounds =
                switch (name) {
                    case "md5" -> new Md5();
                    case "sha1" -> new Sha1();
                    case "sha224", "sha256" -> new Sha256(name.equals("sha224"));
                    case "sha384", "sha512" -> new Sha512(name.equals("sha384"));
                    default -> throw Fault.value("unsupported hash type " + name);
                };
        return new Digest(name, rounds);
    }

    /** Returns the digest of the bytes, with the algorithm of that name. */
    public static byte[] of(String name, byte[] bytes) {
        Digest digest = of(name);
        digest.update(bytes);
        return digest.digest();
    }

    /** Returns {@code name}. */
    public String name() {
        return name;
    }

    /** Returns {@code digest_size}. */
    public int size() {
        return rounds.digestSize();
    }

    /** Returns {@code block_size}. */
    public int blockSize() {
        return block.length;
    }

    /** Does {@code update(bytes)}. */
    public synchronized void update(byte[] bytes) {
        length += bytes.length;
        int at = 0;
        while (at < bytes.length) {
            int count = Math.min(block.length - filled, bytes.length - at);
            System.arraycopy(bytes, at, block, filled, count);
            filled += count;
            at += count;
            if (filled == block.length) {
                rounds.add(block);
                filled = 0;
            }
        }
    }

    /** Returns {@code digest()}. */
    public synchronized byte[] digest() {
        Digest last = copy();
        int end = block.length - block.length / 8;
        int zeros = Math.floorMod(end - filled - 1, block.length);
        byte[] padding = new byte[1 + zeros + block.length / 8];
        padding[0] = (byte) 0x80;
        long bits = length * 8;
        for (int i = 0; i < 8; i++) {
            int place = rounds.isLittleEndian() ? padding.length - 8 + i : padding.length - 1 - i;
            padding[place] = (byte) (bits >>> (8 * i));
        }
        last.update(padding);
        return Arrays.copyOf(last.rounds.result(), size());
    }

    /** Returns {@code hexdigest()}. */
    public String hexDigest() {
        return Bytes.hex(digest(), "", 0);
    }

    /** Returns {@code copy()}. */
    public synchronized Digest copy() {
        Digest copy = new Digest(name, rounds.copy());
        System.arraycopy(block, 0, copy.block, 0, filled);
        copy.filled = filled;
        copy.length = length;
        return copy;
    }
}
