package dev.polyloom.python.runtime.text;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.platform.Platform;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Text to bytes and back in UTF-8, Latin-1 and ASCII, with Python's handlers of errors.
 * Thread-safe: there is no state.
 */
public final class Codecs {
    private enum Codec {
        UTF_8("utf-8", "surrogates not allowed", Character.MAX_CODE_POINT),
        LATIN_1("latin-1", "ordinal not in range(256)", 0xFF),
        ASCII("ascii", "ordinal not in range(128)", 0x7F);

        private final String shown;
        private final String refusal;
        private final int most;

        Codec(String shown, String refusal, int most) {
            this.shown = shown;
            this.refusal = refusal;
            this.most = most;
        }

        boolean encodes(int c) {
            return c <= most && !(this == UTF_8 && c >= 0xD800 && c <= 0xDFFF);
        }
    }

    private static final Sequence ASCII_ERROR = new Sequence(1, Codec.ASCII.refusal);

    private Codecs() {}

    private static String plain(String encoding) {
        return encoding.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    private static RuntimeException unmapped(String text, String encoding, Charset charset) {
        CharsetEncoder encoder = charset.newEncoder();
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int end = text.offsetByCodePoints(i, 1);
            if (!encoder.canEncode(text.substring(i, end))) {
                boolean wide = charset.name().startsWith("UTF");
                String reason = wide ? "surrogates not allowed" : "character maps to <undefined>";
                return refused(text, i, end, wide ? plain(encoding) : "charmap", reason);
            }
        }
        throw new AssertionError("no code point of the text is refused");
    }

    private static Codec codec(String name) {
        return switch (plain(name)) {
            case "utf-8", "utf8", "u8", "utf", "cp65001" -> Codec.UTF_8;
            case "latin-1", "latin1", "iso-8859-1", "iso8859-1", "8859", "cp819", "l1", "latin" ->
                    Codec.LATIN_1;
            case "ascii", "us-ascii", "646" -> Codec.ASCII;
            default -> throw Fault.lookup("unknown encoding: " + name);
        };
    }

    /**
     * Returns {@code text.encode(encoding, errors)}.
     *
     * @throws RuntimeException UnicodeEncodeError; LookupError for what is not known
     */
    public static byte[] encode(String text, String encoding, String errors) {
        String name = plain(encoding);
        if (name.equals("utf-8-sig")) {
            return encode("\uFEFF" + text, "utf-8", errors);
        }
        if (EscapeCodec.is(name)) {
            return EscapeCodec.encode(text, name);
        }
        Charset wide = WideCodecs.of(name);
        if (wide != null) {
            byte[] made = WideCodecs.encode(text, name, wide);
            if (made == null && errors.equals("strict")) {
                throw unmapped(text, encoding, wide);
            }
            return made == null ? text.getBytes(wide) : made;
        }
        Codec codec = codec(encoding);
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (codec.encodes(c)) {
                put(out, c, codec);
            } else {
                while (next < text.length() && !codec.encodes(text.codePointAt(next))) {
                    next += Character.charCount(text.codePointAt(next));
                }
                replace(out, text, i, next, codec, errors);
            }
            i = next;
        }
        return out.toByteArray();
    }

    private static void put(ByteArrayOutputStream out, int c, Codec codec) {
        if (c < 0x80 || codec != Codec.UTF_8) {
            out.write(c);
        } else {
            write(out, Str.of(c).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void write(ByteArrayOutputStream out, byte[] bytes) {
        out.write(bytes, 0, bytes.length);
    }

    private static void replace(
            ByteArrayOutputStream out,
            String text,
            int begin,
            int end,
            Codec codec,
            String errors) {
        String part = text.substring(begin, end);
        for (int i = 0; i < part.length(); ) {
            int c = part.codePointAt(i);
            byte[] with = replacement(c, codec, errors);
            if (with == null) {
                throw refused(text, begin, end, codec.shown, codec.refusal);
            }
            write(out, with);
            i += Character.charCount(c);
        }
    }

    /** Returns the bytes that an error handler puts in the place of a code point, or null. */
    private static byte @Nullable [] replacement(int c, Codec codec, String errors) {
        return switch (errors) {
            case "strict" -> null;
            case "ignore" -> new byte[0];
            case "replace" -> Bytes.of("?");
            case "backslashreplace" -> Bytes.of(escape(c));
            case "xmlcharrefreplace" -> Bytes.of("&#" + c + ";");
            case "namereplace" -> Bytes.of(named(c));
            case "surrogateescape" ->
                    c >= 0xDC80 && c <= 0xDCFF ? new byte[] {(byte) (c - 0xDC00)} : null;
            case "surrogatepass" -> codec == Codec.UTF_8 ? surrogate(c) : null;
            default -> throw Fault.lookup("unknown error handler name '" + errors + "'");
        };
    }

    private static String escape(int c) {
        StringBuilder out = new StringBuilder();
        int width = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
        Repr.hex(out.append(width == 2 ? "\\x" : width == 4 ? "\\u" : "\\U"), c, width);
        return out.toString();
    }

    private static String named(int c) {
        String name = Platform.machine().characterName(c);
        return name == null || Character.getType(c) == Character.SURROGATE
                ? escape(c)
                : "\\N{" + name + "}";
    }

    private static byte[] surrogate(int c) {
        return new byte[] {
            (byte) (0xE0 | c >> 12), (byte) (0x80 | (c >> 6 & 0x3F)), (byte) (0x80 | (c & 0x3F))
        };
    }

    private static RuntimeException refused(
            String text, int begin, int end, String codec, String reason) {
        int first = Str.index(text, begin);
        int last = Str.index(text, end) - 1;
        String what =
                first == last
                        ? "character '" + escape(text.codePointAt(begin)) + "' in position " + first
                        : "characters in position " + first + "-" + last;
        return Fault.unicode(
                "UnicodeEncodeError",
                "'" + codec + "' codec can't encode " + what + ": " + reason,
                codec,
                text,
                (long) first,
                last + 1L,
                reason);
    }

    /**
     * Returns {@code bytes.decode(encoding, errors)}.
     *
     * @throws RuntimeException UnicodeDecodeError; LookupError for what is not known
     */
    public static String decode(byte[] bytes, String encoding, String errors) {
        if (bytes.length == 0) {
            return "";
        }
        String name = plain(encoding);
        if (name.equals("utf-8-sig")) {
            return decode(bytes, "utf-8", errors).replaceFirst("^\uFEFF", "");
        }
        if (EscapeCodec.is(name)) {
            return EscapeCodec.decode(bytes, name);
        }
        Charset wide = WideCodecs.of(name);
        if (wide != null) {
            String text = WideCodecs.decode(bytes, name, wide);
            if (text == null && errors.equals("strict")) {
                throw Fault.unicode(
                        "UnicodeDecodeError",
                        "'" + name + "' codec can't decode bytes: truncated data",
                        name,
                        bytes,
                        0L,
                        (long) bytes.length,
                        "truncated data");
            }
            return text == null ? new String(bytes, wide) : text;
        }
        Codec codec = codec(encoding);
        if (codec == Codec.LATIN_1) {
            return Bytes.text(bytes);
        }
        StringBuilder out = new StringBuilder(bytes.length);
        int i = 0;
        while (i < bytes.length) {
            if (bytes[i] >= 0) {
                out.append((char) bytes[i++]);
                continue;
            }
            Sequence found = codec == Codec.ASCII ? ASCII_ERROR : Sequence.at(bytes, i);
            if (found.error == null) {
                out.append(new String(bytes, i, found.size, StandardCharsets.UTF_8));
            } else if (errors.equals("surrogatepass") && isSurrogate(bytes, i)) {
                out.append((char) ((bytes[i + 1] & 0x3F) << 6 | (bytes[i + 2] & 0x3F) | 0xD000));
                i += 3 - found.size;
            } else {
                replace(out, bytes, i, found, codec, errors);
            }
            i += found.size;
        }
        return out.toString();
    }

    private static boolean isSurrogate(byte[] bytes, int i) {
        return i + 2 < bytes.length
                && bytes[i] == (byte) 0xED
                && (bytes[i + 1] & 0xE0) == 0xA0
                && (bytes[i + 2] & 0xC0) == 0x80;
    }

    private static void replace(
            StringBuilder out, byte[] bytes, int at, Sequence bad, Codec codec, String errors) {
        switch (errors) {
            case "ignore" -> {}
            case "replace" -> out.append('\uFFFD');
            case "backslashreplace" -> {
                for (int i = at; i < at + bad.size; i++) {
                    Repr.hex(out.append("\\x"), bytes[i] & 0xFF, 2);
                }
            }
            case "surrogateescape" -> {
                for (int i = at; i < at + bad.size; i++) {
                    out.append((char) (0xDC00 + (bytes[i] & 0xFF)));
                }
            }
            case "strict", "surrogatepass" -> throw refused(bytes, at, bad, codec);
            default -> throw Fault.lookup("unknown error handler name '" + errors + "'");
        }
    }

    private static RuntimeException refused(byte[] bytes, int at, Sequence bad, Codec codec) {
        String what =
                bad.size == 1
                        ? "byte 0x" + Integer.toHexString(bytes[at] & 0xFF) + " in position " + at
                        : "bytes in position " + at + "-" + (at + bad.size - 1);
        return Fault.unicode(
                "UnicodeDecodeError",
                "'" + codec.shown + "' codec can't decode " + what + ": " + bad.error,
                codec.shown,
                bytes,
                (long) at,
                (long) at + bad.size,
                String.valueOf(bad.error));
    }

    /**
     * A sequence of UTF-8.
     *
     * @param size its bytes, or those that an error handler replaces at once
     * @param error what is wrong with it, or null
     */
    private record Sequence(int size, @Nullable String error) {
        static Sequence at(byte[] bytes, int at) {
            int lead = bytes[at] & 0xFF;
            int size = lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
            if (size == 0) {
                return new Sequence(1, "invalid start byte");
            }
            for (int i = 1; i < size; i++) {
                if (at + i == bytes.length) {
                    return new Sequence(i, "unexpected end of data");
                }
                if (!continues(lead, i, bytes[at + i] & 0xFF)) {
                    return new Sequence(i, "invalid continuation byte");
                }
            }
            return new Sequence(size, null);
        }

        private static boolean continues(int lead, int place, int b) {
            int least = 0x80;
            int most = 0xBF;
            if (place == 1) {
                least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : least;
                most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : most;
            }
            return b >= least && b <= most;
        }
    }
}
