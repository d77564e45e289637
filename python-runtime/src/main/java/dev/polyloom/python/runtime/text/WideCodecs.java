package dev.polyloom.python.runtime.text;

import dev.polyloom.python.runtime.platform.Platform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** UTF-16, UTF-32 and the code pages that Java knows. */
final class WideCodecs {
    private static final String UTF_32 = "UTF-32";

    private WideCodecs() {}

    /** Returns the charset of an encoding by its name in lower case with hyphens, or null. */
    static @Nullable Charset of(String name) {
        return switch (name) {
            case "utf-16", "utf16", "u16", "utf-16le", "utf-16-le" -> StandardCharsets.UTF_16LE;
            case "utf-16be", "utf-16-be" -> StandardCharsets.UTF_16BE;
            case "utf-32", "utf32", "u32", "utf-32le", "utf-32-le" -> known("utf-32le");
            case "utf-32be", "utf-32-be" -> known("utf-32be");
            case "cp1252", "windows-1252", "cp1251", "windows-1251", "cp437", "cp850" ->
                    known(name);
            case "cp1250", "windows-1250", "koi8-r", "iso-8859-2", "iso-8859-15" -> known(name);
            case "shift-jis", "euc-jp", "gbk", "gb2312", "big5", "euc-kr" -> known(name);
            default -> null;
        };
    }

    private static @Nullable Charset known(String name) {
        String java =
                switch (name) {
                    case "cp437", "cp850" -> name.replace("cp", "IBM");
                    case "shift-jis" -> "Shift_JIS";
                    case "utf-32le", "utf-32be" ->
                            UTF_32 + name.substring(6).toUpperCase(Locale.ROOT);
                    default -> name.replaceFirst("^cp", "windows-");
                };
        return Platform.machine().charset(java);
    }

    private static boolean hasMark(String name) {
        return name.matches("utf-?(16|32)|u16|u32");
    }

    /** Returns the bytes of a text, after a mark of their order where the name leaves that open. */
    static byte @Nullable [] encode(String text, String name, Charset charset) {
        String marked = hasMark(name) ? "\uFEFF" + text : text;
        try {
            ByteBuffer made =
                    charset.newEncoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .encode(CharBuffer.wrap(marked));
            byte[] bytes = new byte[made.remaining()];
            made.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Returns the text of bytes, or null where they are none in a charset. */
    static @Nullable String decode(byte[] bytes, String name, Charset charset) {
        boolean wide = charset.name().startsWith(UTF_32);
        ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN);
        Charset actual = charset;
        if (hasMark(name) && bytes.length >= (wide ? 4 : 2)) {
            int mark = wide ? data.getInt() : data.getShort() & 0xFFFF;
            Charset other = wide ? known("utf-32be") : StandardCharsets.UTF_16BE;
            if (mark == 0xFEFF && other != null) {
                actual = other;
            } else if (mark != (wide ? 0xFFFE0000 : 0xFFFE)) {
                data.rewind();
            }
        }
        try {
            return actual.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(data)
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
