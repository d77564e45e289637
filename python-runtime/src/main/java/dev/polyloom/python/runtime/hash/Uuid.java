package dev.polyloom.python.runtime.hash;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.number.IntText;
import dev.polyloom.python.runtime.number.Ints;
import dev.polyloom.python.runtime.text.Bytes;
import dev.polyloom.python.runtime.text.Codecs;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A {@code uuid.UUID}. Immutable.
 *
 * @param hex its 32 digits, in small letters
 */
public record Uuid(String hex) implements Comparable<Uuid> {
    private static final int SIZE = 16;

    /**
     * Returns {@code UUID(text)}.
     *
     * @throws RuntimeException ValueError
     */
    public static Uuid parse(String text) {
        String digits = text.replace("urn:", "").replace("uuid:", "");
        while (!digits.isEmpty() && "{}".indexOf(digits.charAt(0)) >= 0) {
            digits = digits.substring(1);
        }
        while (!digits.isEmpty() && "{}".indexOf(digits.charAt(digits.length() - 1)) >= 0) {
            digits = digits.substring(0, digits.length() - 1);
        }
        digits = digits.replace("-", "");
        if (digits.length() != 2 * SIZE) {
            throw Fault.value("badly formed hexadecimal UUID string");
        }
        Object number = IntText.parse(digits, 16);
        return new Uuid(hex(Ints.big(number)));
    }

    private static String hex(BigInteger number) {
        String digits = number.toString(16);
        return "0".repeat(2 * SIZE - digits.length()) + digits;
    }

    /** Returns {@code UUID(bytes=bytes)} of sixteen bytes, with a version if it is not 0. */
    public static Uuid of(byte[] bytes, int version) {
        byte[] marked = Arrays.copyOf(bytes, SIZE);
        if (version != 0) {
            marked[6] = (byte) ((marked[6] & 0x0F) | version << 4);
            marked[8] = (byte) ((marked[8] & 0x3F) | 0x80);
        }
        return new Uuid(Bytes.hex(marked, "", 0));
    }

    /** Returns {@code uuid3(space, name)}. */
    public static Uuid ofMd5(Uuid space, String name) {
        return named("md5", space, name, 3);
    }

    /** Returns {@code uuid5(space, name)}. */
    public static Uuid ofSha1(Uuid space, String name) {
        return named("sha1", space, name, 5);
    }

    private static Uuid named(String digest, Uuid space, String name, int version) {
        Digest all = Digest.of(digest);
        all.update(space.bytes());
        all.update(Codecs.encode(name, "utf-8", "strict"));
        return of(all.digest(), version);
    }

    /** Returns {@code bytes}. */
    public byte[] bytes() {
        return Bytes.fromHex(hex);
    }

    /** Returns {@code int}. */
    public Object number() {
        return Ints.of(new BigInteger(hex, 16));
    }

    /** Returns {@code version}; null is None. */
    public @Nullable Integer version() {
        boolean standard = Character.digit(hex.charAt(16), 16) >> 2 == 2;
        return standard ? (Integer) Character.digit(hex.charAt(12), 16) : null;
    }

    @Override
    public int compareTo(Uuid other) {
        return hex.compareTo(other.hex);
    }

    /** Returns {@code str(self)}. */
    @Override
    public String toString() {
        return hex.substring(0, 8)
                + "-"
                + hex.substring(8, 12)
                + "-"
                + hex.substring(12, 16)
                + "-"
                + hex.substring(16, 20)
                + "-"
                + hex.substring(20);
    }

    /** Returns {@code repr(self)}. */
    public String repr() {
        return "UUID('" + this + "')";
    }
}
