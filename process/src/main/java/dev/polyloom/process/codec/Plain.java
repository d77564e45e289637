package dev.polyloom.process.codec;

import dev.polyloom.SerializationException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
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
            case int[] v -> filled(INTS, 4L * v.length, b -> b.asIntBuffer().put(v));
            case long[] v -> filled(LONGS, 8L * v.length, b -> b.asLongBuffer().put(v));
            case double[] v -> filled(DOUBLES, 8L * v.length, b -> b.asDoubleBuffer().put(v));
            case float[] v -> filled(FLOATS, 4L * v.length, b -> b.asFloatBuffer().put(v));
            case short[] v -> filled(SHORTS, 2L * v.length, b -> b.asShortBuffer().put(v));
            case char[] v -> filled(CHARS, 2L * v.length, b -> b.asCharBuffer().put(v));
            case boolean[] v -> filled(BOOLEANS, v.length, b -> putBooleans(b, v));
            default -> null;
        };
    }

    private static void putBooleans(ByteBuffer bytes, boolean[] values) {
        for (boolean value : values) {
            bytes.put((byte) (value ? 1 : 0));
        }
    }

    private static ByteBuffer filled(byte tag, long length, Consumer<ByteBuffer> filling) {
        ByteBuffer bytes = buffer(tag, length);
        filling.accept(bytes);
        return bytes;
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
            case BYTES -> read(new byte[length], bytes::get);
            case INTS -> read(new int[length / 4], bytes.asIntBuffer()::get);
            case LONGS -> read(new long[length / 8], bytes.asLongBuffer()::get);
            case DOUBLES -> read(new double[length / 8], bytes.asDoubleBuffer()::get);
            case FLOATS -> read(new float[length / 4], bytes.asFloatBuffer()::get);
            case SHORTS -> read(new short[length / 2], bytes.asShortBuffer()::get);
            case CHARS -> read(new char[length / 2], bytes.asCharBuffer()::get);
            default -> booleans(new boolean[length], bytes);
        };
    }

    private static <A> A read(A array, Consumer<A> reading) {
        reading.accept(array);
        return array;
    }

    private static boolean[] booleans(boolean[] array, ByteBuffer bytes) {
        for (int i = 0; i < array.length; i++) {
            array[i] = bytes.get() != 0;
        }
        return array;
    }
}
