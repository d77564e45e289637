package dev.polyloom.process.codec;

import dev.polyloom.SerializationException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The short form of values that run no code of the user's when they are made: a tag, then the
 * value.
 */
final class Plain {
    private static final byte NULL = 0;
    private static final byte BOOLEAN = 1;
    private static final byte BYTE = 2;
    private static final byte SHORT = 3;
    private static final byte CHAR = 4;
    private static final byte INT = 5;
    private static final byte LONG = 6;
    private static final byte FLOAT = 7;
    private static final byte DOUBLE = 8;
    private static final byte STRING = 9;
    private static final byte UTF16 = 10;
    private static final byte BOOLEANS = 11;
    private static final byte BYTES = 12;
    private static final byte SHORTS = 13;
    private static final byte CHARS = 14;
    private static final byte INTS = 15;
    private static final byte LONGS = 16;
    private static final byte FLOATS = 17;
    private static final byte DOUBLES = 18;

    private Plain() {}

    static boolean isPlain(byte[] bytes) {
        return bytes.length > 0 && bytes[0] >= NULL && bytes[0] <= DOUBLES;
    }

    /** Returns the short form, or null if the value has none. */
    @SuppressWarnings("ByteBufferBackingArray")
    static byte @Nullable [] encode(@Nullable Object value) {
        ByteBuffer bytes =
                switch (value) {
                    case null -> buffer(NULL, 0);
                    case Boolean v -> buffer(BOOLEAN, 1).put((byte) (v ? 1 : 0));
                    case Byte v -> buffer(BYTE, 1).put(v);
                    case Short v -> buffer(SHORT, 2).putShort(v);
                    case Character v -> buffer(CHAR, 2).putChar(v);
                    case Integer v -> buffer(INT, 4).putInt(v);
                    case Long v -> buffer(LONG, 8).putLong(v);
                    case Float v -> buffer(FLOAT, 4).putFloat(v);
                    case Double v -> buffer(DOUBLE, 8).putDouble(v);
                    case String v -> string(v);
                    default -> array(value);
                };
        return bytes == null ? null : bytes.array();
    }

    private static @Nullable ByteBuffer array(Object value) {
        return switch (value) {
            case byte[] v -> buffer(BYTES, v.length).put(v);
            case int[] v -> {
                ByteBuffer bytes = buffer(INTS, 4L * v.length);
                bytes.asIntBuffer().put(v);
                yield bytes;
            }
            case long[] v -> {
                ByteBuffer bytes = buffer(LONGS, 8L * v.length);
                bytes.asLongBuffer().put(v);
                yield bytes;
            }
            case double[] v -> {
                ByteBuffer bytes = buffer(DOUBLES, 8L * v.length);
                bytes.asDoubleBuffer().put(v);
                yield bytes;
            }
            case float[] v -> {
                ByteBuffer bytes = buffer(FLOATS, 4L * v.length);
                bytes.asFloatBuffer().put(v);
                yield bytes;
            }
            case short[] v -> {
                ByteBuffer bytes = buffer(SHORTS, 2L * v.length);
                bytes.asShortBuffer().put(v);
                yield bytes;
            }
            case char[] v -> {
                ByteBuffer bytes = buffer(CHARS, 2L * v.length);
                bytes.asCharBuffer().put(v);
                yield bytes;
            }
            case boolean[] v -> {
                ByteBuffer bytes = buffer(BOOLEANS, v.length);
                for (boolean b : v) {
                    bytes.put((byte) (b ? 1 : 0));
                }
                yield bytes;
            }
            default -> null;
        };
    }

    private static ByteBuffer string(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isSurrogate(value.charAt(i))) {
                ByteBuffer bytes = buffer(UTF16, 2L * value.length());
                bytes.asCharBuffer().put(value);
                return bytes;
            }
        }
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return buffer(STRING, utf8.length).put(utf8);
    }

    private static ByteBuffer buffer(byte tag, long length) {
        if (length > Integer.MAX_VALUE - 64) {
            throw new IllegalArgumentException(length + " bytes are too many for one value");
        }
        return ByteBuffer.allocate(1 + (int) length).put(tag);
    }

    static @Nullable Object decode(String root, byte[] encoded) {
        ByteBuffer bytes = ByteBuffer.wrap(encoded);
        byte tag = bytes.get();
        int length = bytes.remaining();
        if (!fits(tag, length)) {
            throw new SerializationException(
                    root, "malformed: " + length + " bytes of value behind tag " + tag, null);
        }
        return switch (tag) {
            case NULL -> null;
            case BOOLEAN -> bytes.get() != 0;
            case BYTE -> bytes.get();
            case SHORT -> bytes.getShort();
            case CHAR -> bytes.getChar();
            case INT -> bytes.getInt();
            case LONG -> bytes.getLong();
            case FLOAT -> bytes.getFloat();
            case DOUBLE -> bytes.getDouble();
            case STRING -> utf8(root, bytes);
            case UTF16 -> bytes.asCharBuffer().toString();
            default -> array(tag, bytes);
        };
    }

    private static boolean fits(byte tag, int length) {
        return switch (tag) {
            case NULL -> length == 0;
            case BOOLEAN, BYTE -> length == 1;
            case SHORT, CHAR -> length == 2;
            case INT, FLOAT -> length == 4;
            case LONG, DOUBLE -> length == 8;
            case STRING, BOOLEANS, BYTES -> true;
            case UTF16, SHORTS, CHARS -> length % 2 == 0;
            case INTS, FLOATS -> length % 4 == 0;
            case LONGS, DOUBLES -> length % 8 == 0;
            default -> false;
        };
    }

    private static String utf8(String root, ByteBuffer bytes) {
        try {
            CharBuffer chars = StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return chars.toString();
        } catch (CharacterCodingException e) {
            throw new SerializationException(root, "malformed: not the UTF-8 of a string", e);
        }
    }

    private static Object array(byte tag, ByteBuffer bytes) {
        int length = bytes.remaining();
        return switch (tag) {
            case BYTES -> {
                byte[] v = new byte[length];
                bytes.get(v);
                yield v;
            }
            case INTS -> {
                int[] v = new int[length / 4];
                bytes.asIntBuffer().get(v);
                yield v;
            }
            case LONGS -> {
                long[] v = new long[length / 8];
                bytes.asLongBuffer().get(v);
                yield v;
            }
            case DOUBLES -> {
                double[] v = new double[length / 8];
                bytes.asDoubleBuffer().get(v);
                yield v;
            }
            case FLOATS -> {
                float[] v = new float[length / 4];
                bytes.asFloatBuffer().get(v);
                yield v;
            }
            case SHORTS -> {
                short[] v = new short[length / 2];
                bytes.asShortBuffer().get(v);
                yield v;
            }
            case CHARS -> {
                char[] v = new char[length / 2];
                bytes.asCharBuffer().get(v);
                yield v;
            }
            default -> {
                boolean[] v = new boolean[length];
                for (int i = 0; i < length; i++) {
                    v[i] = bytes.get() != 0;
                }
                yield v;
            }
        };
    }
}
