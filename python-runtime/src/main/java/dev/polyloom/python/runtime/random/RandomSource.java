package dev.polyloom.python.runtime.random;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.hash.Digest;
import dev.polyloom.python.runtime.number.Floats;
import dev.polyloom.python.runtime.number.Ints;
import dev.polyloom.python.runtime.text.Codecs;
import java.math.BigInteger;

/**
 * The bits, ints and floats of a {@code random.Random}. Thread-safe: each call takes the lock of
 * the object, save that each thread draws numbers of its own where no program can know which come.
 */
public abstract class RandomSource {
    private final Twister twister = new Twister();
    private final ThreadLocal<Twister> own = ThreadLocal.withInitial(RandomSource::unknown);

    /** Whether the program knows the seed or the state. */
    private volatile boolean repeatable;

    RandomSource() {}

    /** Seeds with the time and the place of an object in memory, as {@code seed()} may. */
    public final synchronized void seed() {
        restart(entropy());
        repeatable = false;
    }

    private static Twister unknown() {
        Twister made = new Twister();
        made.seed(entropy());
        return made;
    }

    private static BigInteger entropy() {
        long mixed = System.nanoTime() * 0x9E3779B97F4A7C15L ^ System.currentTimeMillis();
        long other = System.identityHashCode(new Object()) * 0xBF58476D1CE4E5B9L;
        return new BigInteger(1, BigInteger.valueOf(mixed ^ (other << 17)).toByteArray());
    }

    /**
     * Seeds.
     *
     * @param value an int, a {@link Double}, a {@link String} or a {@code byte[]}
     * @throws RuntimeException TypeError for another type
     */
    public final synchronized void seed(Object value) {
        repeatable = true;
        switch (value) {
            case Double real -> restart(new BigInteger(Long.toUnsignedString(Floats.hash(real))));
            case String text -> seed(Codecs.encode(text, "utf-8", "strict"));
            case byte[] bytes -> {
                byte[] digest = Digest.of("sha512", bytes);
                byte[] all = new byte[bytes.length + digest.length];
                System.arraycopy(bytes, 0, all, 0, bytes.length);
                System.arraycopy(digest, 0, all, bytes.length, digest.length);
                restart(new BigInteger(1, all));
            }
            default -> {
                if (!Ints.isInt(value)) {
                    throw Fault.type(
                            "The only supported seed types are: None,\n"
                                    + "int, float, str, bytes, and bytearray.");
                }
                restart(Ints.big(value).abs());
            }
        }
    }

    private void restart(BigInteger value) {
        twister.seed(value);
        forget();
    }

    /** Drops what was kept of earlier numbers, after a seed or a new state. */
    void forget() {}

    /** Returns {@code random()}, from 0 up to but without 1, with 53 bits. */
    public final double random() {
        if (!repeatable) {
            return real(own.get());
        }
        synchronized (this) {
            return real(twister);
        }
    }

    private static double real(Twister twister) {
        double a = twister.next() >>> 5;
        double b = twister.next() >>> 6;
        return (a * 67108864.0 + b) * (1.0 / 9007199254740992.0);
    }

    /**
     * Returns {@code getrandbits(count)}.
     *
     * @throws RuntimeException ValueError
     */
    public final synchronized Object bits(long count) {
        if (count < 0) {
            throw Fault.value("number of bits must be non-negative");
        }
        if (count <= 62) {
            return smallBits((int) count);
        }
        int words = Math.toIntExact((count - 1) / 32 + 1);
        byte[] bytes = new byte[4 * words];
        long left = count;
        for (int i = 0; i < words; i++, left -= 32) {
            int word = left < 32 ? twister.next() >>> (32 - left) : twister.next();
            for (int j = 0; j < 4; j++) {
                bytes[bytes.length - 1 - 4 * i - j] = (byte) (word >>> (8 * j));
            }
        }
        return Ints.of(new BigInteger(1, bytes));
    }

    private long smallBits(int count) {
        return smallBits(twister, count);
    }

    private static long smallBits(Twister twister, int count) {
        if (count == 0) {
            return 0;
        }
        if (count <= 32) {
            return (twister.next() >>> (32 - count)) & 0xFFFFFFFFL;
        }
        long low = twister.next() & 0xFFFFFFFFL;
        return low | (twister.next() >>> (64 - count) & 0xFFFFFFFFL) << 32;
    }

    /** Returns an int from 0 up to but without the limit, which is positive. */
    public final synchronized Object below(Object limit) {
        if (limit instanceof Long small) {
            return below((long) small);
        }
        int bits = Ints.bitLength(limit);
        Object value = bits(bits);
        while (Ints.compare(value, limit) >= 0) {
            value = bits(bits);
        }
        return value;
    }

    /** Returns an int from 0 up to but without the limit, which is positive. */
    public final long below(long limit) {
        int count = Long.SIZE - Long.numberOfLeadingZeros(limit);
        if (!repeatable && count <= 62) {
            return below(own.get(), limit, count);
        }
        synchronized (this) {
            return count > 62 ? (Long) wide(limit, count) : below(twister, limit, count);
        }
    }

    private static long below(Twister twister, long limit, int count) {
        long value = smallBits(twister, count);
        while (value >= limit) {
            value = smallBits(twister, count);
        }
        return value;
    }

    private Object wide(long limit, int count) {
        Object value = bits(count);
        while (Ints.compare(value, limit) >= 0) {
            value = bits(count);
        }
        return value;
    }

    /** Returns {@code randbytes(count)}. */
    public final byte[] bytes(int count) {
        BigInteger value = Ints.big(bits(8L * count));
        byte[] result = new byte[count];
        for (int i = 0; i < count; i++) {
            result[i] = value.shiftRight(8 * i).byteValue();
        }
        return result;
    }

    /** Returns the 625 ints in the middle of {@code getstate()}. */
    public final synchronized long[] state() {
        repeatable = true;
        return twister.state();
    }

    /**
     * Takes the 625 ints of a state up again.
     *
     * @throws RuntimeException ValueError
     */
    public final synchronized void setState(long[] state) {
        long place = state.length == Twister.SIZE + 1 ? state[Twister.SIZE] : -1;
        if (place < 0 || place > Twister.SIZE) {
            throw Fault.value(place == -1 ? "state vector is the wrong size" : "invalid state");
        }
        repeatable = true;
        twister.setState(state);
        forget();
    }
}
