package dev.polyloom.python.runtime.hash;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.text.Bytes;

/**
 * {@code base64} and {@code zlib}'s checksums. Thread-safe: there is no state; arrays that come
 * back are new.
 */
public final class Binary {
    private static final String STANDARD =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final String SAFE = STANDARD.replace('+', '-').replace('/', '_');
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Binary() {}

    /** Returns {@code base64.b64encode(bytes)}. */
    public static byte[] base64(byte[] bytes) {
        return encode(bytes, STANDARD, 6);
    }

    /** Returns {@code base64.urlsafe_b64encode(bytes)}. */
    public static byte[] urlSafeBase64(byte[] bytes) {
        return encode(bytes, SAFE, 6);
    }

    /** Returns {@code base64.b32encode(bytes)}. */
    public static byte[] base32(byte[] bytes) {
        return encode(bytes, BASE_32, 5);
    }

    /** Returns {@code base64.b16encode(bytes)}. */
    public static byte[] base16(byte[] bytes) {
        return Bytes.upper(Bytes.of(Bytes.hex(bytes, "", 0)));
    }

    private static byte[] encode(byte[] bytes, String alphabet, int bits) {
        StringBuilder out = new StringBuilder();
        int group = bits == 6 ? 4 : 8;
        int kept = 0;
        int held = 0;
        for (byte b : bytes) {
            held = (held << 8 | (b & 0xFF)) & 0xFFFF;
            kept += 8;
            while (kept >= bits) {
                kept -= bits;
                out.append(alphabet.charAt(held >>> kept & (1 << bits) - 1));
            }
        }
        if (kept > 0) {
            out.append(alphabet.charAt(held << (bits - kept) & (1 << bits) - 1));
        }
        return Bytes.of(out.append("=".repeat(Math.floorMod(-out.length(), group))).toString());
    }

    /**
     * Returns {@code base64.b64decode(text)}: what is not in the alphabet is passed over.
     *
     * @throws RuntimeException binascii.Error
     */
    public static byte[] fromBase64(byte[] text) {
        return decode(Bytes.text(text), STANDARD);
    }

    /**
     * Returns {@code base64.urlsafe_b64decode(text)}.
     *
     * @throws RuntimeException binascii.Error
     */
    public static byte[] fromUrlSafeBase64(byte[] text) {
        return decode(Bytes.text(text).replace('-', '+').replace('_', '/'), STANDARD);
    }

    private static byte[] decode(String text, String alphabet) {
        StringBuilder out = new StringBuilder();
        int held = 0;
        int count = 0;
        int pads = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '=') {
                pads++;
                if (count % 4 >= 2 && count % 4 + pads >= 4) {
                    return Bytes.of(out.toString());
                }
                continue;
            }
            int digit = alphabet.indexOf(c);
            if (digit < 0) {
                continue;
            }
            pads = 0;
            held = (held << 6 | digit) & 0xFFFFFF;
            int place = count++ % 4;
            if (place > 0) {
                out.append((char) (held >>> (6 - 2 * place) & 0xFF));
            }
        }
        if (count % 4 == 1) {
            throw error(
                    "Invalid base64-encoded string: number of data characters ("
                            + count
                            + ") cannot be 1 more than a multiple of 4");
        }
        if (count % 4 != 0) {
            throw error("Incorrect padding");
        }
        return Bytes.of(out.toString());
    }

    private static RuntimeException error(String text) {
        return Fault.of("Error", text);
    }

    /** Returns {@code zlib.crc32(bytes, start)}. */
    public static long crc32(byte[] bytes, long start) {
        int crc = ~(int) start;
        for (byte b : bytes) {
            crc ^= b & 0xFF;
            for (int i = 0; i < 8; i++) {
                crc = (crc >>> 1) ^ (0xEDB88320 & -(crc & 1));
            }
        }
        return ~crc & 0xFFFFFFFFL;
    }

    /** Returns {@code zlib.adler32(bytes, start)}, where the usual start is 1. */
    public static long adler32(byte[] bytes, long start) {
        long low = start & 0xFFFF;
        long high = start >>> 16 & 0xFFFF;
        for (byte b : bytes) {
            low = (low + (b & 0xFF)) % 65521;
            high = (high + low) % 65521;
        }
        return high << 16 | low;
    }
}
